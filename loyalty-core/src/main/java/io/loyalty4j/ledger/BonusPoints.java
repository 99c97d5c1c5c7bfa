package io.loyalty4j.ledger;

import io.loyalty4j.earn.Earned;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.reward.Benefit.Kind;
import io.loyalty4j.shop.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Points that rewards give with an order; the order keeps them as it keeps those of its rules. */
final class BonusPoints {
    private static final String PREFIX = "~reward/";

    private BonusPoints() {}

    /** With those of the rewards that the order is paid with. */
    static Earned added(Earned earned, List<Paid> rewards) {
        Map<String, Long> points = new TreeMap<>();
        rewards.stream()
                .filter(paid -> paid.benefit().kind() == Kind.BONUS_POINTS)
                .forEach(paid ->
                        points.merge(paid.reward(), paid.benefit().amount().longValueExact(), Math::addExact));
        Earned all = earned;
        for (Map.Entry<String, Long> each : points.entrySet()) {
            all = all.giving(PREFIX + each.getKey(), each.getValue(), Reason.of("reward", each.getKey()));
        }
        return all;
    }

    /** What rules promised. */
    static List<FrozenContribution> without(List<FrozenContribution> promised) {
        return promised.stream().filter(one -> !one.rule().startsWith(PREFIX)).toList();
    }
}
