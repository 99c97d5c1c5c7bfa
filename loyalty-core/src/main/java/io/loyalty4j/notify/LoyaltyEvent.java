package io.loyalty4j.notify;

import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Something that happened to a member, or that they are to be reminded of, with what a template needs. Immutable; none says a voucher's code in its text. In all
 * of them an order is named by the shop's id, a reward, a rule and a moment by the program's; no number of points is 0 or less but where that is said.
 */
public sealed interface LoyaltyEvent {
    About about();

    /** The same whenever it is told: {@code ana/7/0}, the member, the posting's version and a number; of a reminder {@code ana/birthday/2026}. */
    default String id() {
        return about().id();
    }

    default MemberId member() {
        return about().member();
    }

    /** When it happened: when the posting was booked, or the reminder fell due. */
    default Instant at() {
        return about().at();
    }

    default MessageClass messageClass() {
        return about().messageClass();
    }

    /** The event's name, for templates and logs. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** What it says beside {@link #about()}, by the names of the components, as plain text; without what only the member may see. */
    SortedMap<String, String> facts();

    /**
     * What all events have.
     *
     * @param id unique, and for ever the same
     */
    record About(String id, MemberId member, Instant at, MessageClass messageClass) {}

    /** The member has an account. */
    record Enrolled(About about) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of();
        }
    }

    /**
     * Points were given, usable at once or later.
     *
     * @param points those given
     * @param pending how many of them are not usable yet
     */
    record PointsEarned(About about, long points, long pending) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points, "pending", pending);
        }
    }

    /** Points that were pending can be used. */
    record PointsActivated(About about, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points);
        }
    }

    /** Points that an order had reserved can be used for something else: its time was over, or it redeems less. */
    record PointsReleased(About about, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points);
        }
    }

    /** Points were taken for a reward. */
    record PointsRedeemed(About about, String reward, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "points", points);
        }
    }

    /** Points taken for rewards came back with what was returned, or lapsed ones were brought back. */
    record PointsRestored(About about, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points);
        }
    }

    /** Points given for what came back were taken back, those that are owed now included, those that had lapsed not. */
    record PointsClawedBack(About about, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points);
        }
    }

    /**
     * More points are owed than before.
     *
     * @param points by how many
     * @param debt owed in all
     */
    record DebtOpened(About about, long points, long debt) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points, "debt", debt);
        }
    }

    /**
     * Fewer points are owed than before.
     *
     * @param points by how many
     * @param debt still owed
     */
    record DebtPaid(About about, long points, long debt) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points, "debt", debt);
        }
    }

    /**
     * People of the shop gave or took points, or closed the account with what was in it.
     *
     * @param points taken ones are less than 0
     * @param reason a code; {@code reversed} of what was undone before it came
     */
    record PointsAdjusted(About about, long points, String reason) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points, "reason", reason);
        }
    }

    /**
     * Points came from another member, came back, or went there; with all that an account has where it is given up for another.
     *
     * @param points less what is owed; those that went are less than 0
     */
    record PointsTransferred(About about, long points, MemberId other) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points, "other", other);
        }
    }

    /** Points lapsed. */
    record PointsExpired(About about, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points);
        }
    }

    /** Points lapse at the end of a day if nothing happens. */
    record PointsExpiringSoon(About about, long points, LocalDate lastDay) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points, "lastDay", lastDay);
        }
    }

    /** A higher tier is held than before. */
    record TierReached(About about, String tier) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("tier", tier);
        }
    }

    /**
     * The tier is held for longer.
     *
     * @param lastDay on which it is held whatever happens
     */
    record TierKept(About about, String tier, LocalDate lastDay) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("tier", tier, "lastDay", lastDay);
        }
    }

    /**
     * The tier ends soon, and what keeps it is missing.
     *
     * @param missing as the ladder measures
     * @param by the last day that counts
     */
    record TierAtRisk(About about, String tier, BigDecimal missing, LocalDate by) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("tier", tier, "missing", missing, "by", by);
        }
    }

    /** A lower tier is held than before. */
    record TierLost(About about, String tier, String now) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("tier", tier, "now", now);
        }
    }

    /** An order that is not paid yet holds a reward, and the points for it; of a reward that is free 0. */
    record RewardReserved(About about, String reward, String order, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "order", order, "points", points);
        }
    }

    /**
     * A rule gave a reward that can be had without a code, or with one that cannot be told for want of the key.
     *
     * @param count how many of it
     * @param lastDay on which it can be used
     */
    record RewardIssued(About about, String reward, long count, LocalDate lastDay) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "count", count, "lastDay", lastDay);
        }
    }

    /** An order was given a reward. */
    record RewardUsed(About about, String reward, String order) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "order", order);
        }
    }

    /** A reward that a rule gave can be used until the end of a day only. */
    record RewardExpiring(About about, String reward, LocalDate lastDay) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "lastDay", lastDay);
        }
    }

    /**
     * A friend whom the member brought has bought. Told in the place of {@link PointsEarned}.
     *
     * @param points for the member, 0 if limits left nothing
     */
    record ReferralQualified(About about, MemberId friend, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("friend", friend, "points", points);
        }
    }

    /** A challenge was met, or a stamp card is full. */
    record MilestoneReached(About about, String rule) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("rule", rule);
        }
    }

    /**
     * A rule gave a reward that is used by a code.
     *
     * @param until the first instant at which it is over
     */
    record VoucherIssued(About about, String reward, String code, Instant until) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "until", until);
        }

        @Override
        public String toString() {
            return "VoucherIssued[about=" + about + ", reward=" + reward + ", code=***, until=" + until + "]";
        }
    }

    /** An order is some time ago. */
    record ThankYouDue(About about, String moment, String order, MomentGift gift) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("moment", moment, "order", order, "gift", gift);
        }
    }

    /** It is the member's birthday. */
    record Birthday(About about, String moment, MomentGift gift) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("moment", moment, "gift", gift);
        }
    }

    /** It is the day on which the member came. */
    record Anniversary(About about, String moment, int years, MomentGift gift) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("moment", moment, "years", years, "gift", gift);
        }
    }

    /**
     * The member has not bought for long.
     *
     * @param moment the program's id of it
     * @param lastOrder the day of the latest order
     */
    record Dormant(About about, String moment, LocalDate lastOrder, MomentGift gift) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("moment", moment, "lastOrder", lastOrder, "gift", gift);
        }
    }

    /** Chance gave something for an order. */
    record Surprise(About about, String moment, String order, MomentGift gift) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("moment", moment, "order", order, "gift", gift);
        }
    }
}
