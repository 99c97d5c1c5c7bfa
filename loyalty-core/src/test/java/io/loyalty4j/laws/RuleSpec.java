package io.loyalty4j.laws;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.earn.Multiplier;
import io.loyalty4j.shop.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An earn rule in a form that can be printed, made simpler, built and judged naively.
 *
 * @param amount what earns the points, or the factor
 */
record RuleSpec(
        String id,
        Kind kind,
        long points,
        String amount,
        Map<String, String> byTier,
        Optional<Term> on,
        Optional<Term> when,
        Optional<Window> oncePer,
        Optional<String> activity) {

    static RuleSpec rate(String id, long points, String per) {
        return new RuleSpec(
                id,
                Kind.PER,
                points,
                per,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    EarnRule built() {
        EarnRule rule = head();
        for (Term term : on.stream().toList()) {
            rule = rule.on(term.onLine());
        }
        for (Term term : when.stream().toList()) {
            rule = rule.when(term.onOrder());
        }
        for (Window window : oncePer.stream().toList()) {
            rule = rule.oncePer(window);
        }
        return rule;
    }

    private EarnRule head() {
        if (activity.isPresent()) {
            return EarnRules.points(points).forActivity(activity.get());
        }
        return switch (kind) {
            case PER -> EarnRules.points(points).per(amount);
            case PER_WHOLE -> EarnRules.points(points).perWhole(amount);
            case PER_ITEM -> EarnRules.points(points).perItem();
            case PER_ORDER -> EarnRules.points(points).perOrder();
            case TIMES -> multiplier();
        };
    }

    private Multiplier multiplier() {
        Multiplier multiplier = EarnRules.multiplier(amount);
        for (Map.Entry<String, String> tier : byTier.entrySet()) {
            multiplier = multiplier.inTier(tier.getKey(), tier.getValue());
        }
        return multiplier;
    }

    /** The same rule with less to it, in every way that is one step. */
    List<RuleSpec> simpler() {
        List<RuleSpec> simpler = new ArrayList<>();
        if (on.isPresent()) {
            simpler.add(new RuleSpec(id, kind, points, amount, byTier, Optional.empty(), when, oncePer, activity));
        }
        if (when.isPresent()) {
            simpler.add(new RuleSpec(id, kind, points, amount, byTier, on, Optional.empty(), oncePer, activity));
        }
        if (oncePer.isPresent()) {
            simpler.add(new RuleSpec(id, kind, points, amount, byTier, on, when, Optional.empty(), activity));
        }
        if (!byTier.isEmpty()) {
            simpler.add(new RuleSpec(id, kind, points, amount, Map.of(), on, when, oncePer, activity));
        }
        if (kind == Kind.PER && !(points == 1 && amount.equals("1.00"))) {
            simpler.add(new RuleSpec(id, kind, 1, "1.00", byTier, on, when, oncePer, activity));
        }
        return simpler;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(".earn(\"" + id + "\", ");
        String quoted = "(\"" + amount + "\")";
        text.append(
                switch (kind) {
                    case PER -> "points(" + points + ").per" + quoted;
                    case PER_WHOLE -> "points(" + points + ").perWhole" + quoted;
                    case PER_ITEM -> "points(" + points + ").perItem()";
                    case PER_ORDER ->
                        "points(" + points + ")"
                                + activity.map(kind -> ".forActivity(\"" + kind + "\")")
                                        .orElse(".perOrder()");
                    case TIMES -> "multiplier" + quoted;
                });
        new TreeMap<>(byTier).forEach((tier, factor) -> text.append(".inTier(\"" + tier + "\", \"" + factor + "\")"));
        on.ifPresent(term -> text.append(".on(" + term + ")"));
        when.ifPresent(term -> text.append(".when(" + term + ")"));
        oncePer.ifPresent(window -> text.append(".oncePer(" + window + ")"));
        return text.append(")").toString();
    }

    /** What it gives. */
    enum Kind {
        PER,
        PER_WHOLE,
        PER_ITEM,
        PER_ORDER,
        TIMES
    }
}
