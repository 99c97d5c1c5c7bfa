package io.loyalty4j.earn;

import io.loyalty4j.earn.CalendarConditions.Anniversary;
import io.loyalty4j.earn.CalendarConditions.Birthday;
import io.loyalty4j.earn.LineConditions.LineIs;
import io.loyalty4j.earn.OccasionConditions.AnyLine;
import io.loyalty4j.earn.OccasionConditions.MemberIs;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Always;
import io.loyalty4j.shop.Condition.Conjunction;
import io.loyalty4j.shop.Condition.Disjunction;
import io.loyalty4j.shop.Condition.Negation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The plain conditions that rules are made of, whether they are to hold or not. */
final class Atoms {
    private final Set<Condition<?>> all = new LinkedHashSet<>();

    void add(Condition<?> condition) {
        if (condition instanceof Conjunction<?> both) {
            add(both.first());
            add(both.second());
        } else if (condition instanceof Disjunction<?> either) {
            add(either.first());
            add(either.second());
        } else if (condition instanceof Negation<?> negation) {
            add(negation.condition());
        } else {
            all.add(condition);
            if (condition instanceof AnyLine any) {
                add(any.line());
            }
        }
    }

    <C> Stream<C> of(Class<C> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    Stream<Condition<?>> that(Predicate<Condition<?>> are) {
        return all.stream().filter(are);
    }

    /** Those that the engine cannot look into. */
    Stream<Condition<?>> ownOnes() {
        return that(atom -> !known(atom));
    }

    private static boolean known(Condition<?> atom) {
        return atom instanceof Stated
                || atom instanceof Always<?>
                || atom instanceof LineIs
                || atom instanceof MemberIs
                || atom instanceof Birthday
                || atom instanceof Anniversary;
    }
}
