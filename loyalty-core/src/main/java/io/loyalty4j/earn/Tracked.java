package io.loyalty4j.earn;

import io.loyalty4j.shop.OrderLine;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A formula of the engine's own that goes by what the member did before: it is told the member's counters, and says what becomes of them. */
interface Tracked extends Formula {
    /** What {@link #kinds()} calls orders. */
    String ORDERS = "";

    /** What {@link #kinds()} calls orders and activities of every kind. */
    String ANYTHING = " ";

    Told tell(Question question);

    /** The kinds of activity it is about, {@link #ORDERS} for orders, {@link #ANYTHING} for all; empty if its rule says it. */
    default Set<String> kinds() {
        return Set.of();
    }

    /** The rewards that it may give instead of points. */
    default Set<String> rewards() {
        return Set.of();
    }

    /** Whether limits of its rule are another member's matter. */
    default boolean limitsAreAnothers() {
        return false;
    }

    /** Whether it gives all that it promises, or nothing. */
    default boolean indivisible() {
        return false;
    }

    @Override
    default Contribution contribute(Occasion occasion) {
        throw new UnsupportedOperationException(describe() + " cannot be asked without the member's counters");
    }

    /** An occasion with what the member did before. */
    record Question(
            String rule, Occasion occasion, List<OrderLine> lines, Memory memory, ZoneId zone, long mostStamps) {}

    /** What it says to it. */
    record Told(
            Contribution contribution,
            List<Effect> effects,
            Optional<String> prize,
            Optional<Earned.Referral> referral) {
        static Told of(Contribution contribution, List<Effect> effects) {
            return new Told(contribution, effects, Optional.empty(), Optional.empty());
        }
    }
}
