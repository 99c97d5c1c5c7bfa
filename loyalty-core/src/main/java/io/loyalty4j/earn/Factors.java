package io.loyalty4j.earn;

import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the multipliers on a line build up its factor: a staircase from 1, one step for each, in the order of their ids. Points earned by a step are the
 * step's rule's.
 */
final class Factors {
    private final List<FrozenContribution> promised;
    private final List<FrozenContribution> multipliers;
    private final Stacking stacking;
    private final KeptLines kept;

    /**
     * Of multipliers that were promised together.
     *
     * @param promised also those that do not stay
     */
    Factors(List<FrozenContribution> promised, Stacking stacking, KeptLines kept) {
        this.promised = promised;
        this.multipliers = promised.stream().filter(one -> one.stays(kept)).toList();
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
            steps.add(new Step(one.rule(), one.most().isPresent(), reached, next));
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

    /** The staircase in parts, each from 1 on: one of all multipliers without limits, and one of each with a limit, that no other moves. */
    Map<String, List<Step>> parts(KeptLine line) {
        Map<String, List<Step>> parts = new TreeMap<>();
        for (Step step : on(line)) {
            List<Step> part = parts.computeIfAbsent(step.limited() ? step.rule() : "", each -> new ArrayList<>());
            part.add(step.above(
                    part.isEmpty() ? BigDecimal.ONE : part.get(part.size() - 1).to()));
        }
        return parts;
    }

    private List<FrozenContribution> applied(KeptLine line) {
        List<FrozenContribution> all =
                multipliers.stream().filter(one -> one.staysOn(line.id(), kept)).toList();
        return stacking == Stacking.BEST ? best(line, all) : all;
    }

    /** Beside one with a limit the best of the purchase counts or none: another that took its place could give more than the limit left. */
    private List<FrozenContribution> best(KeptLine line, List<FrozenContribution> all) {
        List<FrozenContribution> had =
                promised.stream().filter(one -> one.lines().contains(line.id())).toList();
        boolean limited = had.stream().anyMatch(one -> one.most().isPresent());
        Comparator<FrozenContribution> best = Comparator.comparing(FrozenContribution::value);
        return (limited ? had : all)
                .stream().max(best.thenComparing(FrozenContribution::rule, Comparator.reverseOrder())).stream()
                        .filter(all::contains)
                        .toList();
    }

    /** One multiplier's part of a line's factor. */
    record Step(String rule, boolean limited, BigDecimal from, BigDecimal to) {
        Step above(BigDecimal start) {
            return new Step(rule, limited, start, start.add(height()));
        }

        BigDecimal height() {
            return to.subtract(from);
        }

        boolean covers(BigDecimal above, BigDecimal upTo) {
            return from.compareTo(above) <= 0 && to.compareTo(upTo) >= 0;
        }
    }
}
