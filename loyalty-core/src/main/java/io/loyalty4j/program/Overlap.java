package io.loyalty4j.program;

import java.util.Map;
import java.util.NavigableSet;

/**
 * Campaigns that give something on one order.
 *
 * @param campaign the first that is seasonal
 * @param worst what they give back most, by tier
 */
record Overlap(NavigableSet<String> rules, String campaign, Map<String, Find> worst) {
    Find worstOfAll() {
        return worst.values().stream().min(Find.MOST_FIRST).orElseThrow();
    }
}
