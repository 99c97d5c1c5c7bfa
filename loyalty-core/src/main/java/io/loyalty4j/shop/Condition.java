package io.loyalty4j.shop;

import java.util.function.Predicate;

/**
 * A question with a yes or no that can say in words what it asks; the words land in explanations and refusals.
 * Implementations are pure: the same subject gives the same answer, on any thread.
 *
 * @param <T> what is asked about: an order line ({@code on}), or the whole occasion ({@code when})
 */
public interface Condition<T> {
    boolean test(T subject);

    /** What must be the case, as the end of a sentence: "category fragrance". */
    String describe();

    default Condition<T> and(Condition<T> other) {
        return new Conjunction<>(this, other);
    }

    default Condition<T> or(Condition<T> other) {
        return new Disjunction<>(this, other);
    }

    default Condition<T> negate() {
        return new Negation<>(this);
    }

    static <T> Condition<T> not(Condition<T> condition) {
        return condition.negate();
    }

    /** A condition of one's own. On a return it is not asked again: what it gave goes with the last piece returned. */
    static <T> Condition<T> of(String description, Predicate<T> test) {
        return new Described<>(description, test);
    }

    /** Always true; the neutral element of {@link #and}. */
    static <T> Condition<T> always() {
        return new Always<>();
    }

    /** Both hold. */
    record Conjunction<T>(Condition<T> first, Condition<T> second) implements Condition<T> {
        @Override
        public boolean test(T subject) {
            return first.test(subject) && second.test(subject);
        }

        @Override
        public String describe() {
            return first.describe() + " and " + second.describe();
        }
    }

    /** One of the two holds, or both. */
    record Disjunction<T>(Condition<T> first, Condition<T> second) implements Condition<T> {
        @Override
        public boolean test(T subject) {
            return first.test(subject) || second.test(subject);
        }

        @Override
        public String describe() {
            return "(" + first.describe() + " or " + second.describe() + ")";
        }
    }

    /** The contrary holds. */
    record Negation<T>(Condition<T> condition) implements Condition<T> {
        @Override
        public boolean test(T subject) {
            return !condition.test(subject);
        }

        @Override
        public String describe() {
            return condition instanceof Conjunction<T>
                    ? "not (" + condition.describe() + ")"
                    : "not " + condition.describe();
        }

        @Override
        public Condition<T> negate() {
            return condition;
        }
    }

    /** No condition at all. */
    record Always<T>() implements Condition<T> {
        @Override
        public boolean test(T subject) {
            return true;
        }

        @Override
        public String describe() {
            return "always";
        }

        @Override
        public Condition<T> and(Condition<T> other) {
            return other;
        }
    }

    /** Words and a predicate. */
    record Described<T>(String describe, Predicate<T> predicate) implements Condition<T> {
        @Override
        public boolean test(T subject) {
            return predicate.test(subject);
        }
    }
}
