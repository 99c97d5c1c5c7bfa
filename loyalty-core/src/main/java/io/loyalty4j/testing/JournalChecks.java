package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import java.util.List;

/** Postings, account, positions and lots say the same. */
final class JournalChecks {
    private JournalChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("accounts, positions and lots are what the postings lead to", trial -> {
                    scene(trial, trial.engine(WAITING));
                    trial.proof().ofEverybody();
                }),
                Clause.afterReopening("another process finds what the postings lead to", trial -> {
                    scene(trial, trial.engine(WAITING));
                    new Proof(trial.reopened()).ofEverybody();
                    Expect.equal("what another process sees", trial.seen(), Seen.of(trial.reopened()));
                }),
                Clause.of("several postings of one commit are written in their order", JournalChecks::several));
    }

    private static void scene(Trial trial, LoyaltyEngine loyalty) {
        Order big = order(ANA, "1", "10.00", 10);
        loyalty.refund(Refund.of(order(BEN, "early"), "r").line("thing", 1));
        loyalty.purchase(big);
        trial.clock().passDays(20);
        loyalty.purchase(order(BEN, "early"));
        loyalty.reserve(order(ANA, "2").redeem("eighty"));
        loyalty.purchase(order(ANA, "2", "1.05", 3).redeem("eighty"));
        loyalty.refund(Refund.of(big, "r-1").line("thing", 3));
        trial.clock().passDays(400);
        loyalty.refund(Refund.of(big, "r-2").amount("20.01"));
        loyalty.purchase(order(ANA, "2").revision(2));
        loyalty.runDue(trial.clock().instant());
        loyalty.cancel(order(ANA, "2").revision(2));
    }

    private static void several(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(WAITING);
        for (int i = 0; i < 4; i++) {
            loyalty.purchase(order(ANA, "o-" + i));
            trial.clock().passDays(1);
        }
        trial.clock().passDays(800);
        loyalty.purchase(order(ANA, "last"));
        Expect.that("postings of time in one commit", trial.postings(ANA).size() > 10);
        trial.proof().of(ANA);
    }
}
