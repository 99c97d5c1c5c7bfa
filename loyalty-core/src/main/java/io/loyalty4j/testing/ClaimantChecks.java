package io.loyalty4j.testing;

import io.loyalty4j.store.Allotments;
import io.loyalty4j.store.Allotments.Claim;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who has claimed an amount that members share. */
final class ClaimantChecks {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private ClaimantChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("allotments do not mix, whatever their names", trial -> names(trial.store())),
                Clause.of("the claimant is who has it", trial -> claimant(trial.store())),
                Clause.of("unsettled claims are listed from the oldest on", trial -> unsettled(trial.store())));
    }

    private static void names(Allotments store) {
        List<String> names =
                List.of("spring", "Spring", "spring ", "spr_ng", "spr%", "';DROP", "s".repeat(100), "s".repeat(99));
        for (String name : names) {
            Expect.equal("of " + name, 7L, store.claim(name, "ana", 7, 10, NOON));
            Expect.equal("of " + name, 3L, store.claim(name, "Ana", 7, 10, NOON));
        }
        store.settle("spring", "ana", 0);
        Expect.equal("of spring", 3L, store.taken("spring"));
        Expect.equal("of Spring", 10L, store.taken("Spring"));
        Expect.equal(
                "unsettled",
                2 * names.size() - 1,
                store.unsettled(Trial.FAR, 100).size());
    }

    private static void claimant(Allotments store) {
        store.claim("token", "zoe", 1, 9, ClaimChecks.at(0));
        store.claim("token", "ana", 1, 9, ClaimChecks.at(1));
        Expect.equal("the oldest", Optional.of("zoe"), store.claimant("token"));
        store.claim("token", "zoe", 1, 9, ClaimChecks.at(2));
        Expect.equal("the oldest now", Optional.of("ana"), store.claimant("token"));
        store.settle("token", "ana", 0);
        Expect.equal("who is left", Optional.of("zoe"), store.claimant("token"));
        store.claim("token", "ben", 2, 9, ClaimChecks.at(3));
        store.settle("token", "ben", 1);
        Expect.equal("the first to use it", Optional.of("ben"), store.claimant("token"));
        store.settle("token", "zoe", 1);
        Expect.equal("for ever", Optional.of("ben"), store.claimant("token"));
    }

    private static void unsettled(Allotments store) {
        Claim ana = new Claim("spring", "ana", ClaimChecks.at(3));
        Claim ben = new Claim("autumn", "ben", ClaimChecks.at(1));
        Claim cem = new Claim("spring", "cem", ClaimChecks.at(2));
        List.of(ana, ben, cem).forEach(each -> store.claim(each.allotment(), each.claimant(), 1, 9, each.at()));
        Expect.equal("all", List.of(ben, cem, ana), store.unsettled(Trial.FAR, 10));
        Expect.equal("two", List.of(ben, cem), store.unsettled(Trial.FAR, 2));
        Expect.equal("before the last", List.of(ben, cem), store.unsettled(ClaimChecks.at(3), 10));
        Expect.equal("before the first", List.of(), store.unsettled(ClaimChecks.at(1), 10));
        store.claim("autumn", "ben", 1, 9, ClaimChecks.at(4).plusMillis(7));
        Claim again = new Claim("autumn", "ben", ClaimChecks.at(4).plusMillis(7));
        Expect.equal("asked again", List.of(cem, ana, again), store.unsettled(Trial.FAR, 10));
        store.claim("winter", "dee", 1, 9, ClaimChecks.at(2));
        Expect.equal(
                "of one moment",
                Set.of(cem, new Claim("winter", "dee", ClaimChecks.at(2))),
                new HashSet<>(store.unsettled(ClaimChecks.at(3), 10)));
    }
}
