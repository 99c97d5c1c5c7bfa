package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** The difference of two shares, of Wilson's score interval of each. */
final class Newcombe {
    private static final MathContext PRECISE = MathContext.DECIMAL64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private Newcombe() {}

    static Optional<Estimate> of(Share one, Share other, BigDecimal confidence) {
        if (one.whole() == 0 || other.whole() == 0) {
            return Optional.empty();
        }
        BigDecimal z = StudentT.quantile(confidence, StudentT.NORMAL);
        BigDecimal difference = rate(one).subtract(rate(other));
        BigDecimal below =
                distance(rate(one).subtract(end(one, z.negate())), end(other, z).subtract(rate(other)));
        BigDecimal above = distance(end(one, z).subtract(rate(one)), rate(other).subtract(end(other, z.negate())));
        return Optional.of(new Estimate(difference, difference.subtract(below), difference.add(above)));
    }

    private static BigDecimal rate(Share share) {
        return BigDecimal.valueOf(share.part()).divide(BigDecimal.valueOf(share.whole()), PRECISE);
    }

    /** The upper end of Wilson's interval; the lower one of the negative quantile. */
    private static BigDecimal end(Share share, BigDecimal z) {
        BigDecimal part = BigDecimal.valueOf(share.part());
        BigDecimal whole = BigDecimal.valueOf(share.whole());
        BigDecimal square = z.pow(2);
        BigDecimal spread = part.multiply(whole.subtract(part))
                .multiply(FOUR)
                .divide(whole, PRECISE)
                .add(square)
                .sqrt(PRECISE);
        return part.multiply(TWO)
                .add(square)
                .add(z.multiply(spread))
                .divide(whole.add(square).multiply(TWO), PRECISE);
    }

    private static BigDecimal distance(BigDecimal one, BigDecimal other) {
        return one.pow(2).add(other.pow(2)).sqrt(PRECISE);
    }
}
