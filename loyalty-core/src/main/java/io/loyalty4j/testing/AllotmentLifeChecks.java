package io.loyalty4j.testing;

import io.loyalty4j.store.Allotments;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/** Amounts that members share, over time. */
final class AllotmentLifeChecks {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final int CLAIMANTS = 32;
    private static final long LIMIT = 500;

    private AllotmentLifeChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("of what many claim and settle at once, what was used stays", AllotmentLifeChecks::uses),
                Clause.of("a long life of claims is as in memory", trial -> life(trial.store())));
    }

    private static void uses(Trial trial) throws Exception {
        List<Long> used = AtOnce.times(CLAIMANTS, number -> claimAndSettleOften(trial.store(), number));
        Expect.equal("taken", AllotmentChecks.sum(used), trial.store().taken("spring"));
        Expect.that("no more than the limit is taken", AllotmentChecks.sum(used) <= LIMIT);
        Expect.equal("unsettled", List.of(), trial.store().unsettled(Trial.FAR, 10));
    }

    /** What it used. */
    private static long claimAndSettleOften(Allotments store, int number) {
        SplittableRandom random = new SplittableRandom(number);
        long sum = 0;
        for (int round = 0; round < 10; round++) {
            long grant = store.claim("spring", "c" + number, random.nextLong(50), LIMIT, NOON);
            Expect.that("no more than the limit is taken", store.taken("spring") <= LIMIT);
            long used = Math.min(grant, random.nextLong(10));
            store.settle("spring", "c" + number, used);
            sum += used;
        }
        return sum;
    }

    private static void life(Allotments store) {
        Allotments model = LoyaltyStore.inMemory();
        SplittableRandom random = new SplittableRandom(20_261_121);
        for (int step = 0; step < 500; step++) {
            String name = "a" + random.nextInt(4);
            String claimant = "c" + random.nextInt(5);
            if (random.nextBoolean()) {
                long wanted = random.nextLong(-2, 20);
                Instant at = NOON.plusMillis(step);
                long expected = model.claim(name, claimant, wanted, 200, at);
                Expect.equal("step " + step, expected, store.claim(name, claimant, wanted, 200, at));
            } else {
                long used = random.nextLong(3);
                Expect.equal(
                        "step " + step, settled(model, name, claimant, used), settled(store, name, claimant, used));
            }
            Expect.equal("taken after step " + step, model.taken(name), store.taken(name));
            Expect.equal("claimant after step " + step, model.claimant(name), store.claimant(name));
            Expect.equal(
                    "unsettled after step " + step,
                    new HashSet<>(model.unsettled(Trial.FAR, 100)),
                    new HashSet<>(store.unsettled(Trial.FAR, 100)));
        }
    }

    private static boolean settled(Allotments store, String name, String claimant, long used) {
        try {
            store.settle(name, claimant, used);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
