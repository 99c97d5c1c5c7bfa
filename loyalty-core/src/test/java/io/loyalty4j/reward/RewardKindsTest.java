package io.loyalty4j.reward;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.bonusPoints;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.freeShipping;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.reward.Reward.menu;
import static io.loyalty4j.reward.Reward.other;
import static io.loyalty4j.reward.Reward.percentOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Change.RewardApplied;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.reward.Benefit.Kind;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal.PointsNotAccepted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RewardKindsTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .policy(EarnOnPointsPaid.NO)
            .reward("fifth", percentOff(20).costs(100))
            .reward("tenth", percentOff(10).upTo("5.00").costs(50))
            .reward("scents", percentOff(50).costs(10).on(category("fragrance")))
            .reward("five", discount("5.00").costs(200).on(category("fragrance")))
            .reward("coupon", discount("5.00").free())
            .reward("parcel", freeShipping().costs(30))
            .reward("mug", gift("MUG-1").costs(40))
            .reward("show", other("a seat at the show").costs(60))
            .reward("extra", bonusPoints(70).free())
            .reward("cash", menu().entry(500, "10.00").entry(2_500, "100.00")));

    RewardKindsTest() {
        shop.buys("earned", "1000.00");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private Receipt buys(Order order, String... rewards) {
        return shop.buys(order.redeemAll(List.of(rewards)));
    }

    @Nested
    class APartOfThePrice {
        @Test
        void isRoundedHalfUpAndSpreadToTheCent() {
            Receipt receipt = buys(shop.order("o", line("a", "9.99"), line("b", "0.04")), "fifth");

            assertThat(receipt.discount()).contains(usd("2.01"));
            assertThat(receipt.discountOf("a")).contains(usd("2.00"));
            assertThat(receipt.discountOf("b")).contains(usd("0.01"));
        }

        @Test
        void hasACeiling() {
            assertThat(buys(shop.order("o", line("a", "49.90")), "tenth").discount())
                    .contains(usd("4.99"));
            assertThat(buys(shop.order("p", line("a", "80.00")), "tenth").discount())
                    .contains(usd("5.00"));
        }

        @Test
        void isOfWhatRewardsBeforeItLeave() {
            Order order = shop.order("o", line("a", "30.00").category("fragrance"));

            assertThat(shop.engine().quote(order.redeem("five").redeem("fifth")).toPay())
                    .isEqualTo(usd("20.00"));
            assertThat(shop.engine().quote(order.redeem("fifth").redeem("five")).toPay())
                    .isEqualTo(usd("19.00"));
        }

        @Test
        void isOfEligibleLinesAlone() {
            Receipt receipt =
                    buys(shop.order("o", line("a", "30.00").category("fragrance"), line("b", "70.00")), "scents");

            assertThat(receipt.discount()).contains(usd("15.00"));
            assertThat(receipt.discountOf("b")).contains(usd("0.00"));
            assertThat(shop.tries(shop.order("p", line("b", "70.00")).redeem("scents"))
                            .refusal())
                    .contains(new Refusal.OrderTooSmall("scents", usd("0.01"), usd("0.00")));
        }

        @Test
        void isOfTheOrderThatIsPaidAndNotOfTheOneThatWasReserved() {
            shop.reserves(shop.order("o", line("a", "100.00")).redeem("fifth"));

            assertThat(buys(shop.order("o", line("a", "10.00")), "fifth").discount())
                    .contains(usd("2.00"));
        }

        @Test
        void followsAnEdit() {
            buys(shop.order("o", line("a", "100.00")), "fifth");
            Receipt edited = shop.buys(
                    shop.order("o", line("a", "50.00")).redeem("fifth").revision(2));

            assertThat(edited.discount()).contains(usd("10.00"));
            assertThat(edited.redeemed()).isZero();
            assertThat(shop.available()).isEqualTo(1_000 - 100 + 40);
        }
    }

    @Test
    void aPartThatIsLessThanACentSaysWhatItNeeds() {
        assertThat(shop.tries(shop.order("o", line("a", "0.02")).redeem("fifth"))
                        .refusal())
                .contains(new Refusal.OrderTooSmall("fifth", usd("0.03"), usd("0.02")));
        assertThat(buys(shop.order("o", line("a", "0.03")), "fifth").discount()).contains(usd("0.01"));
    }

    @Test
    void whatTakesNothingOffAsksForItsLinesToo() {
        Shop scented =
                Shop.with(aPointPerDollar().reward("mug", gift("MUG-1").free().on(category("fragrance"))));

        assertThat(scented.tries(scented.order("o", line("a", "50.00")).redeem("mug"))
                        .refusal())
                .contains(new Refusal.OrderTooSmall("mug", usd("0.01"), usd("0.00")));
        scented.buys(
                scented.order("o", line("a", "50.00").category("fragrance")).redeem("mug"));
        assertThat(scented.tries(scented.order("o", line("a", "50.00"))
                                .redeem("mug")
                                .revision(2))
                        .refusal())
                .contains(new Refusal.OrderTooSmall("mug", usd("0.01"), usd("0.00")));
    }

    @Nested
    class FixedOnSomeLines {
        @Test
        void isNoMoreThanTheyCost() {
            assertThat(shop.tries(shop.order("o", line("a", "4.99").category("fragrance"), line("b", "70.00"))
                                    .redeem("five"))
                            .refusal())
                    .contains(new Refusal.OrderTooSmall("five", usd("5.00"), usd("4.99")));
        }

        @Test
        void comesBackWithThoseLines() {
            buys(shop.order("o", line("a", "30.00").category("fragrance"), line("b", "70.00")), "five");

            assertThat(shop.returns("o", "b", 1).restored()).isZero();
            assertThat(shop.returns("o", "a", 1).restored()).isEqualTo(200);
        }
    }

    @Nested
    class WithoutPoints {
        @Test
        void isADiscountLikeTheShopsOwn() {
            Receipt coupon = buys(shop.order("o", line("a", "105.00")), "coupon");

            assertThat(coupon.earned()).isEqualTo(100);
            assertThat(coupon.redeemed()).isZero();
            assertThat(shop.account().standing().amounts().values())
                    .singleElement()
                    .satisfies(spent -> assertThat(spent).isEqualByComparingTo("1100"));
        }

        @Test
        void whereThePointsPaidEarnTheDiscountStillDoesNot() {
            Shop other = Shop.with(aPointPerDollar()
                    .policy(EarnOnPointsPaid.YES)
                    .reward("coupon", discount("5.00").free())
                    .reward("ten", discount("10.00").costs(10)));
            other.buys("earned", "10.00");

            assertThat(other.buys(other.order("o", line("a", "100.00"))
                                    .redeem("coupon")
                                    .redeem("ten"))
                            .earned())
                    .isEqualTo(95);
        }
    }

    @Nested
    class AThing {
        @Test
        void isNamedByTheReceiptAndTakesNothingOff() {
            Receipt receipt = buys(shop.order("o", line("a", "50.00")), "parcel", "mug", "show");

            assertThat(receipt.rewards())
                    .extracting(
                            applied -> applied.benefit().kind(),
                            applied -> applied.benefit().what())
                    .containsExactly(
                            tuple(Kind.FREE_SHIPPING, ""),
                            tuple(Kind.GIFT, "MUG-1"),
                            tuple(Kind.OTHER, "a seat at the show"));
            assertThat(receipt.discount()).contains(usd("0.00"));
            assertThat(receipt.redeemed()).isEqualTo(130);
            assertThat(receipt.earned()).isEqualTo(50);
        }

        @Test
        void comesBackWithTheWholeOrder() {
            buys(shop.order("o", line("a", "50.00").times(2)), "mug");

            assertThat(shop.returns("o", "a", 1).restored()).isZero();
            assertThat(shop.returns("o", "a", 1).restored()).isEqualTo(40);
        }
    }

    @Nested
    class BonusPoints {
        @Test
        void comeWithTheOrderAndGoWithAllOfIt() {
            Receipt receipt = buys(shop.order("o", line("a", "50.00").times(2)), "extra");

            assertThat(receipt.earned()).isEqualTo(170);
            assertThat(receipt.awards())
                    .extracting(award -> award.rule(), award -> award.points(), award -> award.why())
                    .contains(tuple("~reward/extra", 70L, "given with extra"));
            assertThat(shop.returns("o", "a", 1).revoked()).isEqualTo(50);
            assertThat(shop.returns("o", "a", 1).revoked()).isEqualTo(120);
        }

        @Test
        void stayThroughAnEditUnderAnotherVersionAndGoWithTheReward() {
            buys(shop.order("o", line("a", "100.00")), "extra");
            shop.passes(Duration.ofDays(1))
                    .adopts(aPointPerDollar().reward("extra", bonusPoints(70).free()));

            assertThat(shop.buys(shop.order("o", line("a", "100.00"))
                                    .redeem("extra")
                                    .revision(2))
                            .earned())
                    .isZero();
            assertThat(shop.buys(shop.order("o", line("a", "100.00")).revision(3))
                            .revoked())
                    .isEqualTo(70);
        }
    }

    @Nested
    class AMenu {
        private final Order order = shop.order("o", line("a", "150.00"));

        @Test
        void leavesTheChoiceToTheOrder() {
            Receipt receipt = shop.buys(order.redeem("cash", 500));

            assertThat(receipt.discount()).contains(usd("10.00"));
            assertThat(receipt.redeemed()).isEqualTo(500);
        }

        @Test
        void isPaidWithTheEntryThatTheOrderSaysWhateverItHolds() {
            shop.buys("more", "2000.00");
            shop.reserves(order.redeem("cash", 2_500)).receipt();
            Receipt receipt = shop.buys(order.redeem("cash", 500));

            assertThat(receipt.redeemed()).isEqualTo(500);
            assertThat(receipt.discount()).contains(usd("10.00"));
            assertThat(shop.account().held()).isZero();
        }

        @Test
        void hasNothingBetweenItsEntries() {
            assertThat(shop.tries(order.redeem("cash", 600)).refusal())
                    .contains(new PointsNotAccepted("cash", 600, 500, 2_500, 0));
            assertThat(shop.tries(order.redeem("cash")).refusal())
                    .contains(new PointsNotAccepted("cash", 0, 500, 2_500, 0));
        }

        @Test
        void offersEachEntry() {
            Quote quote = shop.engine().quote(order);

            assertThat(quote.rewards())
                    .filteredOn(offer -> offer.reward().equals("cash"))
                    .extracting(RewardOffer::most, RewardOffer::worth, RewardOffer::takeable, RewardOffer::missing)
                    .containsExactly(tuple(500L, usd("10.00"), true, 0L), tuple(2_500L, usd("100.00"), false, 1_500L));
            assertThat(quote.reward("cash").orElseThrow().most()).isEqualTo(500);
        }
    }

    @Test
    void aFixedPriceCanBeSaidButNotChosen() {
        Order order = shop.order("o", line("a", "150.00"));

        assertThat(shop.tries(order.redeem("mug", 41)).refusal()).contains(new PointsNotAccepted("mug", 41, 40, 40, 1));
        assertThat(shop.tries(order.redeem("mug", 40)).receipt().redeemed()).isEqualTo(40);
    }

    @Test
    void theJournalSaysWhatWasGiven() {
        buys(shop.order("o", line("a", "50.00")), "mug");

        assertThat(shop.journal().postings())
                .flatExtracting(posting -> posting.changes(RewardApplied.class).toList())
                .extracting(applied -> applied.benefit().describe())
                .containsExactly("a gift, MUG-1");
    }
}
