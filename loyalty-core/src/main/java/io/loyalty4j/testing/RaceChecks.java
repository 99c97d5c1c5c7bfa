package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** Tills and tabs that come for one account at the same moment. */
final class RaceChecks {
    private RaceChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("of fifty who send one request one books it, for all", RaceChecks::sameRequest),
                Clause.of("of a hundred who redeem 10 of 300 points, thirty succeed", RaceChecks::redeem));
    }

    static <T extends Outcome> long count(List<Outcome> outcomes, Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    private static void sameRequest(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        List<Outcome> outcomes = AtOnce.times(50, number -> two.get(number % 2).purchase(order(ANA, "same")));
        Expect.equal("applied", 1L, count(outcomes, Outcome.Applied.class));
        Expect.equal("replayed", 49L, count(outcomes, Outcome.Replayed.class));
        Stream<String> digests =
                outcomes.stream().map(each -> Alike.digest(each.receipt().posting()));
        Expect.equal("different receipts", 1L, digests.distinct().count());
        Expect.equal("postings", 1, trial.postings().size());
        trial.proof().of(ANA);
    }

    private static void redeem(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        two.get(0).purchase(order(ANA, "first", "300.00", 1));
        List<Outcome> outcomes = AtOnce.times(
                100,
                number -> two.get(number % 2)
                        .purchase(order(ANA, "o-" + number, "1.00", 1).redeem("ten")));
        Expect.equal("applied", 30L, count(outcomes, Outcome.Applied.class));
        Expect.equal(
                "refused for too few points",
                70L,
                outcomes.stream()
                        .flatMap(each -> each.refusal().stream())
                        .filter(Refusal.InsufficientPoints.class::isInstance)
                        .count());
        Expect.equal("points left", 0L, two.get(1).account(ANA).available());
        Expect.equal("postings", 31, trial.postings().size());
        trial.proof().of(ANA);
    }
}
