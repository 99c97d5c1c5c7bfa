package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
                Clause.of("several postings of one commit are written in their order", JournalChecks::several),
                Clause.of("amounts keep their value", JournalChecks::amounts),
                Clause.of("instants keep their milliseconds", JournalChecks::instants));
    }

    private static void scene(Trial trial, LoyaltyEngine loyalty) {
        Order big = order(ANA, "1", "10.00", 10);
        loyalty.refund(Refund.of(order(BEN, "early"), "r").line("thing", 1));
        loyalty.purchase(big);
        trial.clock().passDays(20);
        loyalty.purchase(order(BEN, "early"));
        loyalty.reserve(order(ANA, "2").redeem("eighty"));
        loyalty.purchase(order(ANA, "2")
                .redeem("eighty")
                .line(OrderLine.of("other", "1.05").times(3)));
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

    private static void amounts(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(Shop.PLAIN);
        List<String> prices = List.of("0.00", "0", "0.000001", "10", "10.0", "10.000000", "999999999999.99", "1E+3");
        for (int i = 0; i < prices.size(); i++) {
            BigDecimal price = new BigDecimal(prices.get(i));
            String id = "o-" + i;
            loyalty.purchase(Order.of(ANA, id).currency("GBP").line(OrderLine.of("thing", price)));
            BigDecimal stored = Expect.there(
                            "the order of " + price, trial.store().order(ANA, id))
                    .lines()
                    .get(0)
                    .amount();
            Expect.equal("how the amount " + stored + " compares to " + price, 0, stored.compareTo(price));
        }
        trial.proof().of(ANA);
    }

    private static void instants(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(WAITING);
        Instant now = trial.clock().instant();
        for (int i = 0; i < 3; i++) {
            Instant placed = now.minusSeconds(86_400L * (i + 1)).plusMillis(i + 1);
            loyalty.purchase(order(ANA, "o-" + i).at(placed));
            Posting posting = Expect.there("the posting", trial.store().posting(ANA, "order/o-" + i + "@1"));
            Expect.equal("when it happened", placed, posting.header().occurredAt());
            Expect.equal("when it was booked", now, posting.header().recordedAt());
            Expect.equal(
                    "when the order happened",
                    Optional.of(placed),
                    trial.store().order(ANA, "o-" + i).map(known -> known.occurredAt()));
        }
        trial.proof().of(ANA);
    }
}
