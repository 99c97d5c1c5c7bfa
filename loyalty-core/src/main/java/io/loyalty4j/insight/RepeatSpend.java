package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;

/**
 * What a customer spent when they came back, as models of spending know it: {@code x} and the mean {@code m_x}. The first day with an order is left out, for
 * it is unlike the others; so are days on which nothing was paid or kept, for the models know positive amounts only. Several orders of a day are one.
 *
 * @param times days with a positive amount after the first day with an order
 * @param average amount of such a day, to 34 digits, in the currency of the history; 0 if there is none
 */
public record RepeatSpend(int times, BigDecimal average) {
    /** Of who has not come back. */
    public static final RepeatSpend NONE = new RepeatSpend(0, BigDecimal.ZERO);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if there are fewer than zero times, or an amount that is not above zero, or one without a time
     */
    public RepeatSpend {
        Bounds.check(
                times >= 0 && average.signum() == (times > 0 ? 1 : 0), times + " times " + average + " on average");
    }

    /** As it is known just before an instant, in days of a zone. */
    public static RepeatSpend of(Customer customer, Instant until, ZoneId zone) {
        SortedMap<LocalDate, BigDecimal> days = BuyingDays.of(customer, until, zone);
        List<BigDecimal> repeats = days.values().stream()
                .skip(1)
                .filter(amount -> amount.signum() > 0)
                .toList();
        return repeats.isEmpty()
                ? NONE
                : new RepeatSpend(
                        repeats.size(),
                        repeats.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(repeats.size()), MathContext.DECIMAL128));
    }
}
