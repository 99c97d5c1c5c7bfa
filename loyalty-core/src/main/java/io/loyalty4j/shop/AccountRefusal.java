package io.loyalty4j.shop;

import java.time.Instant;
import java.util.List;

/** Why something was not booked that concerns another account too, or the state of an account as a whole. */
public sealed interface AccountRefusal extends Refusal {
    /** Points cannot be sent to another member. */
    record TransferNotAccepted(String why) implements AccountRefusal {
        @Override
        public List<Object> facts() {
            return List.of(why);
        }

        @Override
        public String toString() {
            return "the transfer is not accepted: " + why;
        }
    }

    /** The order was placed before the member came, and too long ago to be theirs. */
    record ClaimedTooLate(String order, Instant placedAt, Instant until) implements AccountRefusal {
        @Override
        public List<Object> facts() {
            return List.of(order, placedAt, until);
        }

        @Override
        public String toString() {
            return "order " + order + " was placed at " + placedAt
                    + ", before the member came, and could be claimed until " + until;
        }
    }

    /** Another member has had the order booked. Who it is stays unsaid. */
    record OrderOfAnotherMember(String order) implements AccountRefusal {
        @Override
        public List<Object> facts() {
            return List.of(order);
        }

        @Override
        public String toString() {
            return "order " + order + " is another member's";
        }
    }

    /** An account is given up only when nothing is reserved there: these orders are to be purchased or cancelled first. */
    record OrdersOpen(MemberId member, List<String> orders) implements AccountRefusal {
        public OrdersOpen {
            orders = List.copyOf(orders);
        }

        @Override
        public List<Object> facts() {
            return List.of(member, orders);
        }

        @Override
        public String toString() {
            return member + " has points reserved by the orders " + orders;
        }
    }

    /** The account was given up, and what it had is the other's. */
    record Merged(MemberId member, MemberId into) implements AccountRefusal {
        @Override
        public List<Object> facts() {
            return List.of(member, into);
        }

        @Override
        public String toString() {
            return member + " was merged into " + into;
        }
    }

    /** The two cannot be merged. */
    record MergeNotAccepted(String why) implements AccountRefusal {
        @Override
        public List<Object> facts() {
            return List.of(why);
        }

        @Override
        public String toString() {
            return "the merge is not accepted: " + why;
        }
    }
}
