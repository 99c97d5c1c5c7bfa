package io.loyalty4j.testing;

import io.loyalty4j.store.Allotments;
import io.loyalty4j.store.Allotments.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is granted of an amount that members share. */
final class ClaimChecks {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private ClaimChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a claim is granted whole, or what is left of the limit", trial -> granted(trial.store())),
                Clause.of("a claim made again is counted once, and may grow", trial -> again(trial.store())),
                Clause.of("who wants nothing, or finds nothing left, leaves no trace", trial -> nothing(trial.store())),
                Clause.of("the largest amounts are granted to the last", trial -> largest(trial.store())));
    }

    static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private static void granted(Allotments store) {
        Expect.equal("Ana's", 30L, store.claim("spring", "ana", 30, 100, at(0)));
        Expect.equal("Ben's", 60L, store.claim("spring", "ben", 60, 100, at(1)));
        Expect.equal("Cem's, of what is left", 10L, store.claim("spring", "cem", 50, 100, at(2)));
        Expect.equal("Dee's, of nothing", 0L, store.claim("spring", "dee", 1, 100, at(3)));
        Expect.equal("taken", 100L, store.taken("spring"));
    }

    private static void again(Allotments store) {
        store.claim("spring", "ana", 30, 100, at(0));
        store.claim("spring", "ben", 40, 100, at(0));
        Expect.equal("the same", 30L, store.claim("spring", "ana", 30, 100, at(1)));
        Expect.equal("less", 30L, store.claim("spring", "ana", 10, 100, at(2)));
        Expect.equal("under a lower limit", 30L, store.claim("spring", "ana", 90, 20, at(3)));
        Expect.equal("taken", 70L, store.taken("spring"));
        Expect.equal("more", 60L, store.claim("spring", "ana", 70, 100, at(4)));
        Expect.equal("taken", 100L, store.taken("spring"));
        store.settle("spring", "ana", 60);
        Expect.equal("after a settlement", 0L, store.claim("spring", "ana", 60, 100, at(5)));
        Expect.equal("under a higher limit", 60L, store.claim("spring", "ana", 60, 200, at(5)));
        Expect.equal("taken", 160L, store.taken("spring"));
    }

    private static void nothing(Allotments store) {
        Expect.equal("of a limit of 0", 0L, store.claim("autumn", "ana", 1, 0, NOON));
        Expect.equal("of a limit below 0", 0L, store.claim("autumn", "ana", 1, -5, NOON));
        Expect.equal("wanting nothing", 0L, store.claim("autumn", "ana", 0, 1, NOON));
        Expect.equal("wanting less", 0L, store.claim("autumn", "ana", -1, 1, NOON));
        Expect.equal("taken", 0L, store.taken("autumn"));
        Expect.equal("claimant", Optional.empty(), store.claimant("autumn"));
        store.claim("autumn", "ana", 1, 1, at(5));
        store.claim("autumn", "ana", 0, 1, at(9));
        store.claim("autumn", "ben", 1, 1, at(6));
        Expect.equal("unsettled", List.of(new Claim("autumn", "ana", at(5))), store.unsettled(Trial.FAR, 10));
    }

    private static void largest(Allotments store) {
        long most = Long.MAX_VALUE;
        Expect.equal("nearly all", most - 1, store.claim("sky", "ana", most - 1, most, NOON));
        Expect.equal("the rest", 1L, store.claim("sky", "ben", most, most, NOON));
        Expect.equal("taken", most, store.taken("sky"));
        store.settle("sky", "ana", most - 1);
        store.settle("sky", "ben", 1);
        Expect.equal("used", most, store.taken("sky"));
    }
}
