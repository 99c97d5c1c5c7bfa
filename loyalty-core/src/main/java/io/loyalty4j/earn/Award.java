package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;
import java.util.Optional;

/**
 * Points that one rule gave, on one line or on the occasion as a whole. The awards of a posting add up to the points it issued.
 *
 * @param rule its id in the program
 * @param line the order line's id; empty for points of the whole order or of an activity
 * @param points more than 0
 * @param wanted what they would have been without limits
 */
public record Award(String rule, Optional<String> line, long points, long wanted, Reason reason) {
    /** The reason in English. */
    public String why() {
        return reason.text();
    }
}
