package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import java.util.List;

/** Parts of an order that come back at once. */
final class PartsChecks {
    private PartsChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("parts of an order that come back at once come to the whole", PartsChecks::partsComeBack));
    }

    private static void partsComeBack(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        for (int round = 0; round < 5; round++) {
            MemberId member = MemberId.of(round);
            two.get(0).purchase(order(member, "first", "80.00", 1));
            Order many = order(member, "many", "10.00", 10).redeem("eighty");
            two.get(1).purchase(many);
            AtOnce.times(
                    10,
                    number -> two.get(number % 2)
                            .refund(Refund.of(many, "r-" + number).line("thing", 1)));
            Expect.equal("points", 80L, two.get(0).account(member).available());
            trial.proof().of(member);
        }
    }
}
