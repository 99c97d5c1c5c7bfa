package io.loyalty4j.scenario;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.loyalty4j.Programs;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.shop.Money;
import io.loyalty4j.testing.Done;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.When;
import java.time.Period;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Where the kit has no expectation, what was answered can be looked at. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OwnAssertionsTest {
    private final When ana = LoyaltyScenario.of(Programs.plain()
                    .earn("ride", EarnRules.points(10).perUnit("kilometres").forActivity("ride"))
                    .build())
            .when("ana");

    @Test
    void a_step_has_the_outcome_of_its_last_command() {
        Done twice = ana.buys(line("soap", "5.00")).and().buys(line("soap", "7.00"));

        assertThat(twice.outcome().receipt().posting().header().requestId()).isEqualTo("order/order-2@1");
    }

    @Test
    void a_question_has_the_quote() {
        assertThat(ana.asksFor(line("soap", "5.00")).quote().toPay()).isEqualTo(Money.of("5.00", "GBP"));
    }

    @Test
    void time_has_neither() {
        Done time = ana.timePasses(Period.ofDays(1));

        assertThatIllegalStateException().isThrownBy(time::outcome).withMessageContaining("time passed: P1D");
        assertThatIllegalStateException().isThrownBy(time::quote).withMessageContaining("time passed: P1D");
    }

    @Test
    void an_activity_may_have_a_number() {
        ana.does("ride", "kilometres", 12).then().awarded("ride", 120);
    }

    @Test
    void an_order_may_have_been_placed_earlier() {
        Done late = ana.order("A-1").placedAt("2026-06-09T20:00").asksFor(line("soap", "5.00"));

        assertThat(late.quote().order().placedAt()).hasToString("Optional[2026-06-09T19:00:00Z]");
    }
}
