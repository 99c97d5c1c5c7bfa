package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Transfer;
import java.util.List;

/** Checkouts, tabs and transfers that come for the same accounts at the same moment. */
final class TabChecks {
    private TabChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("of two checkouts that hold 80 of 100 points, one is refused", TabChecks::hold),
                Clause.of("an account that many open is opened once", TabChecks::open),
                Clause.of("transfers to and fro end, and lose no point", TabChecks::transfers));
    }

    private static void hold(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        for (int round = 0; round < 10; round++) {
            MemberId member = MemberId.of(round);
            two.get(0).purchase(order(member, "first", "100.00", 1));
            List<Outcome> outcomes = AtOnce.times(
                    2,
                    number ->
                            two.get(number).reserve(order(member, "o-" + number).redeem("eighty")));
            Expect.equal("applied", 1L, RaceChecks.count(outcomes, Outcome.Applied.class));
            Expect.equal("refused", 1L, RaceChecks.count(outcomes, Outcome.Refused.class));
            Expect.equal("held", 80L, two.get(1).account(member).held());
        }
        trial.proof().ofEverybody();
    }

    private static void open(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        List<Outcome> outcomes = AtOnce.times(
                30, number -> two.get(number % 2).enrol(Member.of(ANA).with("tab", Integer.toString(number))));
        Expect.equal("applied", 1L, RaceChecks.count(outcomes, Outcome.Applied.class));
        Expect.equal("postings", 1, trial.postings().size());
        Expect.that("a profile", trial.store().profile(ANA).isPresent());
    }

    private static void transfers(Trial trial) throws Exception {
        List<LoyaltyEngine> two = trial.twoEngines(PLAIN);
        two.get(0).purchase(order(ANA, "first", "1000.00", 1));
        two.get(0).purchase(order(BEN, "first", "1000.00", 1));
        AtOnce.times(8, thread -> {
            for (int i = 0; i < 10; i++) {
                String id = "t-" + thread + "-" + i;
                boolean there = (thread + i) % 2 == 0;
                two.get(thread % 2)
                        .execute(Transfer.of(there ? ANA : BEN, id, 7).to(there ? BEN : ANA));
            }
            return thread;
        });
        two.get(0).runDue(trial.clock().instant());
        Expect.equal("messages that wait", List.of(), trial.store().messages(10));
        Expect.equal(
                "points of both",
                2_000L,
                two.get(0).account(ANA).available() + two.get(1).account(BEN).available());
        trial.proof().ofEverybody();
    }
}
