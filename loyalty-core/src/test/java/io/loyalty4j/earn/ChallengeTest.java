package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    private static Shop with(EarnRule rule) {
        return Shop.with(Shop.program().earn("it", rule));
    }

    private static String why(Shop shop) {
        return shop.engine().quote(shop.order("basket", line("goods", "1.00"))).silent().stream()
                .filter(each -> each.rule().equals("it"))
                .map(Silence::why)
                .findFirst()
                .orElse("");
    }

    @Nested
    class OfSeveralThings {
        private final Shop shop = with(challenge()
                .activity("review", 1)
                .activity("friend", 1)
                .orders(2)
                .within(Period.ofDays(30))
                .givingPoints(500));

        @Test
        void isMetByTheLastOfThemInAnyOrder() {
            assertThat(shop.buys("o-1", "1.00").earned()).isZero();
            assertThat(shop.does("friend", "f-1").earned()).isZero();
            assertThat(shop.buys("o-2", "1.00").earned()).isZero();
            Receipt receipt = shop.does("review", "r-1");
            assertThat(receipt.awards())
                    .extracting(Award::rule, Award::points, Award::why)
                    .containsExactly(tuple("it", 500L, "met: 1 times review and 1 times friend and 2 orders"));
        }

        @Test
        void isMetOnceInALifetime() {
            isMetByTheLastOfThemInAnyOrder();
            for (int i = 0; i < 3; i++) {
                assertThat(shop.does("review", "again-" + i).earned()).isZero();
                assertThat(shop.does("friend", "again-" + i).earned()).isZero();
                assertThat(shop.buys("again-" + i, "1.00").earned()).isZero();
            }
            assertThat(why(shop)).isEqualTo("it has been met");
        }

        @Test
        void tellsHowFarItIs() {
            shop.does("friend", "f-1");
            assertThat(why(shop)).isEqualTo("so far 0 of 1 times review, 1 of 2 orders");
        }

        @Test
        void hasThirtyDaysThatSlide() {
            shop.at("2026-11-01").does("review", "r-1");
            shop.at("2026-11-20").buys("o-1", "1.00");
            shop.at("2026-11-25").does("friend", "f-1");
            assertThat(shop.at("2026-12-01").buys("o-2", "1.00").earned()).isZero();
            assertThat(shop.at("2026-12-05").does("review", "r-2").earned()).isEqualTo(500);
        }

        @Test
        void countsTheThirtiethDay() {
            shop.at("2026-11-01").does("review", "r-1");
            shop.does("friend", "f-1");
            shop.buys("o-1", "1.00");
            assertThat(shop.at("2026-11-30T23:59").buys("o-2", "1.00").earned()).isEqualTo(500);
        }

        @Test
        void isMetByWhatArrivesLate() {
            shop.does("friend", "f-1");
            shop.buys("o-1", "1.00");
            shop.buys("o-2", "1.00");
            Activity late = Activity.of(Shop.ANA, "review", "r-1")
                    .at(LocalDateTime.parse("2026-11-01T10:00")
                            .atZone(shop.current().zone())
                            .toInstant());
            assertThat(shop.engine().record(late).receipt().earned()).isEqualTo(500);
        }

        @Test
        void isOpenAgainWhenTheOrderThatMetItHasComeBackWhole() {
            shop.does("friend", "f-1");
            shop.does("review", "r-1");
            shop.buys("o-1", "1.00");
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(500);
            shop.cancels("o-2");
            assertThat(shop.available()).isZero();
            assertThat(shop.buys("o-3", "1.00").earned()).isEqualTo(500);
        }

        @Test
        void doesNotCountOrdersThatCameBackWhole() {
            shop.does("friend", "f-1");
            shop.does("review", "r-1");
            shop.buys("o-1", "1.00");
            shop.cancels("o-1");
            assertThat(shop.buys("o-2", "1.00").earned()).isZero();
            assertThat(shop.buys("o-3", "1.00").earned()).isEqualTo(500);
        }
    }

    @Nested
    class SinceEnrolment {
        private final Shop shop = with(challenge()
                .activity("newsletter", 1)
                .orders(2)
                .within(Period.ofDays(30))
                .sinceEnrolment()
                .givingPoints(500));

        @Test
        void isMetInTime() {
            shop.at("2026-11-01T15:00").engine().enrol(Member.of(Shop.ANA));
            shop.at("2026-11-02").does("newsletter", "n-1");
            shop.buys("o-1", "1.00");
            assertThat(shop.at("2026-11-30T23:59").buys("o-2", "1.00").earned()).isEqualTo(500);
        }

        @Test
        void isOverAfterwards() {
            shop.at("2026-11-01T15:00").engine().enrol(Member.of(Shop.ANA));
            shop.at("2026-11-02").does("newsletter", "n-1");
            shop.buys("o-1", "1.00");
            assertThat(shop.at("2026-12-01").buys("o-2", "1.00").earned()).isZero();
            assertThat(why(shop)).isEqualTo("its time is over");
        }
    }

    @Nested
    class OfPointsEarned {
        private final Shop shop = Shop.with(aPointPerDollar()
                .earn("it", challenge().earning(500).per(QUARTER).givingPoints(50)));

        @Test
        void isMetByTheOrderThatReachesThem() {
            assertThat(shop.at("2026-10-01").buys("o-1", "300.00").earned()).isEqualTo(300);
            assertThat(shop.buys("o-2", "199.00").earned()).isEqualTo(199);
            assertThat(why(shop)).isEmpty();
            assertThat(shop.buys("o-3", "1.00").earned()).isEqualTo(51);
            assertThat(shop.buys("o-4", "900.00").earned()).isEqualTo(900);
        }

        @Test
        void saysWhatIsMissing() {
            shop.buys("o-1", "300.00");
            assertThat(why(shop)).isEqualTo("200 points more are needed");
        }

        @Test
        void beginsAnewEachQuarter() {
            assertThat(shop.at("2026-12-31").buys("o-1", "500.00").earned()).isEqualTo(550);
            assertThat(shop.at("2027-01-01").buys("o-2", "499.00").earned()).isEqualTo(499);
            assertThat(shop.buys("o-3", "1.00").earned()).isEqualTo(51);
        }

        @Test
        void fallsWithTheGoodsThatReachedThem() {
            assertThat(shop.buys("o-1", line("goods", "100.00").times(6)).earned())
                    .isEqualTo(650);
            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isEqualTo(550);
            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isEqualTo(400);
        }

        @Test
        void doesNotCountItsOwn() {
            Shop own = Shop.with(aPointPerDollar()
                    .earn("it", challenge().earning(500).per(QUARTER).givingPoints(450)));
            assertThat(own.at("2026-10-01").buys("o-1", "500.00").earned()).isEqualTo(950);
            own.cancels("o-1");
            assertThat(own.buys("o-2", "60.00").earned()).isEqualTo(60);
        }

        @Test
        void countsPointsOfActivitiesToo() {
            Shop reviews = Shop.with(aPointPerDollar()
                    .earn("review", points(25).forActivity("review"))
                    .earn("it", challenge().earning(50).givingPoints(10)));
            assertThat(reviews.does("review", "r-1").earned()).isEqualTo(25);
            assertThat(reviews.does("review", "r-2").earned()).isEqualTo(35);
            assertThat(reviews.buys("o-1", "50.00").earned()).isEqualTo(50);
        }
    }

    @Nested
    class OfMoneySpent {
        private final Shop shop = with(challenge()
                .spending("100.00")
                .per(MONTH)
                .givingPoints(50)
                .on(category("tea"))
                .when(orderFrom("10.00")));

        private long buys(String id, String price) {
            return shop.buys(id, line("tea", price).category("tea"), line("cup", "50.00"))
                    .earned();
        }

        @Test
        void countsWhatTheRuleIsAbout() {
            assertThat(buys("o-1", "60.00")).isZero();
            assertThat(buys("o-2", "39.99")).isZero();
            assertThat(buys("o-3", "0.01")).isEqualTo(50);
            assertThat(buys("o-4", "100.00")).isZero();
            shop.at("2026-12-01");
            assertThat(buys("o-5", "100.00")).isEqualTo(50);
        }

        @Test
        void fallsWithTheGoodsThatReachedIt() {
            buys("o-1", "60.00");
            shop.buys("o-2", line("tea", "10.00").category("tea").times(5));
            assertThat(shop.available()).isEqualTo(50);
            shop.returns("o-2", "tea", 1);
            assertThat(shop.available()).isEqualTo(50);
            shop.returns("o-2", "tea", 1);
            assertThat(shop.available()).isZero();
        }
    }

    @Nested
    class AfterTheProgramHasChanged {
        @Test
        void whoHasBegunGoesOnUnderTheOldTerms() {
            Shop shop = with(challenge().orders(2).givingPoints(100));
            shop.buys("o-1", "1.00");
            shop.passes(Period.ofDays(1))
                    .adopts(Shop.program().earn("it", challenge().orders(3).givingPoints(999)));
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(100);
        }

        @Test
        void whoHasNotBegunHasTheNewOnes() {
            Shop shop = with(challenge().orders(2).givingPoints(100).when(orderFrom("10.00")));
            shop.buys("o-1", "1.00");
            shop.passes(Period.ofDays(1))
                    .adopts(Shop.program().earn("it", challenge().orders(1).givingPoints(999)));
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(999);
        }

        @Test
        void whoHasMetItInThisPeriodDoesNotMeetTheNewOneInIt() {
            Shop shop = with(challenge().orders(1).per(MONTH).givingPoints(100));
            shop.at("2026-11-20").buys("o-1", "1.00");
            shop.passes(Period.ofDays(1))
                    .adopts(Shop.program()
                            .earn("it", challenge().orders(1).per(MONTH).givingPoints(999)));
            assertThat(shop.buys("o-2", "1.00").earned()).isZero();
            assertThat(shop.at("2026-12-01").buys("o-3", "1.00").earned()).isEqualTo(999);
        }

        @Test
        void whoHasBegunWhatTheRuleIsNoMoreAboutHasTheNewTerms() {
            Shop shop = with(challenge().activity("review", 1).orders(2).givingPoints(100));
            shop.buys("o-1", "1.00");
            shop.passes(Period.ofDays(1))
                    .adopts(Shop.program().earn("it", challenge().orders(3).givingPoints(999)));
            assertThat(shop.buys("o-2", "1.00").earned()).isZero();
            assertThat(shop.buys("o-3", "1.00").earned()).isEqualTo(999);
        }

        @Test
        void theTermsOfAnActivityOfAnyNameAreUnderstood() {
            for (String kind : new String[] {"re:view", "re;view", "re|view", "re/view", "re%view"}) {
                Shop shop = with(challenge().activity(kind, 2).activity("b", 1).givingPoints(100));
                shop.does(kind, "1");
                shop.does("b", "1");
                assertThat(shop.does(kind, "2").earned()).as(kind).isEqualTo(100);
            }
        }

        @Test
        void theTermsAreTheRulesOwnAlsoWhereAnothersIdBeginsLikeIts() {
            Shop shop = Shop.with(Shop.program()
                    .earn("it/a", challenge().orders(1).per(MONTH).givingPoints(100))
                    .earn("it", challenge().orders(2).per(MONTH).givingPoints(1)));
            shop.buys("o-1", "1.00");
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(1);
        }
    }

    @Test
    void thatGivesARewardGivesAVoucher() {
        Shop shop = Shop.with(Shop.program()
                .earn("it", challenge().orders(2).givingReward("free"))
                .reward("free", Reward.discount("1.00").free().withVoucher(Duration.ofDays(30))));
        shop.buys("o-1", "1.00");
        assertThat(free(shop)).isFalse();
        shop.buys("o-2", "1.00");
        assertThat(free(shop)).isTrue();
        assertThat(shop.buys("o-3", "1.00").earned()).isZero();
        shop.cancels("o-2");
        assertThat(free(shop)).isFalse();
    }

    private static boolean free(Shop shop) {
        return shop.engine()
                .quote(shop.order("basket", line("goods", "1.00")))
                .reward("free")
                .filter(RewardOffer::takeable)
                .isPresent();
    }
}
