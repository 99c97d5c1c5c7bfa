package io.loyalty4j.earn;

import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.LIFETIME;
import static io.loyalty4j.shop.Window.MEMBERSHIP_YEAR;
import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static Shop with(EarnRule rule) {
        return Shop.with(Shop.program().earn("rule", rule));
    }

    /** What an activity earns at a time of the shop's zone. */
    private static long earned(Shop shop, String kind, String dateTime) {
        shop.at(dateTime);
        return shop.does(kind, dateTime).earned();
    }

    /** The same of one that is told only now. */
    private static long earnedLate(Shop shop, String kind, String dateTime) {
        Instant at = LocalDateTime.parse(dateTime).atZone(shop.current().zone()).toInstant();
        return shop.engine()
                .record(Activity.of(Shop.ANA, kind, dateTime).at(at))
                .receipt()
                .earned();
    }

    private static long earnedLate(Shop shop, Order order, String dateTime) {
        Instant at = LocalDateTime.parse(dateTime).atZone(shop.current().zone()).toInstant();
        return shop.buys(order.at(at)).earned();
    }

    @Nested
    class PerOrder {
        @Test
        void pointsAreCutAndWhatWasWantedIsToldToo() {
            Shop shop = with(points(1).per("1.00").atMostPoints(200).perOrder());
            Receipt receipt = shop.buys("o-1", "320.00");
            assertThat(receipt.earned()).isEqualTo(200);
            assertThat(receipt.awards())
                    .extracting(Award::points, Award::wanted)
                    .containsExactly(tuple(200L, 320L));
            assertThat(shop.buys("o-2", "320.00").earned()).isEqualTo(200);
        }

        @Test
        void theCutIsSharedByTheLinesInProportion() {
            Shop shop = with(points(1).per("1.00").atMostPoints(10).perOrder());
            Receipt receipt = shop.buys("o-1", line("a", "30.00"), line("b", "10.00"));
            assertThat(receipt.awards())
                    .extracting(award -> award.line().orElse(""), Award::points, Award::wanted)
                    .containsExactlyInAnyOrder(tuple("a", 8L, 30L), tuple("b", 2L, 10L));
        }

        @Test
        void aLineThatIsLeftNothingIsStillToldOf() {
            Shop shop = with(points(1).per("1.00").atMostPoints(1).perOrder());
            Receipt receipt = shop.buys("o-1", line("a", "30.00"), line("b", "10.00"));
            assertThat(receipt.earned()).isEqualTo(1);
            assertThat(receipt.workings())
                    .extracting(Working::points, Working::wanted)
                    .containsExactlyInAnyOrder(tuple(1L, 30L), tuple(0L, 10L));
        }

        @Test
        void timesArePieces() {
            Shop shop = with(points(20).perItem().atMostTimes(3).perOrder());
            assertThat(shop.buys("o-1", line("cereal", "2.00").times(2)).earned())
                    .isEqualTo(40);
            assertThat(shop.buys("o-2", line("cereal", "2.00").times(5)).earned())
                    .isEqualTo(60);
        }

        @Test
        void timesAreWholeBlocks() {
            Shop shop = with(points(10).perWhole("5.00").atMostTimes(3).perOrder());
            assertThat(shop.buys("o-1", "14.99").earned()).isEqualTo(20);
            assertThat(shop.buys("o-2", "99.00").earned()).isEqualTo(30);
        }

        @Test
        void theExtrasOfAMultiplierAreItsOwn() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("week", multiplier(4).atMostPoints(50).perOrder()));
            Receipt receipt = shop.buys("o-1", "100.00");
            assertThat(receipt.awards())
                    .extracting(Award::rule, Award::points, Award::wanted)
                    .containsExactlyInAnyOrder(tuple("base", 100L, 100L), tuple("week", 50L, 300L));
        }

        @Test
        void nothingAtAllIsALimitToo() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("extra", points(5).perOrder().atMostPoints(0).perOrder()));
            assertThat(shop.buys("o-1", "1.00").earned()).isEqualTo(1);
            assertThat(shop.engine().quote(shop.order("o-2", line("a", "1.00"))).silent())
                    .extracting(Silence::rule, Silence::why)
                    .containsExactly(tuple("extra", "at most 0 points per order, and that has been given"));
        }

        @Test
        void theTightestOfSeveralHolds() {
            Shop shop = with(points(1)
                    .per("1.00")
                    .atMostPoints(50)
                    .perOrder()
                    .atMostPoints(70)
                    .per(DAY));
            assertThat(shop.buys("o-1", "100.00").earned()).isEqualTo(50);
            assertThat(shop.buys("o-2", "100.00").earned()).isEqualTo(20);
            assertThat(shop.buys("o-3", "100.00").earned()).isZero();
        }
    }

    @Nested
    class OutOfReach {
        private long twoHalves(Rounding rounding, EarnRule second) {
            return Shop.with(Shop.program()
                            .policy(rounding)
                            .earn("first", points(1).per("2.00"))
                            .earn("second", second))
                    .buys("o-1", "5.00")
                    .earned();
        }

        @Test
        void changesNoRounding() {
            EarnRule half = points(1).per("2.00");
            for (Rounding rounding : Rounding.values()) {
                assertThat(twoHalves(rounding, half.atMostPoints(3).perOrder()))
                        .as(rounding.name())
                        .isEqualTo(twoHalves(rounding, half));
                assertThat(twoHalves(rounding, half.atMostPoints(1_000).per(DAY)))
                        .as(rounding.name())
                        .isEqualTo(twoHalves(rounding, half));
            }
        }

        @Test
        void neverGivesMoreThanWasWanted() {
            Shop shop = Shop.with(Shop.program()
                    .earn("base", points(7).per("10.00"))
                    .earn("extra", points(6).per("10.00").atMostPoints(1).perOrder()));
            assertThat(shop.buys("o-1", line("a", "1.00"), line("b", "1.00")).awards())
                    .allSatisfy(award -> assertThat(award.points()).isLessThanOrEqualTo(award.wanted()));
        }
    }

    @Nested
    class PerCalendarPeriod {
        @Test
        void beginsAnewWithTheNext() {
            Shop shop = with(points(1).per("1.00").atMostPoints(200).per(MONTH));
            assertThat(shop.at("2026-11-30T23:00").buys("o-1", "150.00").earned())
                    .isEqualTo(150);
            assertThat(shop.at("2026-11-30T23:59").buys("o-2", "150.00").earned())
                    .isEqualTo(50);
            assertThat(shop.at("2026-12-01").buys("o-3", "150.00").earned()).isEqualTo(150);
        }

        @Test
        void weeksBeginOnMonday() {
            Shop shop = with(points(5).forActivity("visit").atMostTimes(2).per(WEEK));
            assertThat(earned(shop, "visit", "2026-11-26T10:00")).isEqualTo(5);
            assertThat(earned(shop, "visit", "2026-11-28T10:00")).isEqualTo(5);
            assertThat(earned(shop, "visit", "2026-11-29T23:59")).isZero();
            assertThat(earned(shop, "visit", "2026-11-30T00:00")).isEqualTo(5);
        }

        @Test
        void theHourThatComesTwiceIsOfOneDay() {
            Shop shop = with(points(1)
                    .perUnit("bottles")
                    .forActivity("return")
                    .atMostPoints(40)
                    .per(DAY));
            shop.at(Instant.parse("2026-11-01T05:30:00Z"));
            assertThat(shop.engine()
                            .record(Activity.of(Shop.ANA, "return", "r-1").with("bottles", 30))
                            .receipt()
                            .earned())
                    .isEqualTo(30);
            shop.at(Instant.parse("2026-11-01T06:30:00Z"));
            assertThat(shop.engine()
                            .record(Activity.of(Shop.ANA, "return", "r-2").with("bottles", 30))
                            .receipt()
                            .earned())
                    .isEqualTo(10);
        }

        @Test
        void aLifetimeNeverEnds() {
            Shop shop = with(points(100).perOrder().oncePer(LIFETIME));
            assertThat(shop.buys("o-1", "1.00").earned()).isEqualTo(100);
            assertThat(shop.passes(Period.ofYears(20)).buys("o-2", "1.00").earned())
                    .isZero();
        }

        @Test
        void aMembershipYearBeginsOnTheAnniversary() {
            Shop shop = with(points(100).perOrder().oncePer(MEMBERSHIP_YEAR));
            assertThat(shop.at("2027-02-10").buys("o-1", "1.00").earned()).isEqualTo(100);
            assertThat(shop.at("2028-02-09T23:59").buys("o-2", "1.00").earned()).isZero();
            assertThat(shop.at("2028-02-10").buys("o-3", "1.00").earned()).isEqualTo(100);
            assertThat(shop.at("2029-02-09").buys("o-4", "1.00").earned()).isZero();
        }

        @Test
        void theAnniversaryOfALeapDayIsTheTwentyEighthInCommonYears() {
            Shop shop = with(points(100).perOrder().oncePer(MEMBERSHIP_YEAR));
            assertThat(shop.at("2028-02-29").buys("o-1", "1.00").earned()).isEqualTo(100);
            assertThat(shop.at("2029-02-27").buys("o-2", "1.00").earned()).isZero();
            assertThat(shop.at("2029-02-28").buys("o-3", "1.00").earned()).isEqualTo(100);
            assertThat(shop.at("2032-02-28").buys("o-4", "1.00").earned()).isEqualTo(100);
            assertThat(shop.at("2032-02-29").buys("o-5", "1.00").earned()).isEqualTo(100);
        }

        @Test
        void anOrderThatArrivesLateCountsInItsOwn() {
            Shop shop = with(points(1).per("1.00").atMostPoints(200).per(MONTH));
            shop.at("2026-12-01T10:00").buys("o-1", "200.00");
            assertThat(earnedLate(shop, shop.order("o-2", line("a", "150.00")), "2026-11-30T10:00"))
                    .isEqualTo(150);
            assertThat(earnedLate(shop, shop.order("o-3", line("a", "150.00")), "2026-11-29T10:00"))
                    .isEqualTo(50);
            assertThat(shop.buys("o-4", "1.00").earned()).isZero();
        }
    }

    @Nested
    class PerRollingDays {
        private final Shop shop = with(points(5).forActivity("visit").oncePer(Window.rolling(Period.ofDays(30))));

        @Test
        void theDayItselfIsTheFirstOfThem() {
            assertThat(earned(shop, "visit", "2026-11-01T23:59")).isEqualTo(5);
            assertThat(earned(shop, "visit", "2026-11-30T23:59")).isZero();
            assertThat(earned(shop, "visit", "2026-12-01T00:00")).isEqualTo(5);
        }

        @Test
        void oneThatArrivesLateSeesThoseAfterIt() {
            earned(shop, "visit", "2026-12-10T12:00");
            assertThat(earnedLate(shop, "visit", "2026-11-11T12:00")).isZero();
            assertThat(earnedLate(shop, "visit", "2026-11-10T12:00")).isEqualTo(5);
        }

        @Test
        void pointsOfSeveralDaysAddUp() {
            Shop rides = with(
                    points(1).perUnit("km").forActivity("ride").atMostPoints(50).per(Window.rolling(Period.ofDays(7))));
            assertThat(rides(rides, "2026-11-01", 30)).isEqualTo(30);
            assertThat(rides(rides, "2026-11-04", 30)).isEqualTo(20);
            assertThat(rides(rides, "2026-11-07", 30)).isZero();
            assertThat(rides(rides, "2026-11-08", 40)).isEqualTo(30);
            assertThat(rides(rides, "2026-11-11", 40)).isEqualTo(20);
        }

        private long rides(Shop rides, String day, long kilometres) {
            rides.at(day);
            Activity ride = Activity.of(Shop.ANA, "ride", day).with("km", kilometres);
            return rides.engine().record(ride).receipt().earned();
        }
    }

    @Nested
    class PerRollingHours {
        private final Shop shop =
                with(points(5).forActivity("visit").atMostTimes(3).per(Window.rolling(Duration.ofHours(24))));

        @Test
        void eachCountsForTwentyFourHoursToTheMillisecond() {
            assertThat(earned(shop, "visit", "2026-11-21T09:00")).isEqualTo(5);
            assertThat(earned(shop, "visit", "2026-11-21T13:00")).isEqualTo(5);
            assertThat(earned(shop, "visit", "2026-11-21T18:00")).isEqualTo(5);
            assertThat(earned(shop, "visit", "2026-11-21T20:00")).isZero();
            assertThat(earned(shop, "visit", "2026-11-22T08:59:59.999")).isZero();
            assertThat(earned(shop, "visit", "2026-11-22T09:00")).isEqualTo(5);
            assertThat(earned(shop, "visit", "2026-11-22T09:00:00.001")).isZero();
        }

        @Test
        void theyArePhysicalHoursAlsoWhereTheClockIsPutBack() {
            Shop once = with(points(5).forActivity("visit").oncePer(Window.rolling(Duration.ofHours(24))));
            once.at(Instant.parse("2026-11-01T04:30:00Z"));
            assertThat(once.does("visit", "v-1").earned()).isEqualTo(5);
            assertThat(once.at(Instant.parse("2026-11-02T04:29:59.999Z"))
                            .does("visit", "v-2")
                            .earned())
                    .isZero();
            assertThat(once.at(Instant.parse("2026-11-02T04:30:00Z"))
                            .does("visit", "v-3")
                            .earned())
                    .isEqualTo(5);
        }
    }
}
