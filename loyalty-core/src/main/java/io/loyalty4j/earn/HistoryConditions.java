package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The conditions on what the member did before. */
final class HistoryConditions {
    private HistoryConditions() {}

    /** One order in a member's life. */
    record NthOrder(int n) implements Condition<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return occasion.order().isPresent() && occasion.earlierOrders() == n - 1L;
        }

        @Override
        public String describe() {
            return n == 1 ? "the first order" : "the " + ordinal(n) + " order";
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return n < 1 ? List.of("there is no order number " + n) : List.of();
        }
    }

    /** One order in so many. */
    record EveryNthOrder(int n) implements Condition<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return occasion.order().isPresent() && (occasion.earlierOrders() + 1) % n == 0;
        }

        @Override
        public String describe() {
            return n == 1 ? "any order" : "every " + ordinal(n) + " order";
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return n < 1 ? List.of("there is no order in every " + n) : List.of();
        }
    }

    /** So many orders or more that came before. */
    record OrdersFrom(int least) implements Condition<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return occasion.earlierOrders() >= least;
        }

        @Override
        public String describe() {
            return least + " or more orders before";
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return least < 1 ? List.of(least + " orders are not more than 0") : List.of();
        }
    }

    /** A pause of so many days or more. */
    record DaysSinceLastOrder(int least) implements Condition<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return occasion.lastOrder()
                    .map(last -> last.atZone(occasion.zone()).toLocalDate())
                    .filter(day -> ChronoUnit.DAYS.between(day, occasion.date()) >= least)
                    .isPresent();
        }

        @Override
        public String describe() {
            return least + " or more days since the last order";
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return least < 1 ? List.of(least + " days are not more than 0") : List.of();
        }
    }

    private static String ordinal(int n) {
        if (n % 100 / 10 == 1) {
            return n + "th";
        }
        return switch (n % 10) {
            case 1 -> n + "st";
            case 2 -> n + "nd";
            case 3 -> n + "rd";
            default -> n + "th";
        };
    }
}
