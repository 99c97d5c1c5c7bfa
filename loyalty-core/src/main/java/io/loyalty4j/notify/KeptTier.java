package io.loyalty4j.notify;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** That the tier which a member had at the look before is held for longer. Where the last days count, each order does that, and nobody wants to hear of it. */
final class KeptTier {
    private KeptTier() {}

    static Optional<Reminder> of(Look look) {
        HeldTier now = HeldTier.of(look.account().tier());
        return look.memory()
                .tier()
                .flatMap(now::keptSince)
                .filter(day -> !look.account().standing().terms().per().rolls())
                .filter(day -> !look.memory().told(Reminder.TIER_KEPT, day.toString()))
                .map(day -> reminder(look, now, day));
    }

    private static Reminder reminder(Look look, HeldTier tier, LocalDate day) {
        Upcoming what = new Upcoming(
                day.toString(),
                look.now(),
                look.present().startOf(day.plusDays(1)),
                (about, gift) -> new LoyaltyEvent.TierKept(about, tier.tier(), day));
        Told told = new Told(Reminder.TIER_KEPT, what.cause(), look.now(), what.over());
        UnaryOperator<Memory> afterwards = memory -> memory.telling(told).holding(tier);
        return new Reminder(look.account().member(), Reminder.TIER_KEPT, Optional.empty(), what, afterwards);
    }
}
