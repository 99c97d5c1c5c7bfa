package io.loyalty4j.notify;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.GivenReward;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.IssuedVoucher;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.notify.LoyaltyEvent.MilestoneReached;
import io.loyalty4j.notify.LoyaltyEvent.PointsRedeemed;
import io.loyalty4j.notify.LoyaltyEvent.RewardIssued;
import io.loyalty4j.notify.LoyaltyEvent.RewardReserved;
import io.loyalty4j.notify.LoyaltyEvent.RewardUsed;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Tells of rewards: used, reserved, and given by rules. */
final class RewardTelling {
    private final Posting posting;
    private final Telling telling;

    RewardTelling(Posting posting, Telling telling) {
        this.posting = posting;
        this.telling = telling;
    }

    void used(Redemption redemption) {
        String order = posting.header().order().orElse("");
        for (Redemption.Use use : redemption.uses()) {
            telling.points(use.points(), points -> about -> new PointsRedeemed(about, use.reward(), points));
            if (use.fresh()) {
                telling.add(about -> new RewardUsed(about, use.reward(), order));
            }
        }
    }

    /** A hold has the id of the reservation that placed it; others are only redated. */
    void reserved() {
        String own = posting.header().requestId() + "/";
        posting.changes(Change.HoldSet.class)
                .map(Change.HoldSet::hold)
                .filter(hold -> hold.id().startsWith(own))
                .forEach(this::reserved);
    }

    private void reserved(Hold hold) {
        telling.add(about -> new RewardReserved(about, hold.reward(), hold.order(), hold.points()));
    }

    /** What rules gave besides points. A code that cannot be made again, for want of its key, is not told. */
    void given(Receipt receipt, ZoneId zone) {
        receipt.vouchers().forEach(voucher -> given(voucher, zone));
        receipt.given().forEach(given -> given(given, zone));
        receipt.milestones().forEach(rule -> telling.add(about -> new MilestoneReached(about, rule)));
    }

    private void given(IssuedVoucher voucher, ZoneId zone) {
        if (voucher.code().isPresent()) {
            String code = voucher.code().get();
            telling.add(about -> new VoucherIssued(about, voucher.reward(), code, voucher.until()));
        } else {
            given(new GivenReward(voucher.reward(), 1, voucher.until()), zone);
        }
    }

    private void given(GivenReward given, ZoneId zone) {
        LocalDate lastDay = lastDay(given.until(), zone);
        telling.add(about -> new RewardIssued(about, given.reward(), given.count(), lastDay));
    }

    private static LocalDate lastDay(Instant until, ZoneId zone) {
        return until.minusMillis(1).atZone(zone).toLocalDate();
    }
}
