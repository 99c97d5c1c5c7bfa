package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Machines that book what is due, and readers, at once. */
final class SweepChecks {
    private SweepChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("machines that book what is due at once book it once", SweepChecks::sweeps),
                Clause.of("who reads meanwhile sees whole commits only", SweepChecks::readers));
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
