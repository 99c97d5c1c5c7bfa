package io.loyalty4j.testing;

import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Moment;
import java.util.Map;
import java.util.Optional;

/** Events of which members are told by a moment of the program alone. */
final class MomentEvents {
    private static final Map<Class<? extends LoyaltyEvent>, Moment.Kind> KINDS = Map.of(
            LoyaltyEvent.ThankYouDue.class, Moment.Kind.AFTER_ORDER,
            LoyaltyEvent.Surprise.class, Moment.Kind.AFTER_ORDER,
            LoyaltyEvent.Birthday.class, Moment.Kind.BIRTHDAY,
            LoyaltyEvent.Anniversary.class, Moment.Kind.ANNIVERSARY,
            LoyaltyEvent.PointsExpiringSoon.class, Moment.Kind.BEFORE_EXPIRY,
            LoyaltyEvent.RewardExpiring.class, Moment.Kind.BEFORE_EXPIRY,
            LoyaltyEvent.TierAtRisk.class, Moment.Kind.TIER_AT_RISK,
            LoyaltyEvent.Dormant.class, Moment.Kind.DORMANT);

    private MomentEvents() {}

    /** The kind of moment that would tell it and that the program lacks; empty if none is missing. */
    static Optional<Moment.Kind> missing(LoyaltyProgram program, Class<? extends LoyaltyEvent> event) {
        return Optional.ofNullable(KINDS.get(event))
                .filter(kind -> program.moments().values().stream().noneMatch(moment -> moment.kind() == kind));
    }
}
