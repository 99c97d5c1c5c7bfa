package io.loyalty4j.testing;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import io.loyalty4j.testing.OwnCode.Own;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shop in memory that runs a program by a clock moved by hand, and remembers what happened, so that the same can happen in another. */
final class World {
    private static final int MOST_NOTICES = 10_000;
    private static final VoucherKey KEY =
            VoucherKey.of("scenarios have no secrets from each other".getBytes(StandardCharsets.UTF_8));

    private final Setting setting;
    private final Instant began;
    private final Overheard store = new Overheard();
    private final Told told = new Told();
    private final Annals annals = new Annals();
    private final ClockByHand clock;
    private final LoyaltyEngine engine;
    private final Scheduler scheduler;
    private final OwnCode ownCode;
    private final Map<String, Integer> ids = new HashMap<>();
    private Optional<Mark> lent = Optional.empty();

    World(Setting setting, Instant start) {
        this.setting = setting;
        this.began = start;
        this.clock = ClockByHand.at(start);
        this.engine = LoyaltyEngine.builder(setting.program())
                .store(store)
                .clock(clock)
                .chance(new Random(setting.seed()))
                .approvals(setting.approvals())
                .voucherKey(KEY)
                .notifications(setting.channels().apply(told))
                .build();
        this.scheduler = new Scheduler(engine, store, clock);
        this.ownCode = new OwnCode(setting.program(), engine, store);
    }

    Setting setting() {
        return setting;
    }

    Instant now() {
        return clock.instant();
    }

    LoyaltyStore store() {
        return store;
    }

    Told told() {
        return told;
    }

    Annals annals() {
        return annals;
    }

    Account account(MemberId member) {
        return engine.account(member);
    }

    LoyaltyEngine engine() {
        return engine;
    }

    /** To the shop's own code: from now on it may have sent what no step has. */
    LoyaltyEngine lend() {
        if (lent.isEmpty()) {
            lent = Optional.of(mark());
        }
        return engine;
    }

    /** Whether the shop's own code may look at any time. */
    boolean lent() {
        return lent.isPresent();
    }

    /** How far it has come. */
    Mark mark() {
        return new Mark(
                store.versions(), told.count(), heldBack().map(Notice::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** What the shop's own code has sent since the last step, which is attended to; empty if nothing. */
    Optional<Deed> own() {
        List<Own> own = ownCode.of(store.since());
        Mark before = lent.orElse(Mark.BEGINNING);
        own.forEach(one -> note(now(), one.command(), one.outcome()));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        attend();
        List<Command> commands = own.stream().map(Own::command).toList();
        return Optional.of(new Deed(
                commands.get(commands.size() - 1).member(),
                "the shop's own code sent " + Words.of(commands),
                commands,
                own.stream().map(Own::outcome).toList(),
                Optional.empty(),
                before,
                before,
                mark()));
    }

    Outcome send(Command command) {
        return send(now(), command);
    }

    /** At another time, which changes nothing about now unless it is later. */
    Outcome send(Instant at, Command command) {
        own();
        Instant now = now();
        clock.set(at);
        try {
            Outcome outcome = engine.execute(command);
            note(at, command, outcome);
            return outcome;
        } finally {
            clock.set(at.isAfter(now) ? at : now);
            attend();
        }
    }

    /** Each on a thread of its own, all begun together. */
    List<Outcome> sendAtOnce(List<Command> commands) {
        own();
        List<Outcome> outcomes = Threads.send(commands, engine::execute);
        for (int i = 0; i < commands.size(); i++) {
            note(now(), commands.get(i), outcomes.get(i));
        }
        attend();
        return outcomes;
    }

    /** What the rules say to an order that was refused is asked at once; what they said to others can be asked later. */
    private void note(Instant at, Command command, Outcome outcome) {
        Step.Sent sent = new Step.Sent(at, command);
        if (outcome.refusal().isEmpty()) {
            annals.sent(sent, outcome, outcome.receipt()::explain);
        } else {
            String refused =
                    command.requestId() + " was refused: " + outcome.refusal().get() + "\n"
                            + Words.order(command).map(this::explained).orElse("");
            annals.sent(sent, outcome, () -> refused);
        }
    }

    /** Asking with a wrong code would count as another attempt; a rule may fail. */
    private String explained(Order order) {
        try {
            return order.vouchers().isEmpty() ? engine.quote(order).explain() : "";
        } catch (LoyaltyException e) {
            return e + "\n";
        }
    }

    Quote quote(Order order) {
        own();
        Quote quote = engine.quote(order);
        annals.asked(quote);
        return quote;
    }

    /** What members did before, each at its time. */
    List<Outcome> relive(List<? extends Command> commands) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Command command : commands) {
            Times.of(command).filter(now()::isBefore).ifPresent(this::pass);
            outcomes.add(send(command));
        }
        return outcomes;
    }

    /** Time goes on, and the scheduler comes whenever something is due. */
    void pass(Instant until) {
        own();
        scheduler.pass(until);
        annals.passed(new Step.Passed(until, true));
        settled();
    }

    /** Time goes on, and the scheduler is away until it is called or time passes in its presence. */
    void passUnattended(Instant until) {
        own();
        scheduler.passUnattended(until);
        annals.passed(new Step.Passed(until, false));
    }

    /** The scheduler comes. */
    void runDue() {
        own();
        scheduler.comes();
        annals.passed(new Step.Attended());
        settled();
    }

    /** What is due now is booked and told, unless the scheduler is away. */
    private void attend() {
        scheduler.attend();
        settled();
    }

    /** What was booked until now was no own code's. */
    private void settled() {
        store.since();
        lent = lent.map(before -> mark());
    }

    /** What a member was to be told and was not, with the reasons. */
    List<String> heldBack(MemberId member, Set<String> without) {
        return heldBack()
                .filter(notice -> notice.member().equals(member) && !without.contains(notice.id()))
                .map(notice -> notice.kind() + ": " + notice.reason())
                .toList();
    }

    private Stream<Notice> heldBack() {
        return engine.notifications().heldBack(MOST_NOTICES).stream();
    }

    /** How many postings each member has. */
    Map<MemberId, Long> versions() {
        return store.versions();
    }

    /** An id that nothing sent before has. */
    String nextId(String kind) {
        String id;
        do {
            id = kind + "-" + ids.merge(kind, 1, Integer::sum);
        } while (annals.mentions(id));
        return id;
    }

    /** A world of its own in which the same has happened. */
    World again(Setting other) {
        own();
        World twin = new World(other, began);
        annals.steps().forEach(step -> step.play(twin));
        return twin;
    }
}
