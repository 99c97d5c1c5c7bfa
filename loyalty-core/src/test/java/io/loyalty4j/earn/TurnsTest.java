package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules that have their turn before they give anything: cards, challenges, draws. */
class TurnsTest {
    @Nested
    class WithinABudget {
        @Test
        void aCardThatIsNotFullHasItsStamps() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("card", stampCard(3).givingPoints(50).atMostPoints(80).inAll()));

            assertThat(shop.buys("o-1", "1.00").earned()).isEqualTo(1);
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(1);
            assertThat(shop.buys("o-3", "1.00").earned()).isEqualTo(1 + 50);
            shop.buys("o-4", "1.00");
            shop.buys("o-5", "1.00");
            assertThat(shop.buys("o-6", "1.00").earned()).isEqualTo(1 + 30);
        }

        @Test
        void aChallengeThatIsNotMetGetsOn() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn(
                            "two",
                            challenge()
                                    .orders(2)
                                    .givingPoints(500)
                                    .atMostPoints(1_000)
                                    .inAll()));

            assertThat(shop.buys("o-1", "1.00").earned()).isEqualTo(1);
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(1 + 500);
        }

        @Test
        void aDrawMayStopAtARewardWhenThePointsAreUp() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn(
                            "wheel",
                            spin(Prizes.draw().reward("five", "100"))
                                    .forActivity("spin")
                                    .atMostPoints(0)
                                    .inAll())
                    .reward("five", discount("5.00").free().withVoucher(Duration.ofDays(1))));
            shop.does("spin", "s-1");

            assertThat(shop.tries(shop.order("o-1", Shop.line("goods", "5.00")).redeem("five"))
                            .refusal())
                    .isEmpty();
        }

        @Test
        void theNextOfAGroupHasItsOwnWhenTheBestIsUsedUp() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn(
                            "large",
                            points(100)
                                    .perOrder()
                                    .bestOf("one")
                                    .atMostPoints(100)
                                    .inAll())
                    .earn(
                            "small",
                            points(50)
                                    .perOrder()
                                    .bestOf("one")
                                    .atMostPoints(100)
                                    .inAll()));

            assertThat(shop.buys("o-1", "1.00").earned()).isEqualTo(1 + 100);
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(1 + 50);
            assertThat(shop.buys("o-3", "1.00").earned()).isEqualTo(1 + 50);
            assertThat(shop.buys("o-4", "1.00").earned()).isEqualTo(1);
        }
    }

    @Nested
    class OnceADay {
        @Test
        void aVisitHasOneStamp() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn(
                            "visits",
                            stampCard(2).givingPoints(10).forActivity("visit").oncePer(DAY)));

            shop.does("visit", "v-1");
            assertThat(shop.does("visit", "v-2").earned()).isZero();
        }

        @Test
        void aDrawOfNothingIsADraw() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn(
                            "wheel",
                            spin(Prizes.draw().points(1, "0"))
                                    .forActivity("spin")
                                    .oncePer(DAY)));

            Receipt first = shop.does("spin", "s-1");
            assertThat(first.draws()).hasSize(1);
            assertThat(shop.does("spin", "s-2").draws()).isEmpty();
        }
    }

    @Nested
    class Challenges {
        @Test
        void mayAskForActivitiesOfAnyKind() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("poll", challenge().activity("poll:a;b|c%", 2).givingPoints(10)));

            shop.does("poll:a;b|c%", "p-1");
            assertThat(shop.does("poll:a;b|c%", "p-2").earned()).isEqualTo(10);
        }

        @Test
        void doNotTakeEachOthersTermsHoweverTheirRulesAreCalled() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("spring", challenge().orders(3).givingPoints(7).when(orderFrom("5.00")))
                    .earn("spring/two", challenge().orders(2).givingPoints(10)));

            shop.buys("o-1", "1.00");
            assertThat(shop.buys("o-2", "5.00").earned()).isEqualTo(5 + 10);
            assertThat(shop.buys("o-3", "5.00").earned()).isEqualTo(5);
            assertThat(shop.buys("o-4", "5.00").earned()).isEqualTo(5 + 7);
        }
    }

    @Nested
    class WhatWasGivenAndUsed {
        private final Shop shop = Shop.with(aPointPerDollar()
                .earn("card", stampCard(3).givingReward("five"))
                .reward("five", discount("5.00").free().withVoucher(Duration.ofDays(1))));

        private boolean uses(String order) {
            return shop.tries(shop.order(order, Shop.line("goods", "5.00")).redeem("five"))
                    .refusal()
                    .isEmpty();
        }

        @Test
        void aCardIsNotFilledAgainByAStampThatCameBack() {
            shop.buys("o-1", Shop.line("goods", "9.00").times(3));
            assertThat(uses("o-2")).isTrue();
            shop.returns("o-1", "goods", 1);
            shop.buys("o-3", "9.00");

            assertThat(uses("o-4")).isFalse();
        }

        @Test
        void aChallengeIsNotMetAgain() {
            Shop other = Shop.with(aPointPerDollar()
                    .earn("two", challenge().orders(2).givingReward("five"))
                    .reward("five", discount("5.00").free().withVoucher(Duration.ofDays(1))));
            other.buys("o-1", "9.00");
            other.buys("o-2", "9.00");
            other.buys(other.order("o-3", Shop.line("goods", "5.00")).redeem("five"));
            other.cancels("o-2");
            other.buys("o-4", "9.00");

            assertThat(other.tries(other.order("o-5", Shop.line("goods", "5.00"))
                                    .redeem("five"))
                            .refusal())
                    .isPresent();
        }

        @Test
        void aVoucherThatIsGivenBackPaysWhatIsOwed() {
            shop.buys("o-1", Shop.line("goods", "9.00").times(3));
            assertThat(uses("o-2")).isTrue();
            shop.returns("o-1", "goods", 1);
            shop.cancels("o-2");
            assertThat(uses("o-3")).isFalse();
            shop.buys("o-4", "9.00");

            assertThat(uses("o-5")).isTrue();
        }
    }
}
