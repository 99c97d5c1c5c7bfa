package io.loyalty4j.shop;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Why a command was not booked: an answer with its facts, not a fault. Nothing was written, and the same command may be accepted later.
 * A shop translates by {@link #code()} and {@link #facts()}; {@code toString()} is the English sentence.
 */
public sealed interface Refusal
        permits AccountRefusal,
                RewardRefusal,
                Refusal.InsufficientPoints,
                Refusal.OrderTooSmall,
                Refusal.TierTooLow,
                Refusal.ConditionNotMet,
                Refusal.RewardNotOffered,
                Refusal.ActivityNotInProgram,
                Refusal.OrderClosed,
                Refusal.RevisionOutdated,
                Refusal.CurrencyNotAccepted,
                Refusal.NotAMember,
                Refusal.RequestConflicts,
                Refusal.LimitReached,
                Refusal.NotYetHappened,
                Refusal.ClockBehind,
                Refusal.ProgramNotInForce,
                Refusal.ProgramOutdated,
                Refusal.ReferralNotAccepted,
                Refusal.AccountBlocked,
                Refusal.ApprovalNeeded,
                Refusal.OwnAccount,
                Refusal.TierNotInProgram,
                Refusal.LastDayNotAccepted {
    /** The name of the refusal in small letters: {@code insufficient-points}. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The facts in a fixed order, ready for {@link java.text.MessageFormat}. */
    List<Object> facts();

    /** A reward costs more than is available. */
    record InsufficientPoints(String reward, long needed, long available) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(reward, needed, available);
        }

        @Override
        public String toString() {
            return reward + " needs " + needed + " points, " + available + " are available";
        }
    }

    /** A reward needs a larger order. */
    record OrderTooSmall(String reward, Money needed, Money actual) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(reward, needed, actual);
        }

        @Override
        public String toString() {
            return reward + " needs an order of " + needed + ", this one has " + actual;
        }
    }

    /** A reward is for other tiers. */
    record TierTooLow(String reward, String needed, String actual) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(reward, needed, actual);
        }

        @Override
        public String toString() {
            return reward + " is for " + needed + ", the member is in " + actual;
        }
    }

    /** A reward's condition does not hold. */
    record ConditionNotMet(String reward, String condition) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(reward, condition);
        }

        @Override
        public String toString() {
            return reward + " is only for: " + condition;
        }
    }

    /** No such reward, or not at this time. */
    record RewardNotOffered(String reward, String why) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(reward, why);
        }

        @Override
        public String toString() {
            return reward + " is not offered: " + why;
        }
    }

    /** No rule of the program is about such an activity; a typing error is found by the known kinds. */
    record ActivityNotInProgram(String kind, List<String> known) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(kind, known);
        }

        @Override
        public String toString() {
            return "the program has no rule for the activity " + kind + "; it knows " + known;
        }
    }

    /** The order was cancelled or purchased before. */
    record OrderClosed(String order, String state) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(order, state);
        }

        @Override
        public String toString() {
            return "order " + order + " is " + state;
        }
    }

    /** A later edit of the order has been booked, or undone, before; this one is out of date. */
    record RevisionOutdated(String order, int revision, int booked) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(order, revision, booked);
        }

        @Override
        public String toString() {
            return "revision " + revision + " of order " + order + " is out of date: " + booked + " has been booked";
        }
    }

    /** The program has no rate for that currency; it is never converted silently. */
    record CurrencyNotAccepted(String currency, List<String> accepted) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(currency, accepted);
        }

        @Override
        public String toString() {
            return "the program reckons in " + accepted + ", not in " + currency;
        }
    }

    /** A guest, or somebody who has not enrolled where enrolment is explicit. */
    record NotAMember(MemberId member) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(member);
        }

        @Override
        public String toString() {
            return member + " is not a member";
        }
    }

    /** Among several commands, one whose request id was booked with another content. */
    record RequestConflicts(String requestId, String differingField) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(requestId, differingField);
        }

        @Override
        public String toString() {
            return requestId + " was booked with another content: they differ in " + differingField;
        }
    }

    /** A bound on what one account may have open at a time. */
    record LimitReached(String what, long limit) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(what, limit);
        }

        @Override
        public String toString() {
            return "no more than " + limit + " " + what;
        }
    }

    /** The event lies in the future. */
    record NotYetHappened(Instant at, Instant clock) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(at, clock);
        }

        @Override
        public String toString() {
            return "it is said to have happened at " + at + ", and it is " + clock;
        }
    }

    /** This machine's clock is more than five minutes behind what the account has seen; another machine or a minute later will do. */
    record ClockBehind(Instant clock, Instant account) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(clock, account);
        }

        @Override
        public String toString() {
            return "the clock says " + clock + ", the account was last booked at " + account;
        }
    }

    /** This machine runs a version of the program that begins later. */
    record ProgramNotInForce(String version, Instant from) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(version, from);
        }

        @Override
        public String toString() {
            return "version " + version + " of the program begins " + from;
        }
    }

    /** This machine runs another version of the program than the account has adopted, and not a later one. */
    record ProgramOutdated(String version, String adopted) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(version, adopted);
        }

        @Override
        public String toString() {
            return "version " + version + " of the program is not the one in force: " + adopted;
        }
    }

    /** A referral cannot stand. */
    record ReferralNotAccepted(String why) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(why);
        }

        @Override
        public String toString() {
            return "the referral is not accepted: " + why;
        }
    }

    /** A frozen, closed or forgotten account. */
    record AccountBlocked(String status) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(status);
        }

        @Override
        public String toString() {
            return "the account is " + status;
        }
    }

    /** More points than one person may give or take alone; the same request goes through once somebody else has approved it. */
    record ApprovalNeeded(long points, long limit) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(points, limit);
        }

        @Override
        public String toString() {
            return points + " points need another person's approval, as more than " + limit + " do";
        }
    }

    /** A person of the shop at work on their own account. */
    record OwnAccount(String actor) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(actor);
        }

        @Override
        public String toString() {
            return actor + " is the member's own person, or the member";
        }
    }

    /** No such tier; a typing error is found by the known ones. */
    record TierNotInProgram(String tier, List<String> known) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(tier, known);
        }

        @Override
        public String toString() {
            return "the program has no tier " + tier + "; it knows " + known;
        }
    }

    /** Points cannot be given that last day. */
    record LastDayNotAccepted(String of, String why) implements Refusal {
        @Override
        public List<Object> facts() {
            return List.of(of, why);
        }

        @Override
        public String toString() {
            return "the points of " + of + " keep their last day: " + why;
        }
    }
}
