package io.loyalty4j.laws;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.laws.Scenario.Step;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a scenario on an engine with a store, if nothing else is said in memory, and holds every step of it to the laws. */
final class World {
    private static final String ONE_EFFECT = "4 one request id, one effect";
    private static final String NOTHING_WRITTEN = "4 what is refused writes nothing";
    private static final String FAILED = "no command fails";

    private final Scenario scenario;
    private final Statistics statistics;
    private final Features features;
    private final LoyaltyStore store;
    private final Hand clock = new Hand();
    private final LoyaltyProgram first;
    private final LoyaltyEngine engine;
    private final Optional<LoyaltyProgram> second;
    private final Optional<LoyaltyEngine> next;
    private final Map<MemberId, Book> books = new HashMap<>();
    private final Map<String, Done> done = new HashMap<>();
    private final Map<String, Reckoning> reckonings = new HashMap<>();
    private final Map<MemberId, LimitBook> limits = new HashMap<>();
    private final Map<MemberId, QuestBook> quests = new HashMap<>();
    private int steps;

    World(Scenario scenario, Statistics statistics) {
        this(scenario, statistics, LoyaltyStore.inMemory());
    }

    World(Scenario scenario, Statistics statistics, LoyaltyStore store) {
        this.store = store;
        this.scenario = scenario;
        this.statistics = statistics;
        this.features = new Features(statistics);
        this.first = scenario.program().built();
        this.second = scenario.next().map(ProgramSpec::built);
        this.engine = engine(first);
        this.next = second.map(this::engine);
    }

    private LoyaltyEngine engine(LoyaltyProgram program) {
        return LoyaltyEngine.builder(program).store(store).clock(clock).build();
    }

    /** Runs it, all of it, and proves every account at the end. */
    World run() {
        scenario.steps().forEach(this::step);
        proved();
        return this;
    }

    void proved() {
        books.forEach((member, book) -> {
            var verification = engine.journal(member).verify();
            LawBroken.unless(
                    verification.sound(),
                    Book.CHAIN,
                    () -> verification.findings().toString());
            if (scenario.next().isEmpty()) {
                Spending.check(scenario.program(), book.account(), orders(member));
            }
        });
    }

    private List<OrderPosition> orders(MemberId member) {
        return store.postings(member)
                .flatMap(posting -> posting.header().order().stream())
                .distinct()
                .flatMap(order -> store.order(member, order).stream())
                .toList();
    }

    /** What a member had when last booked. */
    long available(MemberId member) {
        return book(member).account().available();
    }

    void step(Step step) {
        clock.now = step.at();
        steps++;
        LoyaltyEngine machine = step.newer() ? next.orElse(engine) : engine;
        try {
            if (step.command().isPresent()) {
                ask(machine, step.newer(), step.command().get());
            } else {
                due(machine, step.newer());
            }
        } catch (LawBroken e) {
            throw e;
        } catch (RuntimeException e) {
            LawBroken broken = new LawBroken(FAILED, step + " failed with " + e);
            broken.initCause(e);
            throw broken;
        }
    }

    LoyaltyStore store() {
        return store;
    }

    Map<MemberId, Book> books() {
        return books;
    }

    private Book book(MemberId member) {
        return books.computeIfAbsent(member, Book::new);
    }

    private QuestBook quests(MemberId member) {
        return quests.computeIfAbsent(member, each -> new QuestBook());
    }

    private void ask(LoyaltyEngine machine, boolean newer, Command command) {
        MemberId member = command.member();
        Before before = before(command);
        Optional<Quote> quote =
                command instanceof Order order && steps % 2 == 0 ? quote(machine, order) : Optional.empty();
        try {
            Outcome outcome = machine.execute(command);
            if (outcome instanceof Outcome.Applied applied) {
                applied(command, applied, before, newer);
            } else {
                unchanged(command, before);
                repeatedOrRefused(command, outcome, newer);
            }
            quote.ifPresent(asked -> compare(asked, outcome));
        } catch (ConflictingRequestException e) {
            Optional<Done> earlier = earlier(command);
            LawBroken.unless(
                    earlier.filter(known -> !Content.same(known.command(), command))
                            .isPresent(),
                    ONE_EFFECT,
                    () -> "no conflict, and yet " + e);
            unchanged(command, before);
            statistics.outcome("conflicting");
        } catch (InvalidInputException e) {
            unchanged(command, before);
            statistics.outcome("invalid");
        }
        if (steps % 3 == 0) {
            Advancing.check(
                    book(member).account(), Chance.of(book(member).account().version()));
        }
        if (steps % 30 == 0) {
            Dues.check(book(member).account(), Chance.of(steps));
        }
    }

    private Optional<Quote> quote(LoyaltyEngine machine, Order order) {
        try {
            return Optional.of(machine.quote(order));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static void compare(Quote quote, Outcome outcome) {
        String law = "a quote and the purchase that follows are the same";
        if (outcome instanceof Outcome.Applied applied) {
            LawBroken.unlessSame(quote.refusal(), Optional.empty(), law);
            LawBroken.unlessSame(quote.awards(), applied.receipt().awards(), law);
        } else if (outcome instanceof Outcome.Refused refused && !(refused.reason() instanceof Refusal.NotAMember)) {
            LawBroken.unlessSame(quote.refusal(), Optional.of(refused.reason()), law);
        }
    }

    private Before before(Command command) {
        return new Before(
                store.find(command.member()),
                command.subject().flatMap(order -> store.order(command.member(), order)),
                store.postings(command.member()).count());
    }

    private void unchanged(Command command, Before before) {
        LawBroken.unlessSame(before(command), before, NOTHING_WRITTEN);
    }

    private Optional<Done> earlier(Command command) {
        boolean setsState = command instanceof Order.Reservation || command instanceof Member;
        return setsState
                ? Optional.empty()
                : Optional.ofNullable(done.get(command.member() + " " + command.requestId()));
    }

    private void repeatedOrRefused(Command command, Outcome outcome, boolean newer) {
        Optional<Done> earlier = earlier(command);
        if (outcome instanceof Outcome.Refused refused) {
            LawBroken.unless(earlier.isEmpty(), ONE_EFFECT, () -> refused + " though it was booked");
            statistics.refused(refused.reason().code());
            return;
        }
        LawBroken.unless(
                earlier.isPresent() || !outdated(newer, command.member()),
                "an outdated program is refused",
                () -> "yet it gave " + outcome);
        statistics.outcome("replayed");
        earlier.ifPresent(known -> {
            LawBroken.unlessSame(outcome.receipt().posting(), known.posting(), ONE_EFFECT);
            LawBroken.unless(
                    Content.same(known.command(), command), ONE_EFFECT, () -> command + " replays " + known.command());
        });
        boolean setsState = command instanceof Order.Reservation || command instanceof Member;
        LawBroken.unless(earlier.isPresent() || setsState, ONE_EFFECT, () -> "replayed without a first: " + command);
    }

    /** Whether the account has adopted a later program than the machine's. */
    private boolean outdated(boolean newer, MemberId member) {
        Instant adopted = book(member).account().program().inForceFrom();
        return program(newer).inForceFrom().isBefore(adopted);
    }

    private LoyaltyProgram program(boolean newer) {
        return newer ? second.orElse(first) : first;
    }

    private void applied(Command command, Outcome.Applied applied, Before before, boolean newer) {
        LawBroken.unless(earlier(command).isEmpty(), ONE_EFFECT, () -> "booked again: " + command);
        LawBroken.unless(!outdated(newer, command.member()), "an outdated program is refused", () -> "yet booked");
        statistics.outcome("applied");
        List<Posting> postings = written(command.member(), before.postings());
        Posting own = applied.receipt().posting();
        LawBroken.unless(postings.contains(own), ONE_EFFECT, () -> "the receipt's posting is not in the journal");
        String kinds = Statistics.kinds(postings);
        LawBroken.unless(kinds.matches("T*A?T*CD?T*"), "3 the order of a commit's postings", () -> kinds);
        if (!(command instanceof Order.Reservation)) {
            done.put(command.member() + " " + command.requestId(), new Done(command, own));
        }
        if (command instanceof Order || command instanceof Activity) {
            Account found = book(command.member()).after(postings.subList(0, postings.indexOf(own)));
            ProgramSpec spec = newer ? scenario.next().orElse(scenario.program()) : scenario.program();
            Reckoning reckoning = command instanceof Order order
                    ? Reckoning.of(spec, order, found, own)
                    : Reckoning.of(spec, (Activity) command, found, own);
            reckonings.put(command.member() + " " + command.subject().orElseThrow(), reckoning);
            if (scenario.next().isEmpty()) {
                limits.computeIfAbsent(command.member(), LimitBook::new).check(spec, own, found);
                quests(command.member()).done(spec, command, own, found.since(), reckoning::spent);
            }
        }
        add(command.member(), postings);
        features.note(command, own, postings);
        command.subject()
                .flatMap(order -> store.order(command.member(), order))
                .ifPresent(position -> Optional.ofNullable(reckonings.get(position.member() + " " + position.order()))
                        .ifPresent(reckoning -> reckoning.check(position)));
    }

    private List<Posting> written(MemberId member, long known) {
        return store.postings(member).skip(known).toList();
    }

    private void add(MemberId member, List<Posting> postings) {
        Book book = book(member);
        postings.forEach(posting -> {
            book.add(posting);
            limits.computeIfAbsent(member, LimitBook::new).add(posting);
            quests(member).undone(posting);
            statistics.posting(posting);
        });
        LawBroken.unlessSame(store.find(member).orElseThrow(), book.account(), Book.CHAIN);
        Instant now = book.account().time();
        LawBroken.unless(
                book.account().nextDueAt().filter(at -> !at.isAfter(now)).isEmpty(),
                "a commit leaves nothing due",
                () -> "due at " + book.account().nextDueAt() + ", booked at " + now);
    }

    private void due(LoyaltyEngine machine, boolean newer) {
        machine.runDue(clock.now);
        books.forEach((member, book) -> {
            List<Posting> postings = written(member, book.account().version());
            if (!postings.isEmpty()) {
                String kinds = Statistics.kinds(postings);
                LawBroken.unless(kinds.matches("T*A?T*"), "3 the order of a commit's postings", () -> kinds);
                LawBroken.unless(!outdated(newer, member), "an outdated program is refused", () -> "runDue booked");
                add(member, postings);
            }
        });
    }

    /** What was done under a request id. */
    private record Done(Command command, Posting posting) {}

    /** What is stored. */
    private record Before(Optional<Account> account, Optional<OrderPosition> order, long postings) {}

    /** A clock that stands until it is moved. */
    private static final class Hand extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
