package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.StatusChange;
import java.time.Instant;
import java.util.List;

/** A version is older than another from an instant on. */
final class AdoptionInstantChecks {
    private AdoptionInstantChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("nobody's version is older than itself", AdoptionInstantChecks::instant),
                Clause.of("those of an older version are listed whatever their status", AdoptionInstantChecks::closed));
    }

    private static void instant(Trial trial) {
        trial.engine(AdoptionChecks.version(1)).purchase(order(ANA, "1"));
        Instant begin = AdoptionChecks.inForceFrom(trial.store(), ANA);
        Expect.equal("at its beginning", List.of(), trial.store().adoptedBefore(begin, 10));
        Expect.equal("behind it", List.of(ANA), trial.store().adoptedBefore(begin.plusMillis(1), 10));
        trial.clock().passDays(45);
        trial.engine(AdoptionChecks.version(2)).runDue(trial.clock().instant());
        Expect.equal("once adopted", List.of(), trial.store().adoptedBefore(begin.plusMillis(1), 10));
        trial.proof().of(ANA);
    }

    private static void closed(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(AdoptionChecks.version(0));
        loyalty.purchase(order(ANA, "1"));
        loyalty.execute(StatusChange.close(ANA, "case-1").by("agent").because("asked"));
        Expect.equal(
                "a closed account",
                List.of(ANA),
                trial.store().adoptedBefore(trial.clock().instant(), 10));
    }
}
