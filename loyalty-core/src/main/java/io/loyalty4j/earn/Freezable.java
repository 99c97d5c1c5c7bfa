package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Conjunction;
import io.loyalty4j.shop.Condition.Disjunction;
import java.util.ArrayList;
import java.util.List;

/** A condition on quantities or amounts, which a return can break: it can say what must be kept. */
interface Freezable<T> extends Condition<T> {
    Keep freeze(T subject);

    /** What must be kept so that a condition that holds goes on holding; conditions that no return can break ask for nothing. */
    static <T> Keep frozen(Condition<T> condition, T subject) {
        if (condition instanceof Freezable<T> freezable) {
            return freezable.freeze(subject);
        }
        if (condition instanceof Conjunction<T> both) {
            List<Keep> parts = new ArrayList<>(List.of(frozen(both.first(), subject), frozen(both.second(), subject)));
            parts.removeIf(Keep.ALWAYS::equals);
            return parts.size() == 1 ? parts.get(0) : new Keep.AllOf(parts);
        }
        if (condition instanceof Disjunction<T> either) {
            return frozen(either, subject);
        }
        return Keep.ALWAYS;
    }

    private static <T> Keep frozen(Disjunction<T> either, T subject) {
        List<Keep> parts = new ArrayList<>();
        for (Condition<T> one : List.of(either.first(), either.second())) {
            if (one.test(subject)) {
                parts.add(frozen(one, subject));
            }
        }
        return parts.contains(Keep.ALWAYS) ? Keep.ALWAYS : new Keep.AnyOf(parts);
    }
}
