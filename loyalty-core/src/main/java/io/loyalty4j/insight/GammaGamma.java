package io.loyalty4j.insight;

/**
 * The Gamma-Gamma model of what repeat orders cost, with parameters that were fitted to a history: Fader and Hardie (2013), The Gamma-Gamma Model of Monetary
 * Value, note 025; after Colombo and Jiang (1999). Amounts of one customer vary at random about a mean of their own, whatever the number of orders; means have an inverse
 * gamma distribution over customers. Amounts are in the currency of the history, and estimates as in {@link BgNbd}.
 *
 * @param p shape of one customer's amounts
 * @param q shape over customers; above 1, or the mean of all would be infinite
 * @param v scale over customers, in the currency
 */
public record GammaGamma(double p, double q, double v) {
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e9;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a parameter is less than 0.001 or more than 1,000,000,000, or {@code q} is not above 1
     */
    public GammaGamma {
        Parameters.within("p", p, LEAST, MOST);
        Parameters.within("q", q, 1 + LEAST, MOST);
        Parameters.within("v", v, LEAST, MOST);
    }

    /**
     * The logarithm of how likely a customer's average amount is, equation (1a) of the note; 0 of who has not come back:
     * {@code ln G(px+q) - ln G(px) - ln G(q) + q ln v + (px-1) ln m + px ln x - (px+q) ln(v + x m)}.
     */
    public double logLikelihood(RepeatSpend spend) {
        if (spend.times() == 0) {
            return 0;
        }
        double m = spend.average().doubleValue();
        double shape = p * spend.times();
        double total = spend.times() * m;
        return LogGamma.of(shape + q)
                - LogGamma.of(shape)
                - LogGamma.of(q)
                - q * Math.log1p(total / v)
                - shape * Math.log1p(v / total)
                - Math.log(m);
    }

    /** What an order of the customer is expected to cost, equation (5) of the note, {@code p (v + x m) / (px + q - 1)}: between the mean of all and their own. */
    public double average(RepeatSpend spend) {
        double total = spend.times() * spend.average().doubleValue();
        return p * (v + total) / (p * spend.times() + q - 1);
    }
}
