package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;

/** A rule that gave nothing, and why. */
public record Silence(String rule, Reason reason) {
    /** The reason in English. */
    public String why() {
        return reason.text();
    }
}
