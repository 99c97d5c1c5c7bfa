package io.loyalty4j.notify;

import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

/** Something that happened to a member, or that they are to be reminded of, with what a template needs. Immutable; none says a voucher's code in its text. */
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

    /** Points were taken for a reward. */
    record PointsRedeemed(About about, String reward, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "points", points);
        }
    }

    /** Points taken for rewards came back with what was returned, or were brought back. */
    record PointsRestored(About about, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points);
        }
    }

    /** Points given for what came back were taken back, those that are owed now included. */
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
     * People of the shop gave or took points.
     *
     * @param points taken ones are less than 0
     * @param reason a code
     */
    record PointsAdjusted(About about, long points, String reason) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("points", points, "reason", reason);
        }
    }

    /**
     * Points came from another member, or went there.
     *
     * @param points those that went are less than 0
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

    /**
     * An order that is not paid yet holds a reward.
     *
     * @param order the shop's id
     */
    record RewardReserved(About about, String reward, String order) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "order", order);
        }
    }

    /**
     * A rule gave a reward that can be had without a code.
     *
     * @param lastDay on which it can be used
     */
    record RewardIssued(About about, String reward, LocalDate lastDay) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("reward", reward, "lastDay", lastDay);
        }
    }

    /**
     * An order was given a reward.
     *
     * @param order the shop's id
     */
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
     * A friend whom the member brought has bought.
     *
     * @param points for the member
     */
    record ReferralQualified(About about, MemberId friend, long points) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("friend", friend, "points", points);
        }
    }

    /**
     * A challenge was met, or a stamp card is full.
     *
     * @param rule the program's id of it
     */
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

    /**
     * An order is some time ago.
     *
     * @param moment the program's id of it
     * @param order the shop's id
     */
    record ThankYouDue(About about, String moment, String order, MomentGift gift) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("moment", moment, "order", order, "gift", gift);
        }
    }

    /**
     * It is the member's birthday.
     *
     * @param moment the program's id of it
     */
    record Birthday(About about, String moment, MomentGift gift) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("moment", moment, "gift", gift);
        }
    }

    /**
     * It is the day on which the member came.
     *
     * @param moment the program's id of it
     */
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

    /**
     * Chance gave something for an order.
     *
     * @param moment the program's id of it
     * @param order the shop's id
     */
    record Surprise(About about, String moment, String order, MomentGift gift) implements LoyaltyEvent {
        @Override
        public SortedMap<String, String> facts() {
            return Facts.of("moment", moment, "order", order, "gift", gift);
        }
    }
}
