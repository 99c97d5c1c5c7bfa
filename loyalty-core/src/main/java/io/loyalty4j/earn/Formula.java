package io.loyalty4j.earn;

/**
 * What a rule gives on an occasion: the extension point. A lambda is a formula, and gets lines, conditions, windows, limits, stacking, explanation and
 * returns from the {@link EarnRule} it is wrapped in.
 *
 * <p>Pure: the same occasion gives the same contribution, on any thread; it may be asked any number of times. It is asked about orders, unless its rule
 * says {@code forActivity}. What it throws fails the command whole, with the rule's name.
 *
 * <p>{@code occasion -> weather.raining(occasion.date()) ? multiply(2) : none("it is dry")}
 */
@FunctionalInterface
public interface Formula {
    Contribution contribute(Occasion occasion);

    /** The rule in a few words, for people. */
    default String describe() {
        return "a rule of its own";
    }
}
