package io.loyalty4j.testing;

import io.loyalty4j.store.Allotments;
import java.time.Instant;
import java.util.List;

/** What becomes of claims. */
final class SettlementChecks {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private SettlementChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("what is used stays so, the rest is given back", trial -> used(trial.store())),
                Clause.of("a settlement may be repeated", trial -> repeated(trial.store())));
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
}
