package io.loyalty4j.earn;

/** The first half of a sentence: so many points. It is no rule until it says what for. */
public interface PointsFor {
    /** In proportion: so many for each amount of the program's currency, fractions included until the one rounding. */
    EarnRule per(String amount);

    /** For each whole amount of the matched lines' total; the remainder earns nothing. */
    EarnRule perWhole(String amount);

    /** For each piece; multipliers leave it alone. */
    EarnRule perItem();

    /** For the order as a whole; multipliers leave it alone. */
    EarnRule perOrder();

    /** For each of what an attribute of the order or activity counts: {@code perUnit("bottles")}. */
    EarnRule perUnit(String attribute);

    /** For each activity of a kind. */
    EarnRule forActivity(String kind);
}
