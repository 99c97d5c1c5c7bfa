package io.loyalty4j.shop;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What a shop can ask the engine to book. Immutable; the same command may be sent any number of times and has one effect. */
public sealed interface Command
        permits Order,
                Order.Reservation,
                Order.Cancellation,
                Order.Fulfilment,
                Refund,
                Activity,
                Activity.Retraction,
                Donation,
                Member,
                Referral,
                OpeningBalance,
                StaffCommand,
                Transfer,
                Transfer.Delivery,
                Transfer.Bounce,
                Merge.Inheritance {
    MemberId member();

    /**
     * The name of the command's effect, unique per member, composed of the kind and the shop's own ids ({@code order/A-1001@1}). The two commands that set
     * a state ({@link Order.Reservation}, {@link Member}) are idempotent by that state; their postings add a number to it.
     */
    String requestId();

    /**
     * What it is about, by the name under which a member's account has its position: an order's id, or {@code ~} and the name of the effect that gave
     * something; empty if it is about the member alone.
     */
    default Optional<String> subject() {
        return Optional.empty();
    }

    /** What the command says, as sorted names with plain values, defaults and whatever a clock would fill in left out: what its fingerprint is made of. */
    SortedMap<String, String> facts();

    /**
     * The command that said some facts: equal to the one that was sent, but for what facts leave out (the order of what is listed, numbers written with more
     * zeros, the profile of a {@link Member}).
     *
     * @param requestId the command's, or that of its posting, which adds a number where a state is set
     * @throws io.loyalty4j.shop.LoyaltyException.UnreadableCommandException if the kind is unknown, a fact is missing, or one is too many
     */
    static Command of(MemberId member, String requestId, Map<String, String> facts) {
        return CommandReading.read(member, requestId, facts);
    }
}
