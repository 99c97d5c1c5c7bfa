package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a group of members bought.
 *
 * @param members all of them
 * @param buyers who bought something
 * @param sales the sum of what each bought
 * @param squares the sum of the squares of it
 */
public record Sample(long members, long buyers, BigDecimal sales, BigDecimal squares) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if there are more buyers than members
     */
    public Sample {
        Bounds.check(0 <= buyers && buyers <= members, buyers + " buyers of " + members);
    }

    /** Who bought, of all. */
    public Share buying() {
        return new Share(buyers, members);
    }

    /** As it is added up, exactly. */
    static final class Sums {
        private long members;
        private long buyers;
        private BigDecimal sales = BigDecimal.ZERO;
        private BigDecimal squares = BigDecimal.ZERO;

        /** One member's. */
        void add(List<Purchase> purchases) {
            BigDecimal spent = purchases.stream().map(Purchase::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            members++;
            buyers += purchases.isEmpty() ? 0 : 1;
            sales = sales.add(spent);
            squares = squares.add(spent.multiply(spent));
        }

        Sample sample() {
            return new Sample(members, buyers, sales, squares);
        }
    }
}
