package io.loyalty4j.earn;

import io.loyalty4j.earn.BuiltIn.Fixed;
import io.loyalty4j.earn.BuiltIn.Multiplied;
import io.loyalty4j.earn.BuiltIn.PerAmount;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds rules of a group of which another, without limits, always gives as much or more: one for everything, or one that asks for the same. */
final class Outdone {
    private final List<Prepared> rules;
    private final Map<Place, Prepared> best = new HashMap<>();

    Outdone(List<Prepared> rules) {
        this.rules = rules.stream()
                .filter(rule -> rule.clauses().group().isPresent())
                .filter(rule -> value(rule).isPresent())
                .toList();
        this.rules.stream().filter(rule -> rule.clauses().caps().isEmpty()).forEach(rule -> {
            best.merge(place(rule), rule, Outdone::better);
        });
    }

    /** Why, by rule. */
    SortedMap<String, String> reasons() {
        SortedMap<String, String> reasons = new TreeMap<>();
        for (Prepared rule : rules) {
            Place own = place(rule);
            Stream.of(own, own.ofAll())
                    .flatMap(place -> Optional.ofNullable(best.get(place)).stream())
                    .filter(other -> surely(other, rule))
                    .findFirst()
                    .ifPresent(other -> reasons.put(
                            rule.id(),
                            "of the group " + own.group() + " only the best counts, and " + other.id()
                                    + " always gives as much or more"));
        }
        return reasons;
    }

    /** Rounded, more may come to the same, and then the id that comes first is taken. */
    private static boolean surely(Prepared other, Prepared rule) {
        int more = value(other).orElseThrow().compareTo(value(rule).orElseThrow());
        return other.id().compareTo(rule.id()) < 0
                ? more >= 0
                : more > 0 && rule.clauses().formula() instanceof Fixed;
    }

    private static Prepared better(Prepared one, Prepared other) {
        Comparator<Prepared> more = Comparator.comparing(rule -> value(rule).orElseThrow());
        return more.thenComparing(Prepared::id, Comparator.reverseOrder()).compare(one, other) >= 0 ? one : other;
    }

    private static Place place(Prepared rule) {
        Clauses clauses = rule.clauses();
        return new Place(
                clauses.group().orElseThrow(), kind(clauses), clauses.season(), clauses.lines(), clauses.when());
    }

    private static String kind(Clauses clauses) {
        String kind = clauses.formula() instanceof PerAmount rate
                ? rate.kind() + rate.per().value().stripTrailingZeros().toPlainString()
                : clauses.formula() instanceof Fixed fixed ? fixed.kind().name() : "factor";
        return kind + clauses.activity().orElse("");
    }

    /** What it gives; empty where that cannot be compared. */
    private static Optional<BigDecimal> value(Prepared rule) {
        Formula formula = rule.clauses().formula();
        if (formula instanceof Fixed fixed) {
            return Optional.of(BigDecimal.valueOf(fixed.points()));
        }
        if (formula instanceof PerAmount rate) {
            return Optional.of(BigDecimal.valueOf(rate.points()));
        }
        return formula instanceof Multiplied factor && factor.byTier().isEmpty()
                ? Optional.of(new BigDecimal(factor.factor()))
                : Optional.empty();
    }

    /** Rules of one place are good on the same occasions. */
    private record Place(
            String group, String kind, Season season, Condition<OrderLine> lines, Condition<Occasion> when) {
        Place ofAll() {
            return new Place(group, kind, Season.ALWAYS, Condition.always(), Condition.always());
        }
    }
}
