package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.donation;
import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import java.util.List;

/** Ids are kept whole, however long they are. */
final class LongIdChecks {
    private LongIdChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("the longest ids are kept whole", LongIdChecks::longest),
                Clause.of("a charity's account has 73 characters", LongIdChecks::charity));
    }

    private static void longest(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        MemberId member = MemberId.of("m".repeat(64));
        String slashes = "/".repeat(63);
        for (String end : List.of("a", "b")) {
            Order order = order(member, slashes + end);
            IdChecks.booked("a long order", loyalty.purchase(order));
            Refund refund = Refund.of(order, slashes + end).line("thing", 1);
            Expect.that("a long request id", refund.requestId().length() > 380);
            IdChecks.booked("a long refund", loyalty.refund(refund));
            Expect.kind("the same again", Outcome.Replayed.class, loyalty.refund(refund));
        }
        Expect.equal("points", 40L, loyalty.account(member).available());
        trial.proof().ofEverybody();
    }

    private static void charity(Trial trial) {
        String code = "c".repeat(64);
        LoyaltyProgram giving = LoyaltyProgram.named("giving")
                .currency("GBP")
                .zone("Europe/London")
                .earn("base", points(1).per("1.00"))
                .reward("give", donation(code).costs(10))
                .build();
        LoyaltyEngine loyalty = trial.engine(giving);
        IdChecks.booked("an order", loyalty.purchase(order(ANA, "1")));
        IdChecks.booked("a donation", loyalty.purchase(Order.of(ANA, "2").redeem("give")));
        long given = loyalty.account(Donation.account(code)).available();
        Expect.equal("what the charity has", 10L, given);
        trial.proof().ofEverybody();
    }
}
