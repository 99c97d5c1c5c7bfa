package io.loyalty4j.earn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The exact value of each rule on each line: sums of fractions, brought over one denominator when they are read. Lives as long as one calculation. */
final class Cells {
    private final Map<Place, List<Fraction>> sums = new LinkedHashMap<>();
    private final Set<BigDecimal> denominators = new LinkedHashSet<>();

    void add(String rule, Optional<String> line, BigDecimal numerator, BigDecimal denominator) {
        if (numerator.signum() == 0) {
            return;
        }
        BigDecimal plain = denominator.stripTrailingZeros();
        denominators.add(plain);
        sums.computeIfAbsent(new Place(rule, line), place -> new ArrayList<>(2)).add(new Fraction(numerator, plain));
    }

    /** All values as numerators over {@link #denominator()}. */
    List<Cell> all() {
        BigDecimal denominator = denominator();
        List<Cell> cells = new ArrayList<>();
        sums.forEach((place, fractions) -> {
            BigDecimal numerator = BigDecimal.ZERO;
            for (Fraction fraction : fractions) {
                numerator = numerator.add(fraction.numerator().multiply(without(fraction.denominator(), denominator)));
            }
            cells.add(new Cell(place.rule(), place.line(), numerator));
        });
        return cells;
    }

    /** The product of all that was divided by. */
    BigDecimal denominator() {
        return denominators.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    /** Each rule's cells, every one rounded up. */
    Map<String, Long> utmost() {
        BigDecimal denominator = denominator();
        Map<String, Long> utmost = new HashMap<>();
        for (Cell cell : all()) {
            long up = cell.numerator()
                    .divide(denominator, 0, RoundingMode.CEILING)
                    .longValueExact();
            utmost.merge(cell.rule(), up, Math::addExact);
        }
        return utmost;
    }

    private BigDecimal without(BigDecimal factor, BigDecimal product) {
        if (denominators.size() == 1) {
            return BigDecimal.ONE;
        }
        return factor.compareTo(BigDecimal.ONE) == 0
                ? product
                : denominators.stream()
                        .filter(other -> other.compareTo(factor) != 0)
                        .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    private record Place(String rule, Optional<String> line) {}

    private record Fraction(BigDecimal numerator, BigDecimal denominator) {}

    /** One value: numerator over the common denominator. */
    record Cell(String rule, Optional<String> line, BigDecimal numerator) {}
}
