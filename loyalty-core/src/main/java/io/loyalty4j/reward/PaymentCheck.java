package io.loyalty4j.reward;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.function.BiConsumer;

/** Finds what is wrong with a payment, each mistake under the name of its clause. */
record PaymentCheck(Payment payment, BiConsumer<String, String> report, int scale) {
    void check() {
        worth();
        notBelow("minimum", payment.minimum(), 0);
        notBelow("inStepsOf", payment.stated(), 0);
        notBelow("maximum", payment.maximum(), 1);
        if (payment.percent() < 1 || payment.percent() > 100) {
            report.accept("upToPercentOfOrder", payment.percent() + " is not between 1 and 100");
        }
        long step = priced() ? payment.step(scale) : Math.max(1, payment.stated());
        if (payment.maximum() < Math.max(payment.minimum(), step)) {
            report.accept("maximum", payment.maximum() + " is less than the least that can be paid");
        } else if (payment.minimum() % step != 0) {
            report.accept("minimum", payment.minimum() + " is not a whole number of steps of " + step);
        }
    }

    private boolean priced() {
        return payment.rate() > 0
                && payment.worth().matches(Money.PATTERN)
                && new BigDecimal(payment.worth()).signum() > 0;
    }

    private void worth() {
        if (!priced()) {
            report.accept(
                    "payment", payment.rate() + " points for \"" + payment.worth() + "\": both must be above zero");
            return;
        }
        BigDecimal worth = new BigDecimal(payment.worth());
        BigDecimal exact = worth.multiply(BigDecimal.valueOf(payment.stated()));
        BigDecimal whole = payment.worthOf(payment.stated(), scale).multiply(BigDecimal.valueOf(payment.rate()));
        if (worth.stripTrailingZeros().scale() > scale) {
            report.accept("payment", "\"" + payment.worth() + "\" has more decimals than the currency");
        } else if (whole.compareTo(exact) != 0) {
            report.accept("inStepsOf", payment.stated() + " points are worth a part of the smallest coin");
        }
    }

    private void notBelow(String clause, long points, long least) {
        if (points < least) {
            report.accept(clause, points + " is less than " + least);
        }
    }
}
