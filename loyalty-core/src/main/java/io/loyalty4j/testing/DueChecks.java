package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Who is due is what their accounts say. */
final class DueChecks {
    private static final int STEPS = 200;
    private static final List<MemberId> MEMBERS =
            IntStream.range(0, 6).mapToObj(MemberId::of).toList();

    private DueChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of(
                        "those who are due are listed, the longest due first, after every change",
                        trial -> exact(trial, trial.store())),
                Clause.afterReopening(
                        "those who are due are listed by another process", trial -> exact(trial, trial.reopened())));
    }

    private static void exact(Trial trial, LoyaltyStore reading) {
        SplittableRandom random = new SplittableRandom(20_261_121);
        LoyaltyEngine loyalty = trial.engine(WAITING);
        for (int step = 0; step < STEPS; step++) {
            act(trial, loyalty, random);
            Instant until = trial.clock().instant().plus(Duration.ofDays(random.nextInt(400)));
            listed("step " + step, trial.store(), reading, until, 100);
            listed("step " + step, trial.store(), reading, until, 2);
        }
        Expect.that("something was booked", trial.postings().size() > STEPS / 3);
    }

    private static void act(Trial trial, LoyaltyEngine loyalty, SplittableRandom random) {
        MemberId member = MEMBERS.get(random.nextInt(MEMBERS.size()));
        Order order = order(member, Integer.toString(random.nextInt(20)));
        switch (random.nextInt(7)) {
            case 0, 1 -> loyalty.purchase(order);
            case 2 -> loyalty.reserve(order.redeem("ten"));
            case 3 -> loyalty.cancel(order);
            case 4 ->
                loyalty.refund(
                        Refund.of(order, "r-" + random.nextInt(1_000_000)).line("thing", 1));
            case 5 -> trial.clock().pass(Duration.ofHours(random.nextInt(1_000)));
            default -> loyalty.runDue(trial.clock().instant());
        }
    }

    /** Members of one instant may come in any order. */
    private static void listed(String when, LoyaltyStore store, LoyaltyStore reading, Instant until, int limit) {
        List<Instant> expected = MEMBERS.stream()
                .flatMap(member -> store.find(member).stream())
                .flatMap(account -> account.nextDueAt().stream())
                .filter(at -> !at.isAfter(until))
                .sorted()
                .limit(limit)
                .toList();
        List<MemberId> due = reading.due(until, limit);
        Expect.equal(
                when + ": when those are due who are due by " + until + ", at most " + limit,
                expected,
                due.stream().map(member -> dueAt(store, member)).toList());
        Expect.equal(when + ": different members", due.size(), new HashSet<>(due).size());
    }

    static Instant dueAt(LoyaltyStore store, MemberId member) {
        return store.find(member).flatMap(Account::nextDueAt).orElse(Instant.MAX);
    }
}
