package io.loyalty4j.earn;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A rule that multiplies what the rates give, by the same factor for all or by tier. */
public final class Multiplier extends EarnRule {
    private final String factor;
    private final Map<String, String> byTier;

    private Multiplier(String factor, Map<String, String> byTier) {
        super(Clauses.of(new BuiltIn.Multiplied(factor, byTier)));
        this.factor = factor;
        this.byTier = byTier;
    }

    static Multiplier by(String factor) {
        return new Multiplier(factor, Map.of());
    }

    /** Another factor for one tier; stands before the clauses that all rules have. */
    public Multiplier inTier(String tier, long tiersFactor) {
        return inTier(tier, Long.toString(tiersFactor));
    }

    public Multiplier inTier(String tier, String tiersFactor) {
        Map<String, String> more = new TreeMap<>(byTier);
        more.put(tier, tiersFactor);
        return new Multiplier(factor, Collections.unmodifiableMap(more));
    }
}
