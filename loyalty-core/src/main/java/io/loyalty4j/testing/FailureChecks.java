package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import java.util.List;

/** What is refused or fails writes nothing, and harms nothing. */
final class FailureChecks {
    private FailureChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("what is refused writes nothing, not even what fell due", FailureChecks::refused),
                Clause.of(
                        "a decision that throws writes nothing, and the account stays usable",
                        trial -> fails(trial, new IllegalArgumentException("the rule is broken"))),
                Clause.of(
                        "a decision that ends in an error writes nothing, and the account stays usable",
                        trial -> fails(trial, new StackOverflowError("the rule is endless"))),
                Clause.of("somebody new who is refused leaves no account", FailureChecks::nobody),
                Clause.of("a decision that books nothing writes nothing", FailureChecks::nothing));
    }

    private static void refused(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(WAITING);
        loyalty.purchase(order(ANA, "1"));
        trial.clock().passDays(30);
        Seen before = trial.seen();
        Expect.kind(
                "too much",
                Outcome.Refused.class,
                loyalty.purchase(order(ANA, "2").redeem("eighty")));
        Expect.kind(
                "too much",
                Outcome.Refused.class,
                loyalty.reserve(order(ANA, "2").redeem("eighty")));
        Expect.equal("what is there after refusals", before, trial.seen());
        Expect.that("no order 2", trial.store().order(ANA, "2").isEmpty());
        Expect.kind("the same without it", Outcome.Applied.class, loyalty.purchase(order(ANA, "2")));
        trial.proof().of(ANA);
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

    private static void nobody(Trial trial) {
        LoyaltyStore store = trial.store();
        Order order = order(ANA, "1");
        Commit refused = store.update(Trial.request(order), state -> new Decided.Refuse(new Refusal.NotAMember(ANA)));
        Expect.equal("the answer", new Commit.Refused(new Refusal.NotAMember(ANA)), refused);
        Expect.thrown(
                "a fault",
                IllegalStateException.class,
                () -> store.update(Trial.request(order), state -> {
                    throw new IllegalStateException("no");
                }));
        absent(trial);
    }

    private static void absent(Trial trial) {
        LoyaltyStore store = trial.store();
        Expect.that("no account of Ana", store.find(ANA).isEmpty());
        Expect.that("no order of Ana", store.order(ANA, "1").isEmpty());
        Expect.equal("postings", List.of(), trial.postings());
        Expect.equal("members that are due", List.of(), store.due(Trial.FAR, 10));
        Expect.equal("members of an older version", List.of(), store.adoptedBefore(Trial.FAR, 10));
    }

    private static void nothing(Trial trial) {
        Commit commit = trial.store().update(Request.of(ANA), state -> new Decided.Book(List.of(), state));
        Expect.equal(
                "postings",
                List.of(),
                Expect.kind("the answer", Commit.Applied.class, commit).postings());
        absent(trial);
        trial.engine(PLAIN).purchase(order(ANA, "1"));
        Seen before = trial.seen();
        trial.store().update(Request.of(ANA), state -> new Decided.Book(List.of(), state));
        Expect.equal("what is there after nothing", before, trial.seen());
    }
}
