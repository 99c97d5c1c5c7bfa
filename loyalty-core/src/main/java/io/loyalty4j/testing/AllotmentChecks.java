package io.loyalty4j.testing;

import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.List;

/** Amounts that members share, with many members at once. */
final class AllotmentChecks {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final int CLAIMANTS = 32;
    private static final long LIMIT = 500;

    private AllotmentChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("many who claim at once get the limit together, and not one more", AllotmentChecks::limit),
                Clause.of("of many who want the only one, one has it", AllotmentChecks::onlyOne),
                Clause.of("one who claims many times at once gets one grant", AllotmentChecks::oneGrant));
    }

    static long sum(List<Long> grants) {
        return grants.stream().mapToLong(Long::longValue).sum();
    }

    private static void limit(Trial trial) throws Exception {
        List<LoyaltyStore> stores = List.of(trial.store(), trial.reopened());
        List<Long> grants = AtOnce.times(
                CLAIMANTS, number -> stores.get(number % 2).claim("spring", "c" + number, 20 + number, LIMIT, NOON));
        Expect.equal("granted", LIMIT, sum(grants));
        Expect.equal("taken", LIMIT, trial.store().taken("spring"));
    }

    private static void onlyOne(Trial trial) throws Exception {
        for (int round = 0; round < 5; round++) {
            String token = "token-" + round;
            List<Long> grants = AtOnce.times(CLAIMANTS, number -> trial.store().claim(token, "c" + number, 1, 1, NOON));
            Expect.equal("granted", 1L, sum(grants));
            Expect.equal(
                    "who has it",
                    "c" + grants.indexOf(1L),
                    trial.store().claimant(token).orElse("nobody"));
        }
    }

    private static void oneGrant(Trial trial) throws Exception {
        List<Long> grants = AtOnce.times(
                CLAIMANTS, number -> trial.store().claim("spring", "ana", 30, LIMIT, NOON.plusSeconds(number)));
        Expect.equal("granted to each", List.of(30L), grants.stream().distinct().toList());
        Expect.equal("taken", 30L, trial.store().taken("spring"));
        Expect.equal("unsettled", 1, trial.store().unsettled(Trial.FAR, 10).size());
    }
}
