package io.loyalty4j.notify;

import io.loyalty4j.notify.LoyaltyEvent.About;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.TierAtRisk;
import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Events of a member, told by hand. */
final class Events {
    static final MemberId ANA = MemberId.of("ana");

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");

    private Events() {}

    static LoyaltyEvent birthday() {
        return new Birthday(marketing("ana/birthday/2026"), "birthday", MomentGift.NOTHING);
    }

    static LoyaltyEvent expiring(int number) {
        return new PointsExpiringSoon(marketing("ana/expiring/" + number), 50, LAST_DAY);
    }

    static LoyaltyEvent atRisk() {
        return new TierAtRisk(marketing("ana/at-risk/2026"), "GOLD", BigDecimal.TEN, LAST_DAY);
    }

    static LoyaltyEvent earned() {
        return new PointsEarned(new About("ana/2/0", ANA, Instant.EPOCH, MessageClass.TRANSACTIONAL), 10, 0);
    }

    private static About marketing(String id) {
        return new About(id, ANA, Instant.EPOCH, MessageClass.MARKETING);
    }
}
