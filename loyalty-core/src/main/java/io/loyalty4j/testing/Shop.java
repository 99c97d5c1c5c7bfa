package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import java.time.Period;

/** A shop in London that never was: a point a pound. */
final class Shop {
    /** Points that can be used at once, stay for ever, and may be sent to others. */
    static final LoyaltyProgram PLAIN = plain().build();

    /** Points that wait for a fortnight, and lapse a year later. */
    static final LoyaltyProgram WAITING = waiting().build();

    private Shop() {}

    static ProgramBuilder plain() {
        return LoyaltyProgram.named("contract")
                .currency("GBP")
                .zone("Europe/London")
                .earn("base", points(1).per("1.00"))
                .earn("review", points(5).forActivity("review"))
                .reward("ten", discount("1.00").costs(10))
                .reward("eighty", discount("1.00").costs(80))
                .transfers(Transfers.upTo(1_000_000).per(Window.YEAR));
    }

    static ProgramBuilder waiting() {
        return plain().activation(Activation.after(Period.ofDays(14))).expiry(Expiry.after(Period.ofMonths(12)));
    }

    /** Two pieces of 20.00. */
    static Order order(MemberId member, String id) {
        return order(member, id, "20.00", 2);
    }

    static Order order(MemberId member, String id, String price, int pieces) {
        return Order.of(member, id)
                .currency("GBP")
                .line(OrderLine.of("thing", price).times(pieces));
    }
}
