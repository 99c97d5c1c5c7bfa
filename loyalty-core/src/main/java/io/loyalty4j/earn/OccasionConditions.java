package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/** The conditions on a whole occasion that the engine knows. */
final class OccasionConditions {
    private OccasionConditions() {}

    /** An order of at least so much. */
    record OrderFrom(Amount least) implements Freezable<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return occasion.amount().amount().compareTo(least.value()) >= 0;
        }

        @Override
        public String describe() {
            return "an order of " + least.text() + " or more";
        }

        @Override
        public Keep freeze(Occasion occasion) {
            return new Keep.MinimumBasis(least.value());
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return least.legal() ? List.of() : List.of("\"" + least.text() + "\" is no amount");
        }
    }

    /** An order with a line of some kind. */
    record AnyLine(Condition<OrderLine> line) implements Freezable<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return occasion.lines().stream().anyMatch(line::test);
        }

        @Override
        public String describe() {
            return "an order with " + line.describe();
        }

        @Override
        public Keep freeze(Occasion occasion) {
            List<Keep> each = new ArrayList<>();
            Set<String> plain = new HashSet<>();
            for (OrderLine one : occasion.lines()) {
                if (line.test(one)) {
                    Keep keep = Freezable.frozen(line, one);
                    if (keep.equals(Keep.ALWAYS)) {
                        plain.add(one.id());
                    } else {
                        each.add(new Keep.AllOf(List.of(new Keep.SomeOf(Set.of(one.id())), keep)));
                    }
                }
            }
            if (!plain.isEmpty()) {
                each.add(new Keep.SomeOf(plain));
            }
            return each.size() == 1 ? each.get(0) : new Keep.AnyOf(each);
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return ConditionCheck.mistakes(line, tiers);
        }
    }

    /** A member of some tiers. */
    record InTier(List<String> anyOf) implements Condition<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return anyOf.contains(occasion.tier());
        }

        @Override
        public String describe() {
            return "tier " + String.join(" or ", anyOf);
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return anyOf.isEmpty()
                    ? List.of("inTier() names none")
                    : anyOf.stream()
                            .filter(tier -> !tiers.contains(tier))
                            .map(tier -> unknownTier(tier, tiers))
                            .toList();
        }
    }

    /** An order or activity with an attribute of one of some values. */
    record OrderIs(String attribute, NavigableSet<String> anyOf) implements Condition<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return occasion.attribute(attribute).filter(anyOf::contains).isPresent();
        }

        @Override
        public String describe() {
            return attribute + " " + String.join(" or ", anyOf);
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return anyOf.isEmpty() ? List.of(attribute + "() names none") : List.of();
        }
    }

    /** A member with an attribute of some value. */
    record MemberIs(String attribute, String value) implements Condition<Occasion> {
        @Override
        public boolean test(Occasion occasion) {
            return occasion.memberAttribute(attribute).filter(value::equals).isPresent();
        }

        @Override
        public String describe() {
            return "member's " + attribute + " " + value;
        }
    }

    static String unknownTier(String tier, Set<String> tiers) {
        return "there is no tier " + tier + "; the program has " + tiers;
    }
}
