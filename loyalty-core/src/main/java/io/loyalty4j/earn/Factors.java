package io.loyalty4j.earn;

import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the multipliers on a line build up its factor: a staircase from 1, one step for each, in the order of their ids. Points earned by a step are the
 * step's rule's.
 */
final class Factors {
    private final List<FrozenContribution> multipliers;
    private final Stacking stacking;
    private final KeptLines kept;

    Factors(List<FrozenContribution> multipliers, Stacking stacking, KeptLines kept) {
        this.multipliers = multipliers;
        this.stacking = stacking;
        this.kept = kept;
    }

    List<Step> on(KeptLine line) {
        if (multipliers.isEmpty()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        BigDecimal reached = BigDecimal.ONE;
        for (FrozenContribution one : applied(line)) {
            BigDecimal next = stacking == Stacking.MULTIPLY
                    ? reached.multiply(one.value())
                    : reached.add(one.value()).subtract(BigDecimal.ONE);
            steps.add(new Step(one.rule(), reached, next));
            reached = next;
        }
        return steps;
    }

    /** The whole factor on a line; empty if nothing multiplies there. */
    Optional<BigDecimal> reached(KeptLine line) {
        List<Step> steps = on(line);
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).to());
    }

    private List<FrozenContribution> applied(KeptLine line) {
        List<FrozenContribution> all =
                multipliers.stream().filter(one -> one.staysOn(line.id(), kept)).toList();
        if (stacking != Stacking.BEST) {
            return all;
        }
        Comparator<FrozenContribution> best = Comparator.comparing(FrozenContribution::value);
        return all.stream().max(best.thenComparing(FrozenContribution::rule, Comparator.reverseOrder())).stream()
                .toList();
    }

    /** One multiplier's part of a line's factor. */
    record Step(String rule, BigDecimal from, BigDecimal to) {
        BigDecimal height() {
            return to.subtract(from);
        }

        boolean covers(BigDecimal above, BigDecimal upTo) {
            return from.compareTo(above) <= 0 && to.compareTo(upTo) >= 0;
        }
    }
}
