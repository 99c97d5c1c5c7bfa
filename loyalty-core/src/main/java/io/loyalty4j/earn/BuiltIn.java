package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The formulas behind {@link EarnRules}. */
final class BuiltIn {
    private BuiltIn() {}

    /** Points per amount, in proportion or per whole block. */
    record PerAmount(Kind kind, long points, Amount per) implements Formula, Stated, Promising {
        @Override
        public Contribution contribute(Occasion occasion) {
            return Given.of(kind, BigDecimal.valueOf(points), Optional.of(per.value()), reason());
        }

        @Override
        public Optional<Reason> promise(Occasion occasion) {
            return Optional.of(reason());
        }

        private Reason reason() {
            return Reason.of(kind == Kind.RATE ? "rate" : "block-rate", Long.toString(points), per.text());
        }

        @Override
        public String describe() {
            return points + (kind == Kind.RATE ? " per " : " per whole ") + per.text();
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            List<String> mistakes = new ArrayList<>(negative(points));
            if (!per.positive()) {
                mistakes.add("\"" + per.text() + "\" is no amount above zero");
            }
            return mistakes;
        }
    }

    /** Points per piece, or for the whole occasion. */
    record Fixed(Kind kind, long points) implements Formula, Stated, Promising {
        @Override
        public Contribution contribute(Occasion occasion) {
            String code = kind == Kind.ITEM ? "item" : "bonus";
            return Given.of(kind, BigDecimal.valueOf(points), Optional.empty(), Reason.of(code, Long.toString(points)));
        }

        @Override
        public Optional<Reason> promise(Occasion occasion) {
            String code = kind == Kind.ITEM ? "points-per-piece" : "points";
            return Optional.of(Reason.of(code, Long.toString(points)));
        }

        @Override
        public String describe() {
            return points + (kind == Kind.ITEM ? " points per piece" : " points");
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return negative(points);
        }
    }

    /** Points for each of what an attribute counts. */
    record PerUnit(long points, String attribute) implements Formula, Stated, Promising {
        @Override
        public Contribution contribute(Occasion occasion) {
            long units = occasion.number(attribute);
            return units <= 0
                    ? new Withheld(Reason.of("no-units", attribute))
                    : Given.of(
                            Kind.BONUS,
                            BigDecimal.valueOf(Math.multiplyExact(points, units)),
                            Optional.empty(),
                            Reason.of("units", Long.toString(points), Long.toString(units), attribute));
        }

        @Override
        public Optional<Reason> promise(Occasion occasion) {
            return Optional.of(Reason.of("points-per-unit", Long.toString(points), attribute));
        }

        @Override
        public String describe() {
            return points + " points for each of " + attribute;
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return negative(points);
        }
    }

    /** A factor, which may differ by tier. */
    record Multiplied(String factor, Map<String, String> byTier) implements Formula, Stated, Promising {
        @Override
        public Contribution contribute(Occasion occasion) {
            return extra(occasion)
                    .map(Contribution::multiply)
                    .orElseGet(() -> new Withheld(Reason.of("no-extra", occasion.tier())));
        }

        @Override
        public Optional<Reason> promise(Occasion occasion) {
            return extra(occasion).map(value -> Reason.of("multiplier", value));
        }

        private Optional<String> extra(Occasion occasion) {
            BigDecimal value = new BigDecimal(byTier.getOrDefault(occasion.tier(), factor));
            return Optional.of(value)
                    .filter(times -> times.compareTo(BigDecimal.ONE) != 0)
                    .map(BigDecimal::toPlainString);
        }

        @Override
        public String describe() {
            return byTier.isEmpty() ? factor + " times the points" : factor + " times the points, by tier " + byTier;
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            List<String> mistakes = new ArrayList<>(below1(factor));
            byTier.forEach((tier, value) -> {
                mistakes.addAll(below1(value));
                if (!tiers.contains(tier)) {
                    mistakes.add(OccasionConditions.unknownTier(tier, tiers));
                }
            });
            return mistakes;
        }

        private static List<String> below1(String factor) {
            boolean legal =
                    factor.matches("\\d{1,9}(\\.\\d{1,9})?") && new BigDecimal(factor).compareTo(BigDecimal.ONE) >= 0;
            return legal
                    ? List.of()
                    : List.of("the factor \"" + factor + "\" is not 1 or more; less would give more for less");
        }
    }

    private static List<String> negative(long points) {
        return points > 0 ? List.of() : List.of(points + " points are not more than 0");
    }
}
