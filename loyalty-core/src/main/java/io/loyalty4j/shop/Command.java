package io.loyalty4j.shop;

import java.util.Optional;
import java.util.SortedMap;

/** What a shop can ask the engine to book. Immutable; the same command may be sent any number of times and has one effect. */
public sealed interface Command
        permits Order,
                Order.Reservation,
                Order.Cancellation,
                Refund,
                Activity,
                Activity.Retraction,
                Member,
                Referral,
                Transfer,
                Transfer.Delivery,
                Transfer.Bounce,
                Merge,
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
}
