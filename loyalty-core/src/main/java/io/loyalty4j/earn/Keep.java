package io.loyalty4j.earn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What must be left of an order for a contribution to stay: the condition under which it was given, frozen so that no rule is asked again.
 * Monotone: once broken by a return, further returns never mend it.
 */
public sealed interface Keep {
    /** Holds as long as there is anything. */
    Keep ALWAYS = new AllOf(List.of());

    boolean holds(KeptLines kept);

    /** Both of two; what always holds adds nothing. */
    static Keep both(Keep first, Keep second) {
        if (second.equals(ALWAYS)) {
            return first;
        }
        return first.equals(ALWAYS) ? second : new AllOf(List.of(first, second));
    }

    /** The order's lines in the program still come to so much. */
    record MinimumBasis(BigDecimal least) implements Keep {
        @Override
        public boolean holds(KeptLines kept) {
            return kept.basis().compareTo(least) >= 0;
        }
    }

    /** What is kept of some lines still comes to so much. */
    record MinimumOf(Set<String> lines, BigDecimal least) implements Keep {
        public MinimumOf {
            lines = Set.copyOf(lines);
        }

        @Override
        public boolean holds(KeptLines kept) {
            BigDecimal sum = lines.stream().map(kept::basisOf).reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.compareTo(least) >= 0;
        }
    }

    /** A piece of one of these lines is kept. */
    record SomeOf(Set<String> lines) implements Keep {
        public SomeOf {
            lines = Set.copyOf(lines);
        }

        @Override
        public boolean holds(KeptLines kept) {
            return lines.stream().anyMatch(line -> kept.quantityOf(line) > 0);
        }
    }

    /** So many pieces of a line are kept. */
    record MinimumQuantity(String line, int least) implements Keep {
        @Override
        public boolean holds(KeptLines kept) {
            return kept.quantityOf(line) >= least;
        }
    }

    /** What is kept of a line still comes to so much. */
    record MinimumAmount(String line, BigDecimal least) implements Keep {
        @Override
        public boolean holds(KeptLines kept) {
            return kept.basisOf(line).compareTo(least) >= 0;
        }
    }

    /** All of them hold; of none, always. */
    record AllOf(List<Keep> parts) implements Keep {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(KeptLines kept) {
            return parts.stream().allMatch(part -> part.holds(kept));
        }
    }

    /** One of them holds. */
    record AnyOf(List<Keep> parts) implements Keep {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(KeptLines kept) {
            return parts.stream().anyMatch(part -> part.holds(kept));
        }
    }
}
