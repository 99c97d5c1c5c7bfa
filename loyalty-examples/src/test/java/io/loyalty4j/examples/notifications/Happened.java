package io.loyalty4j.examples.notifications;

import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.LoyaltyEvent.About;
import io.loyalty4j.notify.LoyaltyEvent.Enrolled;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.notify.MessageClass;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.time.LocalDate;

/** Events of a member, told by hand. */
final class Happened {
    static final MemberId ANA = MemberId.of("ana");
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private Happened() {}

    static LoyaltyEvent enrolled() {
        return new Enrolled(about("ana/1/0"));
    }

    static LoyaltyEvent enrolled(String id) {
        return new Enrolled(about(id));
    }

    static LoyaltyEvent earned() {
        return new PointsEarned(about("ana/2/0"), 10, 0);
    }

    static LoyaltyEvent expiring(long points) {
        return new PointsExpiringSoon(about("ana/expiring/2026-03-31"), points, LocalDate.parse("2026-03-31"));
    }

    static LoyaltyEvent voucher() {
        return new VoucherIssued(about("ana/3/0"), "thanks-5", "KX7Q-2M9P", Instant.parse("2026-03-05T12:00:00Z"));
    }

    private static About about(String id) {
        return new About(id, ANA, NOW, MessageClass.TRANSACTIONAL);
    }
}
