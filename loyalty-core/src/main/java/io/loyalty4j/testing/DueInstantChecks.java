package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.WAITING;
import static io.loyalty4j.testing.Shop.order;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Members are due at an instant, until it is booked. */
final class DueInstantChecks {
    private static final List<MemberId> MEMBERS =
            IntStream.range(0, 6).mapToObj(MemberId::of).toList();

    private DueInstantChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("somebody is due at the very instant, and not before", DueInstantChecks::instant),
                Clause.of("what was booked is due no longer", DueInstantChecks::booked));
    }

    private static void booked(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(WAITING);
        MEMBERS.forEach(member -> loyalty.purchase(order(member, "1")));
        trial.clock().passDays(20);
        Instant now = trial.clock().instant();
        Expect.equal("due", MEMBERS.size(), trial.store().due(now, 10).size());
        loyalty.runDue(now);
        Expect.equal("due after it was booked", List.of(), trial.store().due(now, 10));
        Expect.equal(
                "due in the end",
                MEMBERS.size(),
                trial.store().due(Trial.FAR, 10).size());
        trial.proof().ofEverybody();
    }

    private static void instant(Trial trial) {
        trial.engine(WAITING).purchase(order(Trial.ANA, "1"));
        Instant at = DueChecks.dueAt(trial.store(), Trial.ANA);
        Expect.equal("before", List.of(), trial.store().due(at.minusMillis(1), 10));
        Expect.equal("at the instant", List.of(Trial.ANA), trial.store().due(at, 10));
        Expect.equal("of none", List.of(), trial.store().due(at, 0));
    }
}
