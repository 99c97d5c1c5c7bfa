package io.loyalty4j.testing;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.shop.Window;
import io.loyalty4j.testing.RuleLife.Booked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** No limit is passed, whatever comes. */
final class RuleLimitChecks {
    private static final List<Long> LIMITS = List.of(0L, 1L, 25L);

    private RuleLimitChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause("a limit in points per order is kept", RuleLimitChecks::perOrder),
                new RuleClause(
                        "a limit in points per day is kept, however often the samples come",
                        trial -> perDay(
                                trial,
                                points -> trial.rule().atMostPoints(points).per(Window.DAY))),
                new RuleClause(
                        "given once per day, it is given no more often, however often the samples come",
                        RuleLimitChecks::once),
                new RuleClause(
                        "a limit of the program is kept, however often the samples come", RuleLimitChecks::ofAll));
    }

    private static void perOrder(RuleTrial trial) {
        for (long most : LIMITS) {
            EarnRule limited = trial.rule().atMostPoints(most).perOrder();
            trial.onEach(scene -> {
                Said said = RuleVisit.first(trial.programs().with(limited), scene);
                Expect.atMost(
                        scene + ": limited to " + most + " points per order, the rule gives", most, said.points());
            });
        }
    }

    private static void perDay(RuleTrial trial, LongFunction<EarnRule> limited) {
        for (long most : LIMITS) {
            List<Booked> life = RuleLife.of(trial, trial.programs().with(limited.apply(most)));
            keeps(
                    "limited to " + most + " points per day, the rule gives",
                    most,
                    life,
                    booked -> booked.said().points());
        }
    }

    private static void once(RuleTrial trial) {
        EarnRule limited = trial.rule().oncePer(Window.DAY);
        keeps(
                "limited to once per day, the rule gives so many times",
                1,
                RuleLife.of(trial, trial.programs().with(limited)),
                booked -> booked.said().gives() ? 1 : 0);
    }

    private static void ofAll(RuleTrial trial) {
        for (long most : LIMITS) {
            List<Booked> life = RuleLife.of(
                    trial,
                    trial.programs()
                            .based()
                            .earn(RuleBench.RULE, trial.rule())
                            .atMostPoints(most, Window.DAY)
                            .build());
            keeps(
                    "limited to " + most + " points per day, the program gives",
                    most,
                    life,
                    booked -> booked.receipt().earned());
        }
    }

    private static void keeps(String what, long most, List<Booked> life, ToLongFunction<Booked> given) {
        Map<String, Long> sums = new HashMap<>();
        for (Booked booked : life) {
            long sum = sums.merge(booked.turn(), given.applyAsLong(booked), Math::addExact);
            Expect.atMost(booked.scene() + ", once more of " + booked.turn() + ": " + what, most, sum);
        }
    }
}
