package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Amounts and instants are kept exactly. */
final class ValueChecks {
    private ValueChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("amounts keep their value", ValueChecks::amounts),
                Clause.of("instants keep their milliseconds", ValueChecks::instants));
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
