package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** A hold that many come for at once. */
final class HoldRaceChecks {
    private HoldRaceChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of(
                        "a hold that is captured, released and timed out at once ends once", HoldRaceChecks::endsOnce),
                Clause.of("a hold that is captured while it times out pays once", HoldRaceChecks::paysOnce));
    }

    private static Order held(Trial trial, LoyaltyEngine loyalty, MemberId member) {
        loyalty.purchase(order(member, "first", "100.00", 1));
        Order order = order(member, "1").redeem("eighty");
        loyalty.reserve(order);
        trial.clock().pass(Duration.ofHours(1));
        return order;
    }

    private static void endsOnce(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        for (int round = 0; round < 20; round++) {
            MemberId member = MemberId.of(round);
            Order order = held(trial, two.get(0), member);
            AtOnce.all(List.<Callable<Object>>of(
                    () -> two.get(0).purchase(order),
                    () -> two.get(1).reserve(order.withoutRewards()),
                    () -> two.get(1).purchase(order),
                    () -> two.get(0).cancel(order),
                    () -> two.get(1).runDue(trial.clock().instant())));
            long closed = trial.postings(member).stream()
                    .flatMap(posting -> posting.changes(Change.HoldClosed.class))
                    .count();
            Expect.equal("how often the hold was closed", 1L, closed);
            Account account = two.get(0).account(member);
            Expect.equal("held", 0L, account.held());
            Expect.equal("available, for it was bought and cancelled", 100L, account.available());
            trial.proof().of(member);
        }
    }

    private static void paysOnce(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        for (int round = 0; round < 20; round++) {
            MemberId member = MemberId.of(round);
            Order order = held(trial, two.get(0), member);
            List<Object> answers = AtOnce.all(List.<Callable<Object>>of(
                    () -> two.get(0).purchase(order),
                    () -> two.get(1).runDue(trial.clock().instant())));
            Expect.equal("redeemed", 80L, ((Outcome) answers.get(0)).receipt().redeemed());
            trial.proof().of(member);
        }
    }
}
