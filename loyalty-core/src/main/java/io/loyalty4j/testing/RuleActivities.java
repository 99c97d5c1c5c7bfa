package io.loyalty4j.testing;

import io.loyalty4j.earn.Probes;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/** The contract's own activities: of each kind that the rule is for, with the attributes it is known to ask for, and without. */
final class RuleActivities {
    private RuleActivities() {}

    static List<Activity> of(LoyaltyProgram program, Probes probes) {
        List<Activity> all = new ArrayList<>();
        for (String kind : program.plan().activities()) {
            Activity plain = Activity.of(RuleOrders.ANA, kind, "plain");
            Activity full = Activity.of(RuleOrders.ANA, kind, "full");
            for (Map.Entry<String, NavigableSet<String>> attribute :
                    probes.attributes().entrySet()) {
                full = full.with(attribute.getKey(), attribute.getValue().first());
            }
            all.add(full);
            all.add(plain);
        }
        return all;
    }
}
