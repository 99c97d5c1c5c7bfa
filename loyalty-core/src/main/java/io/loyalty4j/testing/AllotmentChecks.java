package io.loyalty4j.testing;

import io.loyalty4j.store.Allotments;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/** Amounts that members share, with many members, and over time. */
final class AllotmentChecks {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final int CLAIMANTS = 32;
    private static final long LIMIT = 500;

    private AllotmentChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("many who claim at once get the limit together, and not one more", AllotmentChecks::limit),
                Clause.of("of many who want the only one, one has it", AllotmentChecks::onlyOne),
                Clause.of("one who claims many times at once gets one grant", AllotmentChecks::oneGrant),
                Clause.of("of what many claim and settle at once, what was used stays", AllotmentChecks::uses),
                Clause.of("a long life of claims is as in memory", trial -> life(trial.store())));
    }

    private static long sum(List<Long> grants) {
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

    private static void uses(Trial trial) throws Exception {
        List<Long> used = AtOnce.times(CLAIMANTS, number -> claimAndSettleOften(trial.store(), number));
        Expect.equal("taken", sum(used), trial.store().taken("spring"));
        Expect.that("no more than the limit is taken", sum(used) <= LIMIT);
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
