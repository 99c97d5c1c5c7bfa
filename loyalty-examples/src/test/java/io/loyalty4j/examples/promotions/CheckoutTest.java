package io.loyalty4j.examples.promotions;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpired;
import io.loyalty4j.notify.LoyaltyEvent.PointsRedeemed;
import io.loyalty4j.shop.Money;
import io.loyalty4j.testing.LoyaltyScenario;
import org.junit.jupiter.api.Test;

/** A shop's own code under a clock that is moved by hand, with AssertJ where the kit has no expectation. */
class CheckoutTest {
    private final LoyaltyScenario scenario =
            LoyaltyScenario.of(BeautyInsider.program()).at("2020-11-21");
    private final Checkout checkout = new Checkout(scenario.engine());

    @Test
    void sellsAndPrintsTheSlip() {
        Slip slip = checkout.pays(checkout.shows("ana", "A-1", line("perfume", "120.00")));

        assertThat(slip).hasToString("240 points for this order, 240 in all");
        scenario.then("ana").earned(240).awarded("november-event", 120);
    }

    @Test
    void takesTenDollarsOffWhoHasThePoints() {
        scenario.given("ana").points(620);

        Quote page = checkout.shows("ana", "A-1", line("perfume", "120.00"));
        assertThat(page.toPay()).isEqualTo(Money.of("110.00", "USD"));
        assertThat(checkout.pays(page)).hasToString("You saved 10.00 USD. 220 points for this order, 340 in all");
        scenario.then("ana").discounted("10.00").earned(220);
        assertThat(scenario.events("ana"))
                .filteredOn(PointsRedeemed.class::isInstance)
                .extracting("reward", "points")
                .containsExactly(tuple("cash-10", 500L));
    }

    @Test
    void sellsWithoutThePointsThatAnotherTabHasTaken() {
        scenario.given("ana").points(500);
        Quote page = checkout.shows("ana", "A-1", line("perfume", "120.00"));
        scenario.when("ana").redeeming("cash-10").reserves(line("soap", "12.00"));

        assertThat(checkout.pays(page)).hasToString("240 points for this order, 240 in all");
        scenario.then("ana").held(500).available(240);
    }

    @Test
    void opensALotForEachOrder() {
        scenario.given("ana").inTier("VIB").when("ana").buys(line("perfume", "120.00"));
        scenario.at("2020-11-22");
        checkout.pays(checkout.shows("ana", "A-1", line("soap", "5.00")));

        assertThat(scenario.account("ana").lots()).extracting(Lot::original).containsExactly(360L, 15L);
    }

    @Test
    void whatItSoldLapsesAYearLater() {
        checkout.pays(checkout.shows("ana", "A-1", line("perfume", "120.00")));
        scenario.at("2021-11-21").then("ana").available(240);
        scenario.at("2021-11-22").then("ana").available(0).notified(PointsExpired.class);

        assertThat(scenario.events("ana")).hasAtLeastOneElementOfType(PointsEarned.class);
    }
}
