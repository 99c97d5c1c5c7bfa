package io.loyalty4j.earn;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What rules go by beyond the occasion itself: the member's counters, what a budget grants, what chance has drawn. Answers the same as often as it is asked. */
public interface Memory {
    Map<String, Counter> counters();

    /**
     * How much of a budget this occasion may use.
     *
     * @param budget by its name among all programs
     */
    long granted(String budget);

    /** A digest of who is behind the member, the same for all accounts of one person; empty where the shop has not said. */
    default Optional<String> person() {
        return Optional.empty();
    }

    /** Where the wheel of a rule stopped: from 0 to 100, without 100 itself. */
    BigDecimal percent(String rule);

    /** The prize that a rule drew when all of this happened before, {@code nothing} too; empty where the wheel decides. */
    default Optional<String> drawn(String rule) {
        return Optional.empty();
    }

    /** What a counter has; 0 if it is not known. */
    default long counted(String name) {
        Counter counter = counters().get(name);
        return counter == null ? 0 : counter.value();
    }
}
