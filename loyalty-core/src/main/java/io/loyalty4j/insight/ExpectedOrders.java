package io.loyalty4j.insight;

/**
 * How many orders a customer is expected to place who is there, whose rate of ordering has the distribution gamma(shape, rate), and who leaves after each order
 * with a chance of the distribution beta(a, b).
 *
 * <p>The paper of Fader, Hardie and Lee writes it with the hypergeometric function 2F1, as {@code (a+b-1)/(a-1) (1 - (1-z)^shape 2F1(shape, b; a+b-1; z))} with
 * {@code z = t/(rate+t)}. That loses digits for small {@code t} and near {@code a = 1}, and has poles at {@code a + b = 1}. Here it is summed in the order in
 * which it happens, over how many orders {@code k} there would be if nobody left, which has a negative binomial distribution, times how many of them are
 * placed:
 *
 * <p>{@code sum over k of (1-z)^shape (shape)_k / k! z^k  x  sum over j < k of (b)_j / (a+b)_j}
 *
 * <p>All terms are positive, so that nothing cancels: eleven digits for ordinary histories, nine at least, and as many terms as {@code 40 (rate+t)/rate} and some more for large shapes.
 */
record ExpectedOrders(double shape, double rate, double a, double b) {
    private static final double ENOUGH = 1e-16;

    double within(double time) {
        if (time == 0) {
            return 0;
        }
        double z = time / (rate + time);
        double logChance = Math.log(shape) + Math.log(z) - shape * Math.log1p(time / rate);
        double stays = 1;
        double placed = 1;
        double sum = 0;
        double rest = Double.MAX_VALUE;
        for (int k = 1; rest > ENOUGH * sum; k++) {
            double term = Math.exp(logChance) * placed;
            double more = z * (shape + k) / (k + 1);
            sum += term;
            rest = rest(term, Math.max(z, more) * (k + 1) / k);
            stays *= (b + k - 1) / (a + b + k - 1);
            placed += stays;
            logChance += Math.log(more);
        }
        return sum;
    }

    /** No more than this follows a term if each is at most so many times the one before. */
    private static double rest(double term, double ratio) {
        return ratio < 1 ? term * ratio / (1 - ratio) : Double.MAX_VALUE;
    }
}
