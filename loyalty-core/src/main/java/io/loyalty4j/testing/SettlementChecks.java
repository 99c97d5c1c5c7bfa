package io.loyalty4j.testing;

import io.loyalty4j.store.Allotments;
import io.loyalty4j.store.Allotments.Claim;
import java.time.Instant;
import java.util.List;

/** What becomes of claims. */
final class SettlementChecks {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private SettlementChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("what is used stays so, the rest is given back", trial -> used(trial.store())),
                Clause.of("a settlement may be repeated", trial -> repeated(trial.store())),
                Clause.of(
                        "more than was granted cannot be used, and the grant stays open",
                        trial -> refused(trial.store())),
                Clause.afterReopening("another process knows what was claimed and used", SettlementChecks::reopened));
    }

    private static void used(Allotments store) {
        store.claim("spring", "ana", 30, 100, NOON);
        store.settle("spring", "ana", 12);
        Expect.equal("taken", 12L, store.taken("spring"));
        Expect.equal("unsettled", List.of(), store.unsettled(Trial.FAR, 10));
        Expect.equal("what is left for Ben", 88L, store.claim("spring", "ben", 100, 100, NOON));
        store.settle("spring", "ben", 0);
        Expect.equal("taken", 12L, store.taken("spring"));
    }

    private static void repeated(Allotments store) {
        store.claim("spring", "ana", 30, 100, NOON);
        for (int i = 0; i < 3; i++) {
            store.settle("spring", "ana", 12);
            store.settle("spring", "nobody", 99);
            store.settle("summer", "ana", 5);
        }
        Expect.equal("taken", 12L, store.taken("spring"));
        Expect.equal("taken of what was never claimed", 0L, store.taken("summer"));
    }

    private static void refused(Allotments store) {
        store.claim("spring", "ana", 30, 100, NOON);
        for (long wrong : new long[] {-1, 31, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Expect.thrown(
                    "using " + wrong + " of 30",
                    IllegalArgumentException.class,
                    () -> store.settle("spring", "ana", wrong));
        }
        Expect.equal("taken", 30L, store.taken("spring"));
        Expect.equal("unsettled", List.of(new Claim("spring", "ana", NOON)), store.unsettled(Trial.FAR, 10));
    }

    private static void reopened(Trial trial) {
        trial.store().claim("spring", "ana", 30, 100, NOON);
        trial.store().claim("spring", "ben", 30, 100, NOON.plusMillis(1));
        trial.store().settle("spring", "ana", 12);
        Allotments other = trial.reopened();
        Expect.equal("taken", 42L, other.taken("spring"));
        Expect.equal(
                "unsettled", List.of(new Claim("spring", "ben", NOON.plusMillis(1))), other.unsettled(Trial.FAR, 10));
        other.settle("spring", "ben", 8);
        Expect.equal("taken, for the first", 20L, trial.store().taken("spring"));
        Expect.equal("left", 80L, trial.store().claim("spring", "cem", 100, 100, NOON));
    }
}
