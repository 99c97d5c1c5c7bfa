package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;

/** One request id has one effect. */
final class ReplayChecks {
    static final Decision NEVER_ASKED = state -> {
        throw new AssertionError("a decision was asked though the answer was known");
    };

    private ReplayChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of(
                        "a repetition is answered with the first posting, and no decision is asked",
                        trial -> repeats(trial, trial.store())),
                Clause.afterReopening(
                        "a repetition is answered with the first posting by another process",
                        trial -> repeats(trial, trial.reopened())));
    }

    private static void repeats(Trial trial, LoyaltyStore later) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        for (int i = 0; i < 5; i++) {
            loyalty.purchase(order(ANA, "o-" + i, i + ".00", 7));
        }
        List<Posting> first = trial.postings(ANA);
        Seen before = trial.seen();
        for (int i = 0; i < 5; i++) {
            Commit again = later.update(Trial.request(order(ANA, "o-" + i, i + ".00", 7)), NEVER_ASKED);
            Commit.Replayed replayed = Expect.kind("the answer to a repetition", Commit.Replayed.class, again);
            Expect.equal("the first posting", Alike.digest(first.get(i)), Alike.digest(replayed.first()));
        }
        Expect.equal("what is there after repetitions", before, trial.seen());
    }
}
