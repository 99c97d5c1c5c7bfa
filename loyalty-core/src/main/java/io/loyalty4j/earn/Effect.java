package io.loyalty4j.earn;

/**
 * What asking a rule does to a counter, once it is known what came of it.
 *
 * @param rule whose effect it is
 * @param count for one of what is measured
 */
record Effect(String rule, Count count, Measure measure) {

    /** What the counter counts. */
    enum Measure {
        /** The occasion, whatever the rule gave. */
        OCCASION,
        /** The occasion, if the rule gave something: points, a reward, a stamp, a draw. */
        GIFT,
        /** The points that the rule gave. */
        POINTS_OF_RULE,
        /** The points of all rules but challenges. */
        POINTS_EARNED,
        /** The points of all rules. */
        POINTS_IN_ALL
    }
}
