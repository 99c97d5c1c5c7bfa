package io.loyalty4j.examples.programs;

import static io.loyalty4j.examples.programs.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Award;
import io.loyalty4j.examples.programs.OwnRules.Weather;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnRulesTest {
    private static final OrderLine UMBRELLA = line("umbrella", "30.00").category("umbrella");

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

    private final Shop shop = Shop.running(OwnRules.program(WEATHER));

    private Receipt rides(String kilometres) {
        return shop.tries(shop.activity("ride").with("kilometres", kilometres)).receipt();
    }

    @Nested
    class ALambda {
        @Test
        void doublesWhenItFreezes() {
            assertThat(shop.at("2026-01-31T12:00")
                            .quote(shop.order(line("hat", "20.00")))
                            .points())
                    .isEqualTo(40 + 50);
            assertThat(shop.at("2026-02-01").buys("20.00").earned()).isEqualTo(20);
        }

        @Test
        void saysWhyItGivesNothing() {
            assertThat(shop.quote(shop.order(line("hat", "20.00"))).silent())
                    .extracting("rule", "why")
                    .contains(tuple("frosty-day", "it is mild"));
        }
    }

    @Nested
    class ARuleWithConfiguration {
        @Test
        void triplesUmbrellasWhenItRains() {
            assertThat(shop.at("2026-06-02")
                            .buys(UMBRELLA, line("hat", "20.00"))
                            .awards())
                    .extracting(Award::rule, Award::points, Award::why)
                    .contains(tuple("rainy-umbrella", 60L, "5 mm of rain in Hamburg"));
            assertThat(shop.at("2026-06-03").buys(UMBRELLA).earned()).isEqualTo(30);
        }

        @Test
        void hasLimitsLikeAnyOther() {
            assertThat(shop.at("2026-06-02").buys(UMBRELLA.times(4)).earned()).isEqualTo(120 + 200);
            assertThat(shop.buys(UMBRELLA).earned()).isEqualTo(30);
        }

        @Test
        void isNotAskedAgainWhenGoodsComeBack() {
            Order order = shop.at("2026-06-02").order(UMBRELLA.times(2));
            shop.buys(order);
            shop.at("2026-06-03").returns(order, "umbrella", 1);
            assertThat(shop.points()).isEqualTo(90);
        }
    }

    @Nested
    class ARuleAboutAnActivity {
        @Test
        void givesTenAKilometreFromThreeOn() {
            assertThat(rides("2").earned()).isZero();
            assertThat(rides("3").earned()).isEqualTo(30);
            assertThat(rides("12").awards())
                    .extracting(Award::points, Award::why)
                    .containsExactly(tuple(120L, "12 km by bicycle"));
        }

        @Test
        void givesNoMoreThanFiveHundredAMonth() {
            assertThat(rides("48").earned()).isEqualTo(480);
            assertThat(rides("48").earned()).isEqualTo(20);
            assertThat(shop.at("2026-07-01").points()).isEqualTo(500);
            assertThat(rides("48").earned()).isEqualTo(480);
        }

        @Test
        void isUndoneWithTheRide() {
            var ride = shop.activity("ride").with("kilometres", 12);
            shop.tries(ride).receipt();
            shop.tries(ride.retraction()).receipt();
            assertThat(shop.points()).isZero();
        }
    }

    @Test
    void aConditionOfOnesOwnSaysInTheQuoteWhatItAsks() {
        assertThat(shop.at("2026-06-24").quote(shop.order(line("hat", "20.00"))).silent())
                .extracting("rule", "why")
                .contains(tuple("payday", "not met: on payday, the 25th or later"));
        assertThat(shop.at("2026-06-25").buys("20.00").earned()).isEqualTo(20 + 50);
    }
}
