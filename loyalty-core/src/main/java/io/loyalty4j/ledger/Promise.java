package io.loyalty4j.ledger;

import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is promised with points that no rule gives: all of them as long as they are not undone. */
final class Promise {
    private static final Past NOBODY = new Past("", 0, Optional.empty());

    private Promise() {}

    static Terms of(LoyaltyProgram program, String rule, long points) {
        return of(program, points == 0 ? List.of() : List.of(FrozenContribution.bonus(rule, points)), Map.of());
    }

    /**
     * Where points only leave.
     *
     * @param counters what it added to them, under the names they had
     */
    static Terms ofNothing(LoyaltyProgram program, Map<String, Long> counters) {
        return of(program, List.of(), counters);
    }

    private static Terms of(
            LoyaltyProgram program, List<FrozenContribution> contributions, Map<String, Long> counters) {
        return new Terms(
                program.version(),
                NOBODY,
                BigDecimal.ONE,
                contributions,
                program.policy(Stacking.class),
                program.policy(Rounding.class),
                Optional.empty(),
                Pricing.scale(program),
                Optional.empty(),
                counters,
                Map.of(),
                Map.of(),
                Optional.empty());
    }
}
