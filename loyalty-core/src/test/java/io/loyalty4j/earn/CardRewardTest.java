package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A full card that is worth a reward gives a voucher for it. */
class CardRewardTest {
    private static final Refusal NONE =
            new Refusal.RewardNotOffered("free-coffee", "it takes a voucher, and there is none");

    private final Shop shop = Shop.with(coffee());

    private static ProgramBuilder coffee() {
        return aPointPerDollar()
                .earn("card", stampCard(5).givingReward("free-coffee").on(category("coffee")))
                .reward("free-coffee", Reward.discount("3.00").free().withVoucher(Duration.ofDays(30)));
    }

    private static OrderLine cups(int pieces) {
        return line("cup", "3.00").times(pieces).category("coffee");
    }

    private Outcome redeems(String order) {
        return shop.tries(shop.order(order, line("cake", "5.00")).redeem("free-coffee"));
    }

    private boolean takeable() {
        return shop.engine()
                .quote(shop.order("basket", line("cake", "5.00")))
                .reward("free-coffee")
                .map(RewardOffer::takeable)
                .orElseThrow();
    }

    @Nested
    class TheVoucher {
        @Test
        void isNotThereBefore() {
            shop.buys("o-1", cups(4));
            assertThat(takeable()).isFalse();
            assertThat(redeems("o-2").refusal()).contains(NONE);
        }

        @Test
        void isGoodOnce() {
            shop.buys("o-1", cups(5));
            assertThat(takeable()).isTrue();
            assertThat(redeems("o-2").receipt().discount()).hasToString("Optional[3.00 USD]");
            assertThat(takeable()).isFalse();
            assertThat(redeems("o-3").refusal()).contains(NONE);
        }

        @Test
        void isOnTheAccountBesideTheStampsOfTheNextCard() {
            shop.buys("o-1", cups(13));
            assertThat(shop.account().vouchers("free-coffee")).isEqualTo(2);
            assertThat(shop.account().stamps("card")).isEqualTo(3);
            redeems("o-2").receipt();
            assertThat(shop.account().vouchers("free-coffee")).isEqualTo(1);
            assertThat(shop.passes(Duration.ofDays(30)).account().vouchers("free-coffee"))
                    .isZero();
        }

        @Test
        void thatLapsedUnusedIsNotOwedWhenItsCauseComesBack() {
            shop.buys("o-1", cups(5));
            shop.passes(Duration.ofDays(40)).cancels("o-1");
            shop.buys("o-2", cups(5));
            assertThat(takeable()).isTrue();
        }

        @Test
        void thatWasUsedIsOwedWhenItsCauseComesBackAlsoAfterItsEnd() {
            shop.buys("o-1", cups(5));
            redeems("o-2").receipt();
            shop.passes(Duration.ofDays(40)).cancels("o-1");
            shop.buys("o-3", cups(5));
            assertThat(takeable()).isFalse();
        }

        @Test
        void isThereForEachCard() {
            shop.buys("o-1", cups(11));
            redeems("o-2").receipt();
            redeems("o-3").receipt();
            assertThat(redeems("o-4").refusal()).contains(NONE);
        }

        @Test
        void isGoodForThirtyDaysToTheInstant() {
            shop.buys("o-1", cups(5));
            shop.passes(Duration.ofDays(30)).at(shop.now().minusMillis(1));
            assertThat(takeable()).isTrue();
            shop.at(shop.now().plusMillis(1));
            assertThat(redeems("o-2").refusal()).contains(NONE);
        }

        @Test
        void thatEndsFirstIsUsedFirst() {
            shop.buys("o-1", cups(5));
            shop.passes(Period.ofDays(10)).buys("o-2", cups(5));
            shop.passes(Period.ofDays(10));
            redeems("o-3").receipt();
            shop.passes(Period.ofDays(15));
            assertThat(redeems("o-4").receipt().discount()).isPresent();
        }

        @Test
        void thatOneOrderHoldsIsNotThereForAnother() {
            shop.buys("o-1", cups(5));
            assertThat(shop.reserves(shop.order("o-2", line("cake", "5.00")).redeem("free-coffee"))
                            .refusal())
                    .isEmpty();
            assertThat(redeems("o-3").refusal()).contains(NONE);
            assertThat(redeems("o-2").receipt().discount()).isPresent();
            assertThat(redeems("o-4").refusal()).contains(NONE);
        }

        @Test
        void isThereAgainWhenTheHoldHasTimedOut() {
            shop.buys("o-1", cups(5));
            shop.reserves(shop.order("o-2", line("cake", "5.00")).redeem("free-coffee"));
            shop.passes(Duration.ofHours(2));
            assertThat(redeems("o-3").receipt().discount()).isPresent();
        }

        @Test
        void canBeTakenTwiceByOneOrderOnlyWhereThereAreTwo() {
            shop.buys("o-1", cups(5));
            assertThat(shop.tries(shop.order("o-2", line("cake", "9.00"))
                                    .redeem("free-coffee")
                                    .redeem("free-coffee"))
                            .refusal())
                    .contains(NONE);
        }

        @Test
        void outlivesTheRule() {
            shop.buys("o-1", cups(5));
            shop.passes(Period.ofDays(1)).adopts(coffee().without("card"));
            assertThat(redeems("o-2").receipt().discount()).isPresent();
        }
    }

    @Nested
    class WhenAnOrderComesBack {
        @Test
        void theVoucherItUsedIsThereAgainWithItsOldEnd() {
            shop.buys("o-1", cups(5));
            shop.passes(Period.ofDays(20));
            redeems("o-2").receipt();
            shop.returns("o-2", "cake", 1);
            assertThat(takeable()).isTrue();
            shop.passes(Period.ofDays(10));
            assertThat(takeable()).isFalse();
        }

        @Test
        void theVoucherItUsedIsThereAgainOnce() {
            shop.buys("o-1", cups(5));
            redeems("o-2").receipt();
            shop.returns("o-2", "cake", 1);
            shop.cancels("o-2");
            redeems("o-3").receipt();
            assertThat(redeems("o-4").refusal()).contains(NONE);
        }

        @Test
        void whatItsFullCardGaveGoesWithThePieceThatFilledIt() {
            shop.buys("o-1", cups(6));
            shop.returns("o-1", "cup", 1);
            assertThat(takeable()).isTrue();
            shop.returns("o-1", "cup", 1);
            assertThat(takeable()).isFalse();
            shop.buys("o-2", cups(1));
            assertThat(takeable()).isTrue();
        }

        @Test
        void aVoucherThatWasUsedMeanwhileIsOwed() {
            shop.buys("o-1", cups(5));
            redeems("o-2").receipt();
            shop.cancels("o-1");
            assertThat(takeable()).isFalse();
            shop.passes(Duration.ofSeconds(1)).buys("o-3", cups(5));
            assertThat(takeable()).as("the next one pays for it").isFalse();
            shop.passes(Duration.ofSeconds(1)).buys("o-4", cups(5));
            assertThat(takeable()).isTrue();
        }

        @Test
        void itMakesNoDifferenceWhichOfTheTwoComesBackFirst() {
            shop.buys("o-1", cups(5));
            redeems("o-2").receipt();
            shop.cancels("o-1");
            shop.cancels("o-2");
            assertThat(takeable()).isFalse();
        }
    }
}
