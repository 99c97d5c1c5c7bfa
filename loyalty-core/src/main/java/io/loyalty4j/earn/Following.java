package io.loyalty4j.earn;

import io.loyalty4j.earn.OccasionConditions.InTier;
import io.loyalty4j.earn.OccasionConditions.OrderFrom;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Always;
import java.util.List;

/** Whether one condition follows from another. Says yes only where that is certain. */
final class Following {
    private Following() {}

    static boolean everywhere(Condition<Occasion> condition, Condition<Occasion> from) {
        List<Condition<Occasion>> given = Unmet.conjuncts(from).toList();
        return Unmet.conjuncts(condition)
                .allMatch(part -> part instanceof Always<?> || given.stream().anyMatch(one -> follows(part, one)));
    }

    private static boolean follows(Condition<Occasion> part, Condition<Occasion> given) {
        if (part instanceof OrderFrom least && given instanceof OrderFrom more) {
            return least.least().value().compareTo(more.least().value()) <= 0;
        }
        if (part instanceof InTier many && given instanceof InTier few) {
            return many.anyOf().containsAll(few.anyOf());
        }
        return part.equals(given);
    }
}
