package io.loyalty4j.examples.programs;

import static io.loyalty4j.testing.LoyaltyScenario.line;

import io.loyalty4j.examples.programs.OwnRules.Weather;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.Then;
import io.loyalty4j.testing.When;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnRulesTest {
    private static final OrderLine UMBRELLA = line("umbrella", "30.00").category("umbrella");
    private static final OrderLine HAT = line("hat", "20.00");

    /** It rains on even days, and freezes in January. */
    private static final Weather WEATHER = new Weather() {
        @Override
        public int millimetres(String city, LocalDate date) {
            return date.getDayOfMonth() % 2 == 0 ? 5 : 0;
        }

        @Override
        public boolean freezing(String city, LocalDate date) {
            return date.getMonth() == Month.JANUARY;
        }
    };

    private final LoyaltyScenario scenario =
            LoyaltyScenario.of(OwnRules.program(WEATHER)).at("2026-01-31");
    private final When ana = scenario.when("ana");

    @AfterEach
    void theBooksAreSound() {
        Books.areSound(scenario, "ana");
    }

    private When on(String date) {
        return ana.timeIs(date).and();
    }

    private Then rides(long kilometres) {
        return ana.does("ride", "kilometres", kilometres).then();
    }

    @Nested
    class ALambda {
        @Test
        void doublesWhenItFreezes() {
            on("2026-01-31").asksFor(HAT).then().earned(40 + 50);
            on("2026-02-01").buys(HAT).then().earned(20);
        }

        @Test
        void saysWhyItGivesNothing() {
            on("2026-06-01").asksFor(HAT).then().silent("frosty-day", "it is mild");
        }
    }

    @Nested
    class ARuleWithConfiguration {
        @Test
        void triplesUmbrellasWhenItRains() {
            on("2026-06-02")
                    .buys(UMBRELLA, HAT)
                    .then()
                    .awarded("rainy-umbrella", 60)
                    .explained("rainy-umbrella", "5 mm of rain in Hamburg");
            on("2026-06-03").buys(UMBRELLA).then().earned(30);
        }

        @Test
        void hasLimitsLikeAnyOther() {
            on("2026-06-02").buys(UMBRELLA.times(4)).then().earned(120 + 200);
            ana.buys(UMBRELLA).then().earned(30);
        }

        @Test
        void isNotAskedAgainWhenGoodsComeBack() {
            on("2026-06-02").order("A-1").buys(UMBRELLA.times(2));
            on("2026-06-03").returns("A-1", "umbrella", 1).then().available(90);
        }
    }

    @Nested
    class ARuleAboutAnActivity {
        @Test
        void givesTenAKilometreFromThreeOn() {
            rides(2).earned(0);
            rides(3).earned(30);
            rides(12).earned(120).explained("bicycle", "12 km by bicycle");
        }

        @Test
        void givesNoMoreThanFiveHundredAMonth() {
            on("2026-06-01");
            rides(48).earned(480);
            rides(48).earned(20);
            on("2026-07-01T00:00");
            rides(48).available(500 + 480);
        }

        @Test
        void isUndoneWithTheRide() {
            Activity ride = Activity.of(MemberId.of("ana"), "ride", "r-1").with("kilometres", 12);
            ana.sends(ride).and().sends(ride.retraction()).then().accepted().available(0);
        }
    }

    @Test
    void aConditionOfOnesOwnSaysInTheQuoteWhatItAsks() {
        on("2026-06-24").asksFor(HAT).then().silent("payday", "not met: on payday, the 25th or later");
        on("2026-06-25").buys(HAT).then().earned(20 + 50);
    }
}
