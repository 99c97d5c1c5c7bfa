package io.loyalty4j.examples.whatif;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.LoyaltyProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static Plan plan(String name, String currency, String zone) {
        return new Plan(
                name,
                name,
                LoyaltyProgram.named("card")
                        .currency(currency)
                        .zone(zone)
                        .earn("base", points(1).per("1.00"))
                        .build());
    }

    @Test
    void isComparedInOneCurrencyAndOneZone() {
        List<Plan> plans = List.of(
                plan("a", "GBP", "Europe/London"),
                plan("b", "GBP", "Europe/London"),
                plan("c", "EUR", "Europe/London"),
                plan("d", "GBP", "Europe/Paris"));

        assertThat(Plan.strangers(plans))
                .containsExactly(
                        "programs are compared in one currency and one zone: c has EUR and Europe/London, and a GBP and Europe/London",
                        "programs are compared in one currency and one zone: d has GBP and Europe/Paris, and a GBP and Europe/London");
        assertThat(Plan.strangers(Plans.all())).isEmpty();
        assertThat(Plan.strangers(List.of())).isEmpty();
    }
}
