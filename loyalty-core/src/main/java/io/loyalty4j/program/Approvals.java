package io.loyalty4j.program;

import io.loyalty4j.shop.Command;
import java.util.Optional;

/**
 * Tells whether somebody has approved what a person of the shop asks for: four eyes. Asked before an adjustment of more points than
 * {@link AdjustmentLimits#approvedAbove} is decided, perhaps several times. Thread-safe.
 */
@FunctionalInterface
public interface Approvals {
    /**
     * Who approved it, by the code of the person; neither the actor nor the member counts.
     *
     * @param command an adjustment; of a bulk grant, one of the guest with the grant's id and its points in all
     */
    Optional<String> approverOf(Command command);

    /** Where nobody approves anything. */
    static Approvals none() {
        return command -> Optional.empty();
    }
}
