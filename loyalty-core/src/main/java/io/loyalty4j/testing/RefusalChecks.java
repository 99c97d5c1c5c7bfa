package io.loyalty4j.testing;

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
import java.util.List;

/** What is refused writes nothing. */
final class RefusalChecks {
    private RefusalChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("what is refused writes nothing, not even what fell due", RefusalChecks::refused),
                Clause.of("somebody new who is refused leaves no account", RefusalChecks::nobody));
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

    static void absent(Trial trial) {
        LoyaltyStore store = trial.store();
        Expect.that("no account of Ana", store.find(ANA).isEmpty());
        Expect.that("no order of Ana", store.order(ANA, "1").isEmpty());
        Expect.equal("postings", List.of(), trial.postings());
        Expect.equal("members that are due", List.of(), store.due(Trial.FAR, 10));
        Expect.equal("members of an older version", List.of(), store.adoptedBefore(Trial.FAR, 10));
    }
}
