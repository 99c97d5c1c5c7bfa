package io.loyalty4j.earn;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule gave, as the order keeps it, so that a return is reckoned from what was promised and never asks a rule again.
 *
 * @param lines ids of the lines it is about; empty for an activity
 * @param lineKeeps of lines that were matched by a minimum: what must be left of the line
 * @param value points, or the factor
 * @param per of a rate: the amount that earns the points
 * @param keep what must be left of the order
 */
public record FrozenContribution(
        String rule,
        Kind kind,
        Set<String> lines,
        Map<String, Keep> lineKeeps,
        BigDecimal value,
        Optional<BigDecimal> per,
        Keep keep) {
    public FrozenContribution {
        lines = Set.copyOf(lines);
        lineKeeps = Map.copyOf(lineKeeps);
    }

    boolean stays(KeptLines kept) {
        boolean somethingLeft =
                lines.isEmpty() || lines.stream().anyMatch(line -> kept.quantityOf(line) > 0 && staysOn(line, kept));
        return somethingLeft && keep.holds(kept);
    }

    boolean staysOn(String line, KeptLines kept) {
        Keep lineKeep = lineKeeps.get(line);
        return lines.contains(line) && (lineKeep == null || lineKeep.holds(kept));
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
        /** Points for the whole. */
        BONUS
    }
}
