package io.loyalty4j.earn;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a rule gave, as the order keeps it, so that a return is reckoned from what was promised and never asks a rule again.
 *
 * @param lines ids of the lines it is about; empty for an activity
 * @param lineKeeps of lines that were matched by a minimum: what must be left of the line
 * @param value points, rewards, or the factor
 * @param per of a rate: the amount that earns the points; of a milestone: the points that must be earned with the order
 * @param keep what must be left of the order
 * @param most what the limits left it on this order, in points; empty if they were out of reach
 * @param group of those that share one, only the one that gives most
 * @param card of stamps
 * @param reward that it gives instead of points
 */
public record FrozenContribution(
        String rule,
        Kind kind,
        Set<String> lines,
        Map<String, Keep> lineKeeps,
        BigDecimal value,
        Optional<BigDecimal> per,
        Keep keep,
        Optional<Long> most,
        Optional<String> group,
        Optional<Card> card,
        Optional<String> reward) {
    public FrozenContribution {
        lines = Set.copyOf(lines);
        lineKeeps = Map.copyOf(lineKeeps);
    }

    /** Points for the whole, as long as any of it is left. */
    public static FrozenContribution bonus(String rule, long points) {
        return new FrozenContribution(
                rule,
                Kind.BONUS,
                Set.of(),
                Map.of(),
                BigDecimal.valueOf(points),
                Optional.empty(),
                Keep.ALWAYS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same within a limit, or without. */
    FrozenContribution within(Optional<Long> limit) {
        return new FrozenContribution(rule, kind, lines, lineKeeps, value, per, keep, limit, group, card, reward);
    }

    /** The same on some of its lines. */
    FrozenContribution on(Predicate<String> some) {
        Set<String> left = lines.stream().filter(some).collect(Collectors.toSet());
        Map<String, Keep> keeps = new HashMap<>(lineKeeps);
        keeps.keySet().retainAll(left);
        return new FrozenContribution(rule, kind, left, keeps, value, per, keep, most, group, card, reward);
    }

    /** The same about other lines. */
    FrozenContribution about(Set<String> others) {
        return new FrozenContribution(rule, kind, others, lineKeeps, value, per, keep, most, group, card, reward);
    }

    /** Whether the rule promises the same, on whatever lines. */
    boolean saysTheSameAs(FrozenContribution other) {
        return rule.equals(other.rule)
                && kind == other.kind
                && value.compareTo(other.value) == 0
                && per.equals(other.per)
                && reward.equals(other.reward);
    }

    FrozenContribution asRate() {
        Kind rate = kind == Kind.BLOCK_RATE ? Kind.RATE : kind;
        return new FrozenContribution(rule, rate, lines, lineKeeps, value, per, keep, most, group, card, reward);
    }

    boolean stays(KeptLines kept) {
        boolean somethingLeft = lines.isEmpty()
                ? !kept.gone()
                : lines.stream().anyMatch(line -> kept.quantityOf(line) > 0 && staysOn(line, kept));
        return somethingLeft && keep.holds(kept);
    }

    boolean staysOn(String line, KeptLines kept) {
        Keep lineKeep = lineKeeps.get(line);
        return lines.contains(line) && (lineKeep == null || lineKeep.holds(kept));
    }

    /** Stamps that what is kept brings: one for each piece, or one for an activity. */
    long stamps(KeptLines kept) {
        if (!stays(kept)) {
            return 0;
        }
        return lines.isEmpty()
                ? 1
                : lines.stream()
                        .filter(line -> staysOn(line, kept))
                        .mapToLong(kept::quantityOf)
                        .sum();
    }

    /** Points or rewards as a whole, of a contribution that is neither reckoned by line nor multiplies. */
    long whole(KeptLines kept) {
        return card.map(open -> open.worth(stamps(kept), value.longValueExact()))
                .orElseGet(value::longValueExact);
    }

    /** How it is reckoned. */
    public enum Kind {
        /** Points in proportion to the amount. */
        RATE,
        /** Points for each whole amount, on the total of the lines. */
        BLOCK_RATE,
        /** Times the points of the rates. */
        MULTIPLIER,
        /** Points for each piece. */
        ITEM,
        /** Points or rewards for the whole. */
        BONUS,
        /** Points or rewards for each card that the pieces fill. */
        STAMPS,
        /** Points or rewards if the other rules give enough. */
        MILESTONE
    }
}
