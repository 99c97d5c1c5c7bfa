package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Unit;
import java.util.List;

/** What goes wrong with one of several updates harms no other. */
final class BatchFaultChecks {
    private BatchFaultChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a conflict in a batch is answered, and stops no other", BatchFaultChecks::conflict),
                Clause.of("a refusal in a batch stops no other", BatchFaultChecks::refusal),
                Clause.of(
                        "after a fault those before it are booked, and all can be sent again",
                        BatchFaultChecks::fault));
    }

    private static void conflict(Trial trial) {
        List<Commit> commits =
                Batch.send(trial, order(ANA, "1"), order(ANA, "1").less("1.00"), order(ANA, "2"), order(BEN, "1"));
        Expect.equal("kinds", "ARAA", Batch.kinds(commits));
        Expect.equal(
                "the conflict",
                new Commit.Refused(new Refusal.RequestConflicts("order/1@1", "discount")),
                commits.get(1));
        Expect.equal("postings", 3, trial.postings().size());
        trial.proof().ofEverybody();
    }

    private static void refusal(Trial trial) {
        List<Commit> commits =
                Batch.send(trial, order(ANA, "1"), order(BEN, "1").redeem("ten"), order(ANA, "2"));
        Expect.equal("kinds", "ARA", Batch.kinds(commits));
        Expect.that("no account of Ben", trial.store().find(BEN).isEmpty());
        trial.proof().ofEverybody();
    }

    private static void fault(Trial trial) {
        Unit first = Batch.unit(trial, order(ANA, "1"));
        Unit broken = new Unit(Trial.request(order(BEN, "1")), state -> {
            throw new IllegalStateException("the rule is broken");
        });
        Unit last = Batch.unit(trial, order(MemberId.of("cem"), "1"));
        Expect.thrown(
                "the fault", IllegalStateException.class, () -> trial.store().updateAll(List.of(first, broken, last)));
        Expect.that("the first is booked", trial.store().find(ANA).isPresent());
        Expect.that("the broken one is not", trial.store().find(BEN).isEmpty());
        trial.proof().ofEverybody();
        trial.store().updateAll(List.of(first, Batch.unit(trial, order(BEN, "1")), last));
        Expect.equal("postings", 3, trial.postings().size());
        trial.proof().ofEverybody();
    }
}
