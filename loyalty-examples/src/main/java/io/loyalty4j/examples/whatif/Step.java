package io.loyalty4j.examples.whatif;

import java.math.BigDecimal;
import java.util.List;

/**
 * One step of a distribution: gains from an amount, included, to another, not included. Losses are gains below 0, of which the larger amount is included.
 *
 * @param words for people, without the currency
 * @param direction 1 of gains, -1 of losses, 0 of neither
 * @param from without the sign
 * @param to without the sign; the last step has no end
 */
record Step(String words, int direction, BigDecimal from, BigDecimal to) {
    private static final BigDecimal NO_END = new BigDecimal("1E15");

    /** From the worst loss to the best gain; each gain is in one of them. */
    static final List<Step> ALL = List.of(
            step("loses 100 or more", -1, "100", NO_END),
            step("loses 20 to under 100", -1, "20", new BigDecimal("100")),
            step("loses 5 to under 20", -1, "5", new BigDecimal("20")),
            step("loses under 5", -1, "0", new BigDecimal("5")),
            step("neither gains nor loses", 0, "0", NO_END),
            step("gains under 5", 1, "0", new BigDecimal("5")),
            step("gains 5 to under 20", 1, "5", new BigDecimal("20")),
            step("gains 20 to under 100", 1, "20", new BigDecimal("100")),
            step("gains 100 or more", 1, "100", NO_END));

    private static Step step(String words, int direction, String from, BigDecimal to) {
        return new Step(words, direction, new BigDecimal(from), to);
    }

    boolean has(Gain gain) {
        BigDecimal size = gain.amount().abs();
        return gain.direction() == direction && size.compareTo(from) >= 0 && size.compareTo(to) < 0;
    }
}
