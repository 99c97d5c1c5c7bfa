package io.loyalty4j.examples.promotions;

import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.testing.LoyaltyScenario.line;

import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.testing.LoyaltyScenario;
import java.time.Instant;
import java.util.List;

/** What would have changed: the orders of last year under the program that was, and under the one that is planned. */
public final class LastYearUnder {
    private LastYearUnder() {}

    public static void main(String... args) {
        System.out.println(difference(planned()));
    }

    /** Ten dollars for 400 points where it was 500, and the November event for Rouges alone. */
    static LoyaltyProgram planned() {
        return BeautyInsider.program().toBuilder()
                .version("2021-draft")
                .without("november-event")
                .earn(
                        "november-event",
                        multiplier(4).when(inTier("ROUGE")).from("2020-11-20").through("2020-11-26"))
                .without("cash-10")
                .reward("cash-10", discount("10.00").costs(400).when(orderFrom("10.00")))
                .build();
    }

    /** A table for people; {@code no difference} if nothing would have changed. */
    static String difference(LoyaltyProgram planned) {
        LoyaltyScenario was =
                LoyaltyScenario.of(BeautyInsider.program()).history(lastYear()).at("2020-12-31");
        return was.differenceTo(was.under(planned));
    }

    /** As a shop's own orders would come, from its database or a file: see {@code examples.replay}. */
    static List<Command> lastYear() {
        Order serum = order("ben", "B-1", "2020-11-22", line("serum", "80.00"));
        return List.of(
                order("ana", "A-1", "2020-06-15", line("perfume", "420.00")),
                order("zoe", "Z-1", "2020-07-01", line("palette", "1100.00")),
                order("ana", "A-2", "2020-08-03", line("soap", "30.00")).redeem("cash-10"),
                order("kim", "K-1", "2020-10-10", line("card-50", "50.00").category("gift-card")),
                order("ana", "A-3", "2020-11-21", line("cream", "60.00")),
                serum,
                order("zoe", "Z-2", "2020-11-23", line("brushes", "100.00")),
                Refund.of(serum, "rma-1").line("serum", 1));
    }

    private static Order order(String member, String id, String day, OrderLine line) {
        return Order.of(MemberId.of(member), id).currency("USD").line(line).at(Instant.parse(day + "T17:00:00Z"));
    }
}
