package io.loyalty4j.notify;

import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something that a member is to be told now.
 *
 * @param moment the program's id of it; {@link #TIER_KEPT} where no moment is needed
 * @param terms of the moment
 * @param afterwards what becomes of a memory once it was told
 */
record Reminder(
        MemberId member, String moment, Optional<Moment> terms, Upcoming what, UnaryOperator<Memory> afterwards) {
    static final String TIER_KEPT = "~~tier-kept";

    String cause() {
        return what.cause();
    }

    /** Named after moment and cause, so that it has the same name whenever it is computed. */
    LoyaltyEvent event(MomentGift gift) {
        MessageClass messageClass = terms.isPresent() ? MessageClass.MARKETING : MessageClass.TRANSACTIONAL;
        String kind = terms.isPresent() ? "~" + moment : moment;
        String id = member + "/" + kind + "/" + cause();
        return what.event().apply(new LoyaltyEvent.About(id, member, what.due(), messageClass), gift);
    }

    /** Remembers that it was told, or that nothing is to be said. */
    Memory told(Memory memory) {
        return afterwards.apply(memory);
    }

    /** When it fell due. */
    Instant due() {
        return what.due();
    }
}
