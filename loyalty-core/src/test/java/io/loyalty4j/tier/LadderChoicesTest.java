package io.loyalty4j.tier;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.LIFETIME;
import static io.loyalty4j.shop.Window.MEMBERSHIP_YEAR;
import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every choice of a ladder, by the difference that it makes. */
class LadderChoicesTest {
    private static final TierLadder BY_SPEND = TierLadder.bySpend();

    private static Shop shop(TierLadder ladder) {
        return Shop.with(program(ladder)).at("2026-03-10T12:00");
    }

    private static ProgramBuilder program(TierLadder ladder) {
        return aPointPerDollar()
                .earn("review", points(25).forActivity("review"))
                .tiers(ladder.base("BASE").tier("SILVER", 100).tier("GOLD", 300));
    }

    private static TierLadder nights() {
        return TierLadder.by("nights", line -> new BigDecimal(line.attributes().getOrDefault("nights", "0")));
    }

    private static OrderLine stay(String nights) {
        return line("stay", "10.00").with("nights", nights);
    }

    private static BigDecimal reached(Shop shop) {
        return shop.account().tier().next().orElseThrow().reached();
    }

    private static void tierIs(Shop shop, String tier, String... dates) {
        for (String date : dates) {
            assertThat(shop.at(date).tier()).as(date).isEqualTo(tier);
        }
    }

    @Nested
    class WhatCounts {
        @Test
        void areOrdersUntilTheyComeBackWhole() {
            Shop shop = Shop.with(aPointPerDollar()
                    .excluding(category("gift-card"))
                    .tiers(TierLadder.byOrders().base("BASE").tier("TWICE", 2)));
            shop.buys("o-1", line("goods", "1.00").times(2));
            shop.buys("card", line("card", "50.00").category("gift-card"));
            assertThat(shop.tier()).isEqualTo("BASE");
            shop.buys("o-2", line("goods", "1.00").times(2));
            assertThat(shop.tier()).isEqualTo("TWICE");
            shop.returns("o-2", "goods", 1);
            assertThat(shop.tier()).isEqualTo("TWICE");
            shop.returns("o-2", "goods", 1);
            assertThat(shop.tier()).isEqualTo("BASE");
        }

        @Test
        void arePointsOfOrdersAndActivitiesAndNotThoseThatPeopleGive() {
            Shop shop = shop(TierLadder.byPointsEarned());
            shop.buys("o-1", "60.00");
            shop.does("review", "r-1");
            shop.says(Adjustment.add(Shop.ANA, "case", 500).by("agent").because("late"));
            assertThat(reached(shop)).isEqualByComparingTo("85");

            shop.says(
                    Adjustment.add(Shop.ANA, "case", 500).reversal().by("agent").because("mistake"));
            assertThat(reached(shop)).isEqualByComparingTo("85");
            shop.does("review", "r-2");
            assertThat(shop.tier()).isEqualTo("SILVER");

            shop.says(Activity.of(Shop.ANA, "review", "r-2").retraction());
            assertThat(shop.tier()).isEqualTo("BASE");
            shop.returns("o-1", "goods", 1);
            assertThat(reached(shop)).isEqualByComparingTo("25");
        }

        @Test
        void isAMeasureOfOnesOwnInProportionToThePiecesThatStay() {
            Shop shop = shop(nights());
            shop.buys("o-1", stay("90").times(3), line("bar", "500.00"));
            assertThat(reached(shop)).isEqualByComparingTo("90");
            shop.returns("o-1", "stay", 1);
            assertThat(reached(shop)).isEqualByComparingTo("60");
            shop.engine()
                    .refund(Refund.of(shop.order("o-1"), "money").amount("20.00"))
                    .receipt();
            assertThat(reached(shop)).isEqualByComparingTo("60");
        }

        @Test
        void isSpendLessTheMoneyThatCameBackForGoodsThatStay() {
            Shop shop = shop(BY_SPEND);
            shop.buys("o-1", "100.00");
            shop.engine()
                    .refund(Refund.of(shop.order("o-1"), "money").amount("20.00"))
                    .receipt();
            assertThat(reached(shop)).isEqualByComparingTo("80");
        }

        @Test
        void isNothingOfLinesThatDoNotCountThoughTheyEarn() {
            Condition excluded = new Condition();
            assertThat(excluded.reached(BY_SPEND)).isEqualByComparingTo("30");
            assertThat(excluded.reached(TierLadder.byPointsEarned())).isEqualByComparingTo("37");
            assertThat(excluded.reached(nights())).isEqualByComparingTo("2");
            assertThat(excluded.reached(TierLadder.byOrders())).isEqualByComparingTo("1");
        }

        /** One order of a line that counts and one that does not, and a bonus for the order. */
        private static final class Condition {
            BigDecimal reached(TierLadder ladder) {
                Shop shop = Shop.with(program(ladder.notCounting(category("outlet")))
                        .earn("bonus", points(7).perOrder()));
                shop.buys(
                        "o-1",
                        line("goods", "30.00").with("nights", "2"),
                        line("old", "70.00").with("nights", "5").category("outlet"));
                assertThat(shop.available()).isEqualTo(107);
                shop.returns("o-1", "old", 1);
                return LadderChoicesTest.reached(shop);
            }
        }

        @Test
        void isWhatTheOrderWouldHaveEarnedWithoutTheLinesThatDoNotCountWhicheverComesBackFirst() {
            for (List<String> back : List.of(List.of("old", "goods"), List.of("goods", "old"))) {
                Shop shop = Shop.with(Shop.program()
                        .earn("capped", points(1).per("1.00").atMostPoints(60).perOrder())
                        .tiers(TierLadder.byPointsEarned()
                                .notCounting(category("outlet"))
                                .base("BASE")
                                .tier("SILVER", 1_000)));
                shop.buys(
                        "o-1",
                        line("goods", "20.00").times(2),
                        line("old", "80.00").category("outlet"));
                assertThat(reached(shop)).isEqualByComparingTo("40");
                shop.returns("o-1", back.get(0), 1);
                shop.returns("o-1", back.get(1), 1);
                assertThat(reached(shop)).isEqualByComparingTo("20");
            }
        }

        @Test
        void isNotTheSpendThatAMemberBringsWhereSpendDoesNotCount() {
            Shop shop = shop(TierLadder.byOrders());
            shop.says(OpeningBalance.of(Shop.ANA, "x").spentThisPeriod("410.00"));
            assertThat(reached(shop)).isZero();
        }

        @Test
        void mustNotBeLessThanNothingAndNoExceptionGoesUnnamed() {
            Shop throwing = shop(TierLadder.by("miles", line -> new BigDecimal("far")));
            assertThatThrownBy(() -> throwing.buys("o-1", "1.00"))
                    .isInstanceOfSatisfying(
                            RuleFailedException.class, e -> assertThat(e.rule()).isEqualTo("miles"));
            Shop negative = shop(TierLadder.by("miles", line -> new BigDecimal("-1")));
            assertThatThrownBy(() -> negative.buys("o-1", "1.00"))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("miles")
                    .hasMessageContaining("less than 0");
        }

        @Test
        void isFrozenWithTheOrderWhateverTheProgramSaysSince() {
            Shop shop = shop(nights());
            shop.buys("o-1", stay("90").times(3));
            shop.buys("o-2", stay("30"));
            assertThat(shop.tier()).isEqualTo("SILVER");
            shop.passes(Period.ofDays(1)).adopts(program(TierLadder.by("nights", line -> BigDecimal.TEN)));
            shop.returns("o-1", "stay", 1);
            assertThat(reached(shop)).isEqualByComparingTo("90");
            shop.buys(shop.order("o-2", stay("30"), stay("1").id("more")).revision(2));
            assertThat(reached(shop)).isEqualByComparingTo("100");
        }

        @Test
        void isNothingOfAnOrderThatCountedOtherwise() {
            Shop shop = shop(BY_SPEND);
            shop.buys("o-1", line("goods", "60.00").times(2));
            shop.passes(Period.ofDays(1)).adopts(program(TierLadder.byOrders()));
            shop.buys("o-2", line("goods", "60.00").times(2));
            assertThat(reached(shop)).isEqualByComparingTo("1");
            shop.cancels("o-1");
            assertThat(shop.tier()).isEqualTo("SILVER");
            shop.buys(shop.order("o-1", line("goods", "60.00")).revision(2));
            assertThat(reached(shop)).isEqualByComparingTo("2");
        }

        @Test
        void saysTheHintInItsOwnUnit() {
            assertThat(hint(BY_SPEND)).isEqualTo("90.00 USD more for SILVER");
            assertThat(hint(TierLadder.byOrders())).isEqualTo("99 orders more for SILVER");
            assertThat(hint(TierLadder.byPointsEarned())).isEqualTo("90 points more for SILVER");
            assertThat(hint(nights())).isEqualTo("95 nights more for SILVER");
        }

        private static String hint(TierLadder ladder) {
            Shop shop = shop(ladder);
            return shop.engine()
                    .quote(shop.order("o-1", stay("5")))
                    .hints()
                    .get(0)
                    .toString();
        }

        @ParameterizedTest
        @CsvSource({"OLD_TIER, 100", "NEW_TIER, 200"})
        void arePointsOfTheOldTierWhereAnOrderEarnsInTheNew(Policy.CrossingOrder policy, long earned) {
            Shop shop = Shop.with(program(TierLadder.byPointsEarned())
                    .earn("tiers", io.loyalty4j.earn.EarnRules.multiplier(1).inTier("SILVER", 2))
                    .policy(policy));
            assertThat(shop.buys("o-1", "100.00").earned()).isEqualTo(earned);
        }
    }

    @Nested
    class HowLong {
        @Test
        void toTheEndOfThePeriodOrTheNext() {
            Shop one = shop(BY_SPEND.per(QUARTER));
            one.buys("o-1", "100.00");
            tierIs(one, "SILVER", "2026-03-31T23:59:59.999");
            tierIs(one, "BASE", "2026-04-01");
            Shop two = shop(BY_SPEND.per(QUARTER).keptThroughNextPeriod());
            two.buys("o-1", "100.00");
            tierIs(two, "SILVER", "2026-06-30T23:59:59.999");
            tierIs(two, "BASE", "2026-07-01");
        }

        @Test
        void fromTheNextPeriodOn() {
            Shop shop = shop(BY_SPEND.per(QUARTER).startingNextPeriod());
            shop.buys("o-1", "100.00");
            TierStatus now = shop.account().tier();
            assertThat(now.code()).isEqualTo("BASE");
            assertThat(now.projected()).isEqualTo("SILVER");
            assertThat(now.next().orElseThrow().tier()).isEqualTo("GOLD");
            tierIs(shop, "BASE", "2026-03-31T23:59:59.999");
            tierIs(shop, "SILVER", "2026-04-01", "2026-06-30T23:59:59.999");
            tierIs(shop, "BASE", "2026-07-01");

            Shop longer = shop(BY_SPEND.per(QUARTER).startingNextPeriod().keptThroughNextPeriod());
            longer.buys("o-1", "100.00");
            tierIs(longer, "SILVER", "2026-04-01", "2026-09-30T23:59:59.999");
            tierIs(longer, "BASE", "2026-10-01");
        }

        @Test
        void theBeginningInTheNextPeriodIsBookedWhenItComes() {
            Shop shop = shop(BY_SPEND.per(QUARTER).startingNextPeriod());
            shop.buys("o-1", "100.00");
            shop.engine().runDue(shop.at("2026-04-01").now());
            assertThat(shop.journal().postings())
                    .last()
                    .satisfies(posting -> assertThat(posting.tierAfter()).isEqualTo("SILVER"));
        }

        @Test
        void atLeastSoLongFromWhenItWasReached() {
            Shop shop = shop(BY_SPEND.per(MONTH).keptFor(Period.ofMonths(1)));
            shop.at("2026-01-31T12:00").buys("o-1", "100.00");
            tierIs(shop, "SILVER", "2026-02-28T23:59:59.999");
            tierIs(shop, "BASE", "2026-03-01");
            Shop year = shop(BY_SPEND.keptFor(Period.ofMonths(1)));
            year.buys("o-1", "100.00");
            tierIs(year, "SILVER", "2026-12-31T23:59:59.999");
            tierIs(year, "BASE", "2027-01-01");
        }

        @Test
        void aStepAtATimeAndAReturnTakesEveryStep() {
            Shop shop = shop(BY_SPEND.per(MONTH).fallingOneStep());
            shop.buys("o-1", "300.00");
            tierIs(shop, "GOLD", "2026-03-31T23:59:59.999");
            tierIs(shop, "SILVER", "2026-04-01", "2026-04-30T23:59:59.999");
            tierIs(shop, "BASE", "2026-05-01");
            Shop back = shop(BY_SPEND.per(MONTH).fallingOneStep());
            back.buys("o-1", "300.00");
            tierIs(back, "SILVER", "2026-04-02");
            back.cancels("o-1");
            assertThat(back.tier()).isEqualTo("BASE");
        }

        @Test
        void aStepIsAsLongAsTheLadderKeepsATier() {
            Shop shop = shop(BY_SPEND.per(MONTH).fallingOneStep().keptFor(Period.ofDays(40)));
            shop.buys("o-1", "300.00");
            tierIs(shop, "GOLD", "2026-04-19T23:59:59.999");
            tierIs(shop, "SILVER", "2026-04-20", "2026-05-29T23:59:59.999");
            tierIs(shop, "BASE", "2026-05-30");
        }
    }

    @Nested
    class PerMembershipYear {
        @Test
        void beginsOnTheDayOnWhichTheMemberCame() {
            Shop shop = shop(BY_SPEND.per(MEMBERSHIP_YEAR)).at("2026-03-10T12:00");
            shop.buys("o-1", "60.00");
            shop.at("2027-03-09T23:59:59.999").buys("o-2", "40.00");
            assertThat(shop.tier()).isEqualTo("SILVER");
            tierIs(shop, "BASE", "2027-03-10");
            shop.buys("o-3", "60.00");
            assertThat(reached(shop)).isEqualByComparingTo("60");
            assertThat(shop.account().tier().next().orElseThrow().by()).isEqualTo(LocalDate.parse("2028-03-09"));
        }

        @Test
        void beginsOn28FebruaryWhereThereIsNo29th() {
            Shop shop = shop(BY_SPEND.per(MEMBERSHIP_YEAR)).at("2024-02-29T12:00");
            shop.buys("o-1", "100.00");
            tierIs(shop, "SILVER", "2025-02-27T23:59:59.999");
            tierIs(shop, "BASE", "2025-02-28");
            shop.at("2027-03-01").buys("o-2", "100.00");
            tierIs(shop, "SILVER", "2028-02-28T23:59:59.999");
            tierIs(shop, "BASE", "2028-02-29");
        }

        @Test
        void countsALateOrderInTheYearItBelongsTo() {
            Shop shop = shop(BY_SPEND.per(MEMBERSHIP_YEAR).keptThroughNextPeriod());
            shop.buys("o-1", "60.00");
            shop.at("2027-03-10T01:00").buys("o-2", "60.00");
            assertThat(shop.tier()).isEqualTo("BASE");
            shop.buys(shop.order("late", line("goods", "40.00"))
                    .at(LocalDateTime.parse("2027-03-09T23:00")
                            .atZone(ZoneId.of("America/New_York"))
                            .toInstant()));
            assertThat(shop.tier()).isEqualTo("SILVER");
            tierIs(shop, "BASE", "2028-03-10");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void aPeriodEndsAtItsZonesMidnight(String zone) {
        for (Window per : Set.of(MONTH, QUARTER, Window.YEAR, MEMBERSHIP_YEAR)) {
            Shop shop = Shop.with(program(BY_SPEND.per(per)).zone(zone));
            Instant end =
                    LocalDate.parse("2027-01-01").atStartOfDay(ZoneId.of(zone)).toInstant();
            shop.at("2026-01-01").buys("first", "1.00");
            shop.at(end.minusMillis(1)).buys("o-1", "100.00");
            assertThat(shop.tier()).as("%s", per).isEqualTo("SILVER");
            assertThat(shop.at(end).tier()).as("%s", per).isEqualTo("BASE");
        }
    }

    @Nested
    class Benefits {
        @Test
        void areWhatACheckoutCanAskFor() {
            Shop shop = shop(BY_SPEND.benefit("free-shipping", "SILVER", "GOLD").benefit("lounge", "GOLD"));
            assertThat(shop.account().tier().benefits()).isEmpty();
            shop.buys("o-1", "100.00");
            assertThat(shop.account().tier().has("free-shipping")).isTrue();
            assertThat(shop.account().tier().has("lounge")).isFalse();
            shop.buys("o-2", "200.00");
            assertThat(shop.account().tier().benefits()).containsExactlyInAnyOrder("free-shipping", "lounge");
        }
    }

    @Nested
    class Keeping {
        @Test
        void takesAsMuchInTheLastPeriodAsReachingItDid() {
            Shop shop = shop(BY_SPEND.keptThroughNextPeriod());
            shop.buys("o-1", "100.00");
            assertThat(shop.account().tier().keep()).isEmpty();
            assertThat(shop.account().tier().projected()).isEqualTo("SILVER");

            shop.at("2027-06-01T12:00").buys("o-2", "30.00");
            TierStatus tier = shop.account().tier();
            assertThat(tier.keep())
                    .contains(new TierProgress(
                            "SILVER", new BigDecimal("30"), new BigDecimal("100"), LocalDate.parse("2027-12-31")));
            assertThat(tier.projected()).isEqualTo("BASE");
            assertThat(tier.atRisk(LocalDate.parse("2027-06-01"), Period.ofMonths(6)))
                    .isEmpty();
            assertThat(tier.atRisk(LocalDate.parse("2027-07-01"), Period.ofMonths(6)))
                    .isEqualTo(tier.keep());

            shop.buys("o-3", "70.00");
            assertThat(shop.account().tier().keep()).isEmpty();
            assertThat(shop.account().tier().until()).contains(LocalDate.parse("2028-12-31"));
        }

        @Test
        void isImpossibleInThePeriodInWhichItWasReachedAndOfTheBase() {
            Shop shop = shop(BY_SPEND);
            assertThat(shop.account().tier().keep()).isEmpty();
            shop.buys("o-1", "100.00");
            assertThat(shop.account().tier().keep()).isEmpty();
            assertThat(shop.account().tier().projected()).isEqualTo("BASE");
            Shop life = shop(BY_SPEND.per(LIFETIME));
            life.buys("o-1", "100.00");
            assertThat(life.account().tier().keep()).isEmpty();
            assertThat(life.account().tier().projected()).isEqualTo("SILVER");
        }
    }
}
