package io.loyalty4j.insight;

import io.loyalty4j.shop.Absence;

/**
 * The BG/NBD model of repeat buying, with parameters that were fitted to a history: Fader, Hardie, Lee (2005), "Counting Your Customers" the Easy Way, Marketing
 * Science 24(2), 275-284. While there, a customer orders at random at a rate of their own; after each repeat order they leave for ever with a chance of their own.
 * Rates have a gamma, chances a beta distribution over customers. Time is in weeks.
 *
 * <p>A model's estimates are binary fractions, for they are nobody's points or money; nothing of them is ever booked. They are evaluated to nine digits.
 *
 * @param r shape of the rates
 * @param alpha scale of the rates, in weeks: {@code r / alpha} orders a week on average
 * @param a of the chances to leave: {@code a / (a + b)} on average
 * @param b of the chances to leave
 */
public record BgNbd(double r, double alpha, double a, double b) {
    /** The least that a parameter may be; fits that run there say that the history does not tell it. */
    public static final double LEAST = 0.01;

    /** The most that a parameter may be. */
    public static final double MOST = 1e5;

    /** How far estimates reach: twenty years. */
    public static final int MOST_WEEKS = 1_044;

    private static final double MOST_A_WEEK = 1_000;
    private static final double DAYS = 7;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a parameter is less than {@link #LEAST} or more than {@link #MOST}, or customers order more than 1,000 times a week
     */
    public BgNbd {
        Parameters.within("r", r, LEAST, MOST);
        Parameters.within("alpha", alpha, LEAST, MOST);
        Parameters.within("a", a, LEAST, MOST);
        Parameters.within("b", b, LEAST, MOST);
        Parameters.within("r / alpha", r / alpha, 0, MOST_A_WEEK);
    }

    /**
     * The logarithm of how likely a customer's history is, equation (6) of the paper; {@code x}, {@code t_x}, {@code T} are those of the customer:
     * {@code L = B(a,b+x)/B(a,b) G(r+x) alpha^r / (G(r) (alpha+T)^(r+x)) + [x>0] B(a+1,b+x-1)/B(a,b) G(r+x) alpha^r / (G(r) (alpha+t_x)^(r+x))}.
     */
    public double logLikelihood(Repeats history) {
        int x = history.frequency();
        double orders =
                LogGamma.rising(r, x) - r * Math.log1p(age(history) / alpha) - x * Math.log(alpha + age(history));
        double stayed = LogGamma.rising(b, x) - LogGamma.rising(a + b, x);
        return orders + stayed + onePlusExp(logOddsOfGone(history));
    }

    /**
     * P(alive): how likely it is that the customer has not left, {@code 1 / (1 + a/(b+x-1) ((alpha+T)/(alpha+t_x))^(r+x))}; 1 of who has not come back yet,
     * for the model has nobody leave before a repeat order.
     */
    public double alive(Repeats history) {
        return 1 / (1 + Math.exp(logOddsOfGone(history)));
    }

    /** {@code ln(P(gone) / P(alive))}. */
    private double logOddsOfGone(Repeats history) {
        int x = history.frequency();
        double silence = age(history) - recency(history);
        return x == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a / (b + x - 1)) + (r + x) * Math.log1p(silence / (alpha + recency(history)));
    }

    /** {@code ln(1 + e^z)}, also where that power is too large for a number. */
    private static double onePlusExp(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    /**
     * How many orders the customer is expected to place in the next weeks, equation (10) of the paper.
     *
     * @param weeks 0 to {@value #MOST_WEEKS}
     */
    public double orders(Repeats history, double weeks) {
        return alive(history) * ordersIfAlive(history, weeks);
    }

    /** As many as {@link #orders} if the customer has not left. */
    public double ordersIfAlive(Repeats history, double weeks) {
        int x = history.frequency();
        Parameters.within("weeks", weeks, 0, MOST_WEEKS);
        return new ExpectedOrders(r + x, alpha + age(history), a, b + x).within(weeks);
    }

    /** How many repeat orders a new customer is expected to place in the weeks after the first order, E[X(t)], equation (9) of the paper. */
    public double ordersOfNewcomer(double weeks) {
        return ordersIfAlive(new Repeats(0, 0, 0), weeks);
    }

    /**
     * That a customer is dormant from the first day on which P(alive) is below a share, if no other order comes: for {@code Moment.dormantWhen(..)} and
     * {@link Active}. It never is for who has not come back yet, and where it would take more than ten years.
     *
     * <p>The history is the latest {@value io.loyalty4j.shop.Rhythm#MOST_ORDERS} orders, for reminders know no others. It changes little: who ordered weekly for 40 weeks
     * is dormant after 30 instead of 33 days, with the parameters of the paper and a share of 0.5.
     *
     * @param share such as {@code 0.30}; less than {@code b / (a + b)}, which is P(alive) on the day of a first repeat order
     * @throws IllegalArgumentException if it is no such share
     */
    public Absence aliveBelow(String share) {
        return new LikelyGone(this, Bounds.share(share));
    }

    private static double age(Repeats history) {
        return history.ageDays() / DAYS;
    }

    private static double recency(Repeats history) {
        return history.recencyDays() / DAYS;
    }
}
