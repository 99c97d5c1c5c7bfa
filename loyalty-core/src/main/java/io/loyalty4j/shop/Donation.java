package io.loyalty4j.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What members' orders give a charity. It has an account like a member's, on which nothing is booked but what orders gave and took back, both of which the engine
 * sends by itself, and what the shop has paid out. No donor is named there.
 *
 * <p>{@code loyalty.execute(Donation.payout("red-cross", "2026-11", 1_200).by("finance-2").because("bank transfer 4711"));}
 */
public sealed interface Donation extends Command {

    /**
     * Whose account it is: an id that no member has.
     *
     * @param charity the code in the program's {@code donation(..)} rewards, 1 to 64 printable ASCII characters
     * @throws IllegalArgumentException if {@code charity} is no legal code
     */
    static MemberId account(String charity) {
        return MemberId.ofCharity(charity);
    }

    /**
     * Takes what the shop has paid to the charity off its account: not more than is there, and as many at once as there are. Who has paid it and why is to be
     * said too; {@link Adjustment#reversal()} undoes it where the money has come back.
     *
     * @param id of the payment, the shop's own, unique per charity
     * @param points that it was for, 1 to 10^15
     */
    static Adjustment payout(String charity, String id, long points) {
        return Adjustment.deduct(account(charity), id, points);
    }

    /** The order that gave, or took back. */
    String order();

    /** Which booking of the order it was, so that orders of two donors may have one id: 32 hexadecimal digits that tell nothing of the donor. */
    String booking();

    long points();

    /** When it was booked. */
    Instant at();

    @Override
    default SortedMap<String, String> facts() {
        return new Facts()
                .put("order", order())
                .put("booking", booking())
                .put("points", Long.toString(points()))
                .put("at", Optional.of(at()))
                .sorted();
    }

    /**
     * An order gives; the engine sends it by itself.
     *
     * @param member the charity's account
     */
    record Gift(
            @NotNull MemberId member,
            @Identifier String order,
            @Identifier String booking,
            @Min(1) @Max(Adjustment.MOST_POINTS) long points,
            @NotNull Instant at)
            implements Donation {
        @Override
        public String requestId() {
            return RequestIds.of("donation", order, booking);
        }

        static Gift of(MemberId member, FactsReader facts) {
            return new Gift(
                    member, facts.text("order"), facts.text("booking"), facts.number("points"), facts.instant("at"));
        }
    }

    /**
     * An order takes back what it gave, or a part of it; the engine sends it by itself.
     *
     * @param member the charity's account
     */
    record Withdrawal(
            @NotNull MemberId member,
            @Identifier String order,
            @Identifier String booking,
            @Min(1) @Max(Adjustment.MOST_POINTS) long points,
            @NotNull Instant at)
            implements Donation {
        @Override
        public String requestId() {
            return RequestIds.of("donation-withdrawn", order, booking);
        }

        static Withdrawal of(MemberId member, FactsReader facts) {
            return new Withdrawal(
                    member, facts.text("order"), facts.text("booking"), facts.number("points"), facts.instant("at"));
        }
    }
}
