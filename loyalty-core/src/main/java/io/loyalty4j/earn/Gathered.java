package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects while the rules are asked. */
final class Gathered {
    final KeptLines lines;
    final List<FrozenContribution> contributions = new ArrayList<>();
    final Map<String, Reason> reasons = new HashMap<>();
    final List<Effect> effects = new ArrayList<>();
    final List<Budget> budgets = new ArrayList<>();
    final Map<String, String> drawn = new HashMap<>();
    Optional<Earned.Referral> referral = Optional.empty();

    Gathered(Occasion occasion) {
        this.lines = KeptLines.bought(occasion.lines());
    }

    void contribution(FrozenContribution contribution, Reason why) {
        contributions.add(contribution);
        reasons.put(contribution.rule(), why);
    }

    void effects(List<Effect> more) {
        effects.addAll(more);
    }

    void budgets(List<Budget> more) {
        budgets.addAll(more);
    }

    void drawn(String rule, String prize) {
        drawn.put(rule, prize);
    }

    /** Whether somebody else is to have something already. */
    boolean referred() {
        return referral.isPresent();
    }

    void referral(Earned.Referral other) {
        referral = Optional.of(other);
    }

    Earned earned(Optional<Long> most) {
        return new Earned(this, most);
    }
}
