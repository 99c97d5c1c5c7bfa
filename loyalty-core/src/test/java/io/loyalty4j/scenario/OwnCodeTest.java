package io.loyalty4j.scenario;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.testing.LoyaltyScenario;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A shop's own code is often handed the engine before anything is given: in a field of the test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OwnCodeTest {
    private final LoyaltyScenario scenario =
            LoyaltyScenario.of(Programs.beautyInsider().build()).at("2026-11-21");
    private final LoyaltyEngine lent = scenario.engine();
    private final Order order = Order.of(MemberId.of("ana"), "A-1")
            .currency("USD")
            .line(line("soap", "20.00"))
            .redeem("cash-10");

    @Test
    void finds_what_was_given_after_it_got_the_engine() {
        scenario.given("ana").points(500).and("ben").points(70);

        assertThat(lent.quote(order).refusal()).isEmpty();
        assertThat(lent.account(MemberId.of("ben")).available()).isEqualTo(70);
        lent.purchase(order);
        scenario.then("ana").discounted("10.00").earned(110).available(110);
    }

    @Test
    void is_the_last_step_whoever_looked_at_an_account_meanwhile() {
        scenario.given("ana").points(500);
        lent.purchase(order);

        assertThat(scenario.account("ana").available()).isEqualTo(110);
        assertThat(scenario.events("ana")).isNotEmpty();
        scenario.then("ana").earned(110).discounted("10.00");
        scenario.when("ana").timePasses(Duration.ofHours(1)).then().earned(0).nothingChanged();
    }

    @Test
    void finds_it_in_a_scenario_under_another_program() {
        LoyaltyScenario other = scenario.under(Programs.beautyInsider().build());
        LoyaltyEngine theirs = other.engine();
        other.given("ana").points(500);

        assertThat(theirs.purchase(order).refusal()).isEmpty();
        assertThat(scenario.account("ana").available()).isZero();
    }

    @Test
    void finds_each_thing_that_was_given_once() {
        scenario.given("ana").inTier("VIB").points(500).bornOn("11-28").pointsThrough(20, "2026-12-31");

        assertThat(lent.account(MemberId.of("ana")).available()).isEqualTo(520);
        scenario.when("ana")
                .buys(line("soap", "5.00"))
                .then()
                .available(520 + 105)
                .inTierThrough("VIB", "2027-12-31");
    }

    @Test
    void has_seen_when_they_were_enrolled() {
        assertThatIllegalStateException()
                .isThrownBy(() -> scenario.given("ana").enrolledOn("2020-01-01"))
                .withMessageContaining("given(\"ana\").enrolledOn(\"2020-01-01\") before engine()");
    }
}
