package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;

/** The conditions on one line that the engine knows. */
final class LineConditions {
    private LineConditions() {}

    /** A line that has one of some words: category, brand, sku. */
    record OneOf(String what, NavigableSet<String> words, Function<OrderLine, Set<String>> of)
            implements Condition<OrderLine>, Stated {
        @Override
        public boolean test(OrderLine line) {
            return of.apply(line).stream().anyMatch(words::contains);
        }

        @Override
        public String describe() {
            return what + " " + String.join(" or ", words);
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return words.isEmpty() ? List.of(what + "() names none") : List.of();
        }
    }

    /** A line with an attribute of some value. */
    record LineIs(String attribute, String value) implements Condition<OrderLine> {
        @Override
        public boolean test(OrderLine line) {
            return value.equals(line.attributes().get(attribute));
        }

        @Override
        public String describe() {
            return attribute + " " + value;
        }
    }

    /** At least so many pieces. */
    record QuantityFrom(int least) implements Freezable<OrderLine>, Stated {
        @Override
        public boolean test(OrderLine line) {
            return line.quantity() >= least;
        }

        @Override
        public String describe() {
            return least + " or more pieces";
        }

        @Override
        public Keep freeze(OrderLine line) {
            return new Keep.MinimumQuantity(line.id(), least);
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return least < 1 ? List.of(least + " pieces are not more than 0") : List.of();
        }
    }

    /** A line of at least so much. */
    record LineFrom(Amount least) implements Freezable<OrderLine>, Stated {
        @Override
        public boolean test(OrderLine line) {
            return line.amount().compareTo(least.value()) >= 0;
        }

        @Override
        public String describe() {
            return "a line of " + least.text() + " or more";
        }

        @Override
        public Keep freeze(OrderLine line) {
            return new Keep.MinimumAmount(line.id(), least.value());
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return least.legal() ? List.of() : List.of("\"" + least.text() + "\" is no amount");
        }
    }
}
