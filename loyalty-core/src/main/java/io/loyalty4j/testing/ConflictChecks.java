package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.util.List;

/** One request id has one content, of one member; what sets a state has none. */
final class ConflictChecks {
    private ConflictChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("another content under an id conflicts, and writes nothing", ConflictChecks::conflicts),
                Clause.of("an id of one member is no other member's", ConflictChecks::ownIds),
                Clause.of("what sets a state is told by the state, not by an id", ConflictChecks::states));
    }

    private static void conflicts(Trial trial) {
        Order first = order(ANA, "1");
        trial.engine(PLAIN).purchase(first);
        Seen before = trial.seen();
        ConflictingRequestException conflict = Expect.thrown(
                "another discount under the id of the order 1",
                ConflictingRequestException.class,
                () -> trial.store().update(Trial.request(first.less("1.00")), ReplayChecks.NEVER_ASKED));
        Expect.equal("the request", "order/1@1", conflict.requestId());
        Expect.equal("what differs", "discount", conflict.differingField());
        Expect.equal("what is there after a conflict", before, trial.seen());
    }

    private static void ownIds(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        Expect.kind("Ana's order 1", Outcome.Applied.class, loyalty.purchase(order(ANA, "1")));
        Expect.kind("Ben's order 1", Outcome.Applied.class, loyalty.purchase(order(BEN, "1", "3.00", 1)));
        Expect.that(
                "no order of Cem", trial.store().order(MemberId.of("c"), "1").isEmpty());
        trial.proof().ofEverybody();
    }

    private static void states(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        loyalty.purchase(order(ANA, "first", "100.00", 1));
        Order ten = order(ANA, "1").redeem("ten");
        Expect.kind("a reservation", Outcome.Applied.class, loyalty.reserve(ten));
        Expect.kind("the same again", Outcome.Replayed.class, loyalty.reserve(ten));
        Expect.kind(
                "another one",
                Outcome.Applied.class,
                loyalty.reserve(order(ANA, "1").redeem("eighty")));
        Expect.kind("the first one anew", Outcome.Applied.class, loyalty.reserve(ten));
        Expect.equal("points held", 10L, loyalty.account(ANA).held());
        Expect.equal("postings", 4, trial.postings(ANA).size());
        trial.proof().of(ANA);
    }
}
