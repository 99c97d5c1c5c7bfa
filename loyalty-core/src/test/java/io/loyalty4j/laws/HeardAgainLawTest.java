package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.earn.Heard;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A repetition, however late, tells of silent rules and of what was near as the first answer did. */
class HeardAgainLawTest {
    private static final int SCENARIOS = Math.min(50, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 800);

    private final long seed = Chance.seed();

    @Test
    void aReplayedReceiptTellsOfSilentRulesAndHintsAsTheFirstDid() {
        int told = 0;
        for (int i = 0; i < SCENARIOS; i++) {
            Scenario scenario = Scenarios.played(Chance.seed(seed, i), 40, i % 2 == 0, new Statistics(), each -> {});
            HandClock clock = HandClock.at("2020-01-01T00:00:00Z");
            LoyaltyEngine engine = LoyaltyEngine.builder(scenario.program().built())
                    .clock(clock)
                    .build();
            Map<Command, Heard> first = new LinkedHashMap<>();
            for (Scenario.Step step : scenario.steps()) {
                clock.set(step.at().toString());
                step.command()
                        .ifPresent(command -> heard(engine, command).ifPresent(heard -> first.put(command, heard)));
            }
            for (Map.Entry<Command, Heard> each : first.entrySet()) {
                Outcome again = engine.execute(each.getKey());
                assertThat(again).isInstanceOf(Outcome.Replayed.class);
                assertThat(of(again))
                        .as("seed %d, case %d, %s", seed, i, each.getKey())
                        .isEqualTo(each.getValue());
                told += each.getValue().silences().size();
            }
        }
        assertThat(told).isGreaterThan(SCENARIOS);
    }

    private static Optional<Heard> heard(LoyaltyEngine engine, Command command) {
        try {
            Outcome outcome = engine.execute(command);
            boolean setsState = command instanceof Order.Reservation || command instanceof Member;
            return outcome instanceof Outcome.Applied && !setsState ? Optional.of(of(outcome)) : Optional.empty();
        } catch (LoyaltyException wrong) {
            return Optional.empty();
        }
    }

    private static Heard of(Outcome outcome) {
        return new Heard(outcome.receipt().silent(), outcome.receipt().hints());
    }
}
