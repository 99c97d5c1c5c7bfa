package io.loyalty4j.testing;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.LoyaltyStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/** A shop in memory that runs a program by a clock moved by hand, and remembers what happened, so that the same can happen in another. */
final class World {
    private static final int MOST_NOTICES = 10_000;
    private static final VoucherKey KEY =
            VoucherKey.of("scenarios have no secrets from each other".getBytes(StandardCharsets.UTF_8));

    private final Setting setting;
    private final Instant began;
    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final Told told = new Told();
    private final Annals annals = new Annals();
    private final ClockByHand clock;
    private final LoyaltyEngine engine;
    private final Scheduler scheduler;
    private final OwnCode ownCode;
    private final Map<String, Integer> ids = new HashMap<>();

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
        this.ownCode = new OwnCode(store, this::now, annals);
    }

    Setting setting() {
        return setting;
    }

    Instant began() {
        return began;
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
        if (!ownCode.atWork()) {
            ownCode.begins();
            settled();
        }
        return engine;
    }

    /** Whether the shop's own code may look at any time. */
    boolean lent() {
        return ownCode.atWork();
    }

    /** What the shop's own code has sent since the last step; empty if nothing. */
    Optional<Deed> own() {
        Map<MemberId, Long> before = annals.versions();
        List<Command> heard = ownCode.hear();
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        int toldBefore = annals.toldBefore();
        scheduler.attend();
        settled();
        return Optional.of(new Deed(
                heard.get(heard.size() - 1).member(),
                "the shop's own code sent " + Words.of(heard),
                heard,
                List.of(),
                Optional.empty(),
                before,
                toldBefore));
    }

    Outcome send(Command command) {
        return send(now(), command);
    }

    /** At another time, which changes nothing about now unless it is later. */
    Outcome send(Instant at, Command command) {
        own();
        Instant now = now();
        clock.set(at);
        Outcome outcome;
        try {
            outcome = engine.execute(command);
        } finally {
            clock.set(at.isAfter(now) ? at : now);
        }
        annals.sent(new Step.Sent(at, command), outcome, () -> said(command, outcome));
        scheduler.attend();
        settled();
        return outcome;
    }

    /** Each on a thread of its own, all begun together. */
    List<Outcome> sendAtOnce(List<Command> commands) {
        own();
        List<Callable<Outcome>> acts = new ArrayList<>();
        commands.forEach(command -> acts.add(() -> engine.execute(command)));
        List<Outcome> outcomes = Threads.together(acts);
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            Outcome outcome = outcomes.get(i);
            annals.sent(new Step.Sent(now(), command), outcome, () -> said(command, outcome));
        }
        scheduler.attend();
        settled();
        return outcomes;
    }

    /** Of an order that was refused, what the rules would say if it were asked about now. */
    private String said(Command command, Outcome outcome) {
        if (outcome.refusal().isEmpty()) {
            return outcome.receipt().explain();
        }
        String refused =
                command.requestId() + " was refused: " + outcome.refusal().get() + "\n";
        if (command instanceof Order order) {
            return refused + engine.quote(order).explain();
        }
        return command instanceof Order.Reservation reservation
                ? refused + engine.quote(reservation.order()).explain()
                : refused;
    }

    Quote quote(Order order) {
        own();
        Quote quote = engine.quote(order);
        annals.asked(quote);
        return quote;
    }

    /** What members did before, each at its time. */
    void relive(List<? extends Command> commands) {
        for (Command command : commands) {
            Times.of(command).filter(now()::isBefore).ifPresent(this::pass);
            send(command);
        }
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
        settled();
    }

    /** The scheduler comes. */
    void runDue() {
        own();
        scheduler.comes();
        annals.passed(new Step.Attended());
        settled();
    }

    /** What is due now is booked and told, unless the scheduler is away. */
    void attend() {
        own();
        scheduler.attend();
        settled();
    }

    /** What a member was to be told and was not, each with the reason. */
    List<String> heldBack(MemberId member) {
        return engine.notifications().heldBack(MOST_NOTICES).stream()
                .filter(notice -> notice.member().equals(member))
                .map(notice -> notice.kind() + ": " + notice.reason())
                .toList();
    }

    /** How many postings each member has. */
    Map<MemberId, Long> versions() {
        return ownCode.versions();
    }

    /** An id that no other step has. */
    String nextId(String kind) {
        return kind + "-" + ids.merge(kind, 1, Integer::sum);
    }

    /** A world of its own in which the same has happened. */
    World again(Setting other) {
        own();
        World twin = new World(other, began);
        annals.steps().forEach(step -> step.play(twin));
        twin.ids.putAll(ids);
        return twin;
    }

    private void settled() {
        if (ownCode.atWork()) {
            annals.settled(versions(), ownCode.profiles(), told.count());
        }
    }
}
