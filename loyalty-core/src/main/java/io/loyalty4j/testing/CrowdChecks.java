package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Many members and machines at once. */
final class CrowdChecks {
    private CrowdChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("what was acknowledged is there, each with a version of its own", CrowdChecks::acknowledged),
                Clause.of("batches that share members in opposite orders end", CrowdChecks::batches));
    }

    private static void acknowledged(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        List<Outcome> outcomes = AtOnce.times(
                120, number -> two.get(number % 2).purchase(order(MemberId.of(number % 4), "o-" + number)));
        Expect.equal("applied", 120L, RaceChecks.count(outcomes, Outcome.Applied.class));
        List<String> told = outcomes.stream()
                .map(each -> Alike.digest(each.receipt().posting()))
                .sorted()
                .toList();
        Expect.equal(
                "postings",
                trial.postings().stream().map(Alike::digest).sorted().toList(),
                told);
        trial.proof().ofEverybody();
    }

    private static void batches(Trial trial) throws Exception {
        AtOnce.times(8, thread -> {
            List<Unit> units = new ArrayList<>(IntStream.range(0, 20)
                    .mapToObj(number -> order(MemberId.of(number), "o-" + thread))
                    .map(each -> Batch.unit(trial, each))
                    .toList());
            if (thread % 2 == 1) {
                Collections.reverse(units);
            }
            return trial.store().updateAll(units);
        });
        Expect.equal("postings", 160, trial.postings().size());
        trial.proof().ofEverybody();
    }
}
