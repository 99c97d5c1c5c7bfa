package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** The difference of two means where the groups vary differently. Sums are exact; roots and quantiles are a binary fraction's. */
final class Welch {
    /** Of so many digits that whole degrees of freedom are not rounded down to the next. */
    private static final MathContext PRECISE = new MathContext(60);

    private static final BigDecimal NEARLY_NOTHING = new BigDecimal("1e-30");

    private Welch() {}

    static Optional<Estimate> of(Sample one, Sample other, BigDecimal confidence) {
        if (one.members() < 2 || other.members() < 2) {
            return Optional.empty();
        }
        BigDecimal first = varianceOfMean(one);
        BigDecimal second = varianceOfMean(other);
        BigDecimal both = first.add(second);
        if (both.signum() == 0) {
            return Optional.empty();
        }
        long freedom = both.pow(2)
                .divide(term(first, one).add(term(second, other)), PRECISE)
                .add(NEARLY_NOTHING)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        BigDecimal margin = StudentT.quantile(confidence, Math.max(1, freedom)).multiply(both.sqrt(PRECISE));
        BigDecimal difference = mean(one).subtract(mean(other));
        return Optional.of(new Estimate(difference, difference.subtract(margin), difference.add(margin)));
    }

    private static BigDecimal mean(Sample sample) {
        return sample.sales().divide(BigDecimal.valueOf(sample.members()), PRECISE);
    }

    /** Of the sample, with one degree of freedom less than members, by the members. */
    private static BigDecimal varianceOfMean(Sample sample) {
        BigDecimal members = BigDecimal.valueOf(sample.members());
        return sample.squares()
                .multiply(members)
                .subtract(sample.sales().pow(2))
                .divide(members.pow(2).multiply(members.subtract(BigDecimal.ONE)), PRECISE);
    }

    private static BigDecimal term(BigDecimal variance, Sample sample) {
        return variance.pow(2).divide(BigDecimal.valueOf(sample.members() - 1), PRECISE);
    }
}
