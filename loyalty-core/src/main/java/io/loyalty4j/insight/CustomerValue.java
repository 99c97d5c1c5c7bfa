package io.loyalty4j.insight;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What customers are expected to spend, from how often they order and how much: {@link BgNbd} times {@link GammaGamma}, which hold the two to be independent; see the note
 * of the latter. A margin is not taken off. Orders that came back whole are a sign of life for the one and no spending for the
 * other, so that customers who return most of what they order are valued too high. Estimates of a model, half up to the currency's smallest unit; never figures of a ledger.
 *
 * @param currency of the history that the models were fitted to
 */
public record CustomerValue(BgNbd orders, GammaGamma spending, Currency currency) {
    private static final double WEEKS_A_YEAR = 365.25 / 7;

    /**
     * What the customer is expected to spend in the next weeks.
     *
     * @param weeks 0 to {@value BgNbd#MOST_WEEKS}
     */
    public Money expected(Repeats history, RepeatSpend spend, int weeks) {
        return money(orders.orders(history, weeks) * spending.average(spend));
    }

    /**
     * As much, each week's part as of today: divided by {@code (1 + discount) ^ years}.
     *
     * @param yearly discount such as {@code 0.15}; 0 or more
     */
    public Money discounted(Repeats history, RepeatSpend spend, int weeks, BigDecimal yearly) {
        Bounds.check(yearly.signum() >= 0, "a discount of " + yearly);
        Parameters.within("weeks", weeks, 0, BgNbd.MOST_WEEKS);
        double week = Math.pow(1 + yearly.doubleValue(), -1 / WEEKS_A_YEAR);
        double before = 0;
        double factor = 1;
        double sum = 0;
        for (int i = 1; i <= weeks; i++) {
            double until = orders.ordersIfAlive(history, i);
            factor *= week;
            sum += (until - before) * factor;
            before = until;
        }
        return money(orders.alive(history) * sum * spending.average(spend));
    }

    /** What is lost in the next weeks if nobody brings the customer back: what they would spend if they were there, times how likely they are not. */
    public Money atStake(Repeats history, RepeatSpend spend, int weeks) {
        double gone = 1 - orders.alive(history);
        return money(gone * orders.ordersIfAlive(history, weeks) * spending.average(spend));
    }

    private Money money(double amount) {
        int scale = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(new BigDecimal(amount).setScale(scale, RoundingMode.HALF_UP), currency);
    }
}
