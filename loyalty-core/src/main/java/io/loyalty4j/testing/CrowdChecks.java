package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many members and machines at once. */
final class CrowdChecks {
    private CrowdChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("what was acknowledged is there, each with a version of its own", CrowdChecks::acknowledged),
                Clause.of("batches that share members in opposite orders end", CrowdChecks::batches),
                Clause.of("machines that book what is due at once book it once", CrowdChecks::sweeps),
                Clause.of("who reads meanwhile sees whole commits only", CrowdChecks::readers));
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
                    .map(each -> unit(trial, each))
                    .toList());
            if (thread % 2 == 1) {
                Collections.reverse(units);
            }
            return trial.store().updateAll(units);
        });
        Expect.equal("postings", 160, trial.postings().size());
        trial.proof().ofEverybody();
    }

    private static Unit unit(Trial trial, Command command) {
        return new Unit(Trial.request(command), trial.decision(PLAIN, command));
    }

    private static void sweeps(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(WAITING);
        IntStream.range(0, 30).forEach(number -> two.get(0).purchase(order(MemberId.of(number), "1")));
        trial.clock().passDays(20);
        AtOnce.times(6, number -> two.get(number % 2).runDue(trial.clock().instant()));
        Expect.equal("postings", 60, trial.postings().size());
        Expect.equal("due", List.of(), trial.store().due(trial.clock().instant(), 10));
        trial.proof().ofEverybody();
    }

    private static void readers(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        two.get(0).purchase(order(ANA, "first", "100.00", 1));
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            int number = thread;
            acts.add(() -> writes(two.get(0), number));
            acts.add(() -> reads(trial, two.get(1)));
        }
        AtOnce.all(acts);
        Expect.equal("points", 100L, two.get(0).account(ANA).available());
        trial.proof().of(ANA);
    }

    private static int writes(LoyaltyEngine loyalty, int number) {
        for (int i = 0; i < 10; i++) {
            Order order = order(ANA, "o-" + number + "-" + i, "1.00", 1).redeem("ten");
            loyalty.reserve(order);
            loyalty.purchase(order);
            loyalty.cancel(order);
        }
        return number;
    }

    private static int reads(Trial trial, LoyaltyEngine loyalty) {
        for (int i = 0; i < 10; i++) {
            Expect.equal("findings", List.of(), loyalty.journal(ANA).verify().findings());
            try (Stream<Posting> all = trial.store().postings(ANA)) {
                List<Long> versions =
                        all.map(posting -> posting.header().version()).toList();
                List<Long> expected = IntStream.rangeClosed(1, versions.size())
                        .mapToObj(Long::valueOf)
                        .toList();
                Expect.equal("versions", expected, versions);
            }
        }
        return 0;
    }
}
