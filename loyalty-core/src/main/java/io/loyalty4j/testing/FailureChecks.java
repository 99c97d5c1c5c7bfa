package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Request;
import java.util.List;

/** What fails writes nothing, and harms nothing. */
final class FailureChecks {
    private FailureChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of(
                        "a decision that throws writes nothing, and the account stays usable",
                        trial -> fails(trial, new IllegalArgumentException("the rule is broken"))),
                Clause.of(
                        "a decision that ends in an error writes nothing, and the account stays usable",
                        trial -> fails(trial, new StackOverflowError("the rule is endless"))),
                Clause.of("a decision that books nothing writes nothing", FailureChecks::nothing));
    }

    private static void fails(Trial trial, Throwable fault) throws Exception {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        loyalty.purchase(order(ANA, "1"));
        Seen before = trial.seen();
        Order second = order(ANA, "2");
        Throwable thrown = Expect.thrown(
                "a decision that fails",
                fault.getClass(),
                () -> trial.store()
                        .update(Trial.request(second), state -> failing(trial.decide(PLAIN, state, second), fault)));
        Expect.equal("what was thrown", fault.getMessage(), thrown.getMessage());
        Expect.equal("what is there after a fault", before, trial.seen());
        Expect.that("no order 2", trial.store().order(ANA, "2").isEmpty());
        Outcome next = AtOnce.times(1, number -> loyalty.purchase(second)).get(0);
        Expect.kind("the same by another thread", Outcome.Applied.class, next);
        trial.proof().of(ANA);
    }

    private static Decided failing(Decided decided, Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw fault instanceof RuntimeException exception ? exception : new IllegalStateException(decided + "");
    }

    private static void nothing(Trial trial) {
        Commit commit = trial.store().update(Request.of(ANA), state -> new Decided.Book(List.of(), state));
        Expect.equal(
                "postings",
                List.of(),
                Expect.kind("the answer", Commit.Applied.class, commit).postings());
        RefusalChecks.absent(trial);
        trial.engine(PLAIN).purchase(order(ANA, "1"));
        Seen before = trial.seen();
        trial.store().update(Request.of(ANA), state -> new Decided.Book(List.of(), state));
        Expect.equal("what is there after nothing", before, trial.seen());
    }
}
