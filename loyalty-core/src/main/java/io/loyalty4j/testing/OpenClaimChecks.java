package io.loyalty4j.testing;

import io.loyalty4j.store.Allotments;
import io.loyalty4j.store.Allotments.Claim;
import java.time.Instant;
import java.util.List;

/** Claims that are not settled stay open, for every process. */
final class OpenClaimChecks {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private OpenClaimChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of(
                        "more than was granted cannot be used, and the grant stays open",
                        trial -> refused(trial.store())),
                Clause.afterReopening("another process knows what was claimed and used", OpenClaimChecks::reopened));
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
