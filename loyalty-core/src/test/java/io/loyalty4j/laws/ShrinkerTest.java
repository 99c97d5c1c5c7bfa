package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.Order;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A fault is planted: a law that does not hold. What is left of a scenario must be what breaks it, and no more. */
class ShrinkerTest {
    private static final String PLANTED = "no member ever has more than 40 points";

    private static void fault(Scenario scenario) {
        World world = new World(scenario, new Statistics());
        for (Scenario.Step step : scenario.steps()) {
            world.step(step);
            Commands.MEMBERS.forEach(
                    member -> LawBroken.unless(world.available(member) <= 40, PLANTED, () -> member + " has more"));
        }
    }

    @Nested
    class AScenarioThatFails {
        private final Scenario failing = failing();
        private final Scenario small = new Shrinker(ShrinkerTest::fails).shrink(failing);

        @Test
        void shrinksToOneOrderOfOneLineUnderAProgramOfOneRule() {
            assertThat(fails(small)).isTrue();
            assertThat(small.steps()).hasSizeLessThanOrEqualTo(2);
            assertThat(small.next()).isEmpty();
            assertThat(small.program().rules()).hasSize(1);
            assertThat(small.program().policies()).isEmpty();
            small.steps().stream()
                    .flatMap(step -> step.command().stream())
                    .filter(Order.class::isInstance)
                    .map(Order.class::cast)
                    .forEach(order -> assertThat(order.lines()).hasSize(1));
        }

        @Test
        void isToldAsStepsThatReadLikeJava() {
            assertThatThrownBy(() -> Failures.explained(7, failing, ShrinkerTest::fault))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("seed 7")
                    .hasMessageContaining(PLANTED)
                    .hasMessageContaining("LoyaltyProgram.named(\"random\")")
                    .hasMessageContaining(small.steps().get(0).toString());
        }
    }

    @Test
    void aScenarioThatFailsInAnotherWayIsNotTakenForTheSame() {
        Scenario scenario = failing();
        Shrinker shrinker = new Shrinker(each ->
                fails(each) && each.next().isPresent() == scenario.next().isPresent());
        assertThat(shrinker.shrink(scenario).next().isPresent())
                .isEqualTo(scenario.next().isPresent());
    }

    /** The first random scenario in which an order brings a member over the limit. */
    private static Scenario failing() {
        for (int i = 0; ; i++) {
            Scenario scenario = Scenarios.played(Chance.seed(42, i), 60, false, new Statistics(), each -> {});
            Scenario orders = new Scenario(
                    scenario.program(),
                    scenario.next(),
                    scenario.steps().stream()
                            .filter(step -> step.command()
                                    .filter(Order.class::isInstance)
                                    .isPresent())
                            .map(step -> new Scenario.Step(
                                    step.at(),
                                    step.newer(),
                                    Optional.of(step.command().get())))
                            .toList());
            if (fails(orders)) {
                return scenario;
            }
        }
    }

    private static boolean fails(Scenario scenario) {
        try {
            fault(scenario);
            return false;
        } catch (LawBroken broken) {
            return broken.law().equals(PLANTED);
        }
    }
}
