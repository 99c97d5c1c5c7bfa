package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReservationTest {
    private static ProgramBuilder program() {
        return aPointPerDollar()
                .reward("a", discount("1.00").costs(60))
                .reward("b", discount("2.00").costs(100))
                .holdsLast(Duration.ofHours(1));
    }

    private final Shop shop = Shop.with(program());
    private Instant begin = shop.now();

    @BeforeEach
    void hasHundredPoints() {
        shop.buys("earned", "100.00");
        begin = shop.now();
    }

    private Order order(String... rewards) {
        Order order = shop.order("o-1", line("pin", "5.00"));
        for (String reward : rewards) {
            order = order.redeem(reward);
        }
        return order;
    }

    private int postings() {
        return shop.journal().postings().size();
    }

    @Nested
    class ChoosingRewards {
        @Test
        void aThenBThenAAgainEndsAtA() {
            shop.reserves(order("a"));
            assertThat(shop.account().held()).isEqualTo(60);
            shop.reserves(order("b"));
            assertThat(shop.account().held()).isEqualTo(100);
            shop.reserves(order("a"));
            assertThat(shop.account().held()).isEqualTo(60);
            assertThat(shop.available()).isEqualTo(40);
            assertThat(shop.buys(order("a")).redeemed()).isEqualTo(60);
        }

        @Test
        void twiceTheSameWritesNothingAndExtendsNothing() {
            Receipt first = shop.reserves(order("a")).receipt();
            int before = postings();
            shop.passes(Duration.ofMinutes(30));

            Outcome again = shop.reserves(order("a"));
            assertThat(again).isInstanceOf(Outcome.Replayed.class);
            assertThat(again.receipt().heldUntil())
                    .isEqualTo(first.heldUntil())
                    .contains(begin.plus(Duration.ofHours(1)));
            assertThat(postings()).isEqualTo(before);
        }

        @Test
        void anotherRewardDoesNotExtendTheTimeOutEither() {
            shop.reserves(order("a"));
            shop.passes(Duration.ofMinutes(30));
            assertThat(shop.reserves(order("b")).receipt().heldUntil()).contains(begin.plus(Duration.ofHours(1)));
        }

        @Test
        void lettingGoAndChoosingAgainDoesNotExtendTheTimeOutEither() {
            shop.reserves(order("a"));
            shop.passes(Duration.ofMinutes(30));
            shop.reserves(order());
            shop.passes(Duration.ofMinutes(20));

            assertThat(shop.reserves(order("a")).receipt().heldUntil()).contains(begin.plus(Duration.ofHours(1)));
        }

        @Test
        void anewAfterTheTimeOutHoldsForAsLongAgain() {
            shop.reserves(order("a"));
            shop.passes(Duration.ofHours(2));

            assertThat(shop.reserves(order("a")).receipt().heldUntil())
                    .contains(shop.now().plus(Duration.ofHours(1)));
        }

        @Test
        void keepsWhatItWasWorthWhateverTheNextVersionMakesOfIt() {
            shop.reserves(order("a"));
            shop.adopts(program()
                    .without("a")
                    .reward("a", discount("3.00").costs(10))
                    .version("2"));
            Receipt paid = shop.buys(order("a"));
            assertThat(paid.redeemed()).isEqualTo(60);
            assertThat(paid.discount()).contains(Money.of("1.00", "USD"));
        }

        @Test
        void isGoodThoughItsTierHasEndedMeanwhile() {
            Shop silvester = Shop.with(program()
                            .tiers(TierLadder.bySpend().base("BASE").tier("GOLD", 50))
                            .without("a")
                            .reward("a", discount("1.00").costs(60).when(inTier("GOLD"))))
                    .at("2026-12-31T23:30");
            silvester.buys("earned", "100.00");
            silvester.reserves(order("a")).receipt();
            silvester.at("2027-01-01T00:10");

            assertThat(silvester.tier()).isEqualTo("BASE");
            assertThat(silvester.buys(order("a")).redeemed()).isEqualTo(60);
        }

        @Test
        void isNotForAnotherOrderThanItWasHeldFor() {
            Shop choosy = Shop.with(program()
                    .reward(
                            "large",
                            discount("1.00").costs(10).when(orderFrom("50.00").or(anyLine(category("vip")))))
                    .reward("no-gift", discount("1.00").costs(10).when(not(anyLine(category("gift"))))));
            choosy.buys("earned", "100.00");
            choosy.reserves(choosy.order("o-1", line("pin", "50.00")).redeem("large"))
                    .receipt();
            choosy.reserves(choosy.order("o-2", line("pin", "5.00")).redeem("no-gift"))
                    .receipt();

            assertThat(choosy.tries(choosy.order("o-1", line("pin", "5.00")).redeem("large"))
                            .refusal())
                    .isPresent();
            assertThat(choosy.tries(choosy.order("o-2", line("pin", "5.00").category("gift"))
                                    .redeem("no-gift"))
                            .refusal())
                    .isPresent();
        }

        @Test
        void keepsWhatTheNextVersionHasNoMore() {
            shop.reserves(order("a"));
            shop.adopts(program().without("a").version("2"));
            assertThat(shop.buys(order("a")).redeemed()).isEqualTo(60);
        }

        @Test
        void noneAtAllLetsGo() {
            shop.reserves(order("b"));
            shop.reserves(order());
            assertThat(shop.account().holds()).isEmpty();
            assertThat(shop.available()).isEqualTo(100);
        }

        @Test
        void tooManyLeavesWhatWasHeld() {
            shop.reserves(order("a"));
            int before = postings();
            assertThat(shop.reserves(order("a", "a")).refusal()).contains(new Refusal.InsufficientPoints("a", 60, 40));
            assertThat(shop.account().held()).isEqualTo(60);
            assertThat(postings()).isEqualTo(before);
        }

        @Test
        void nothingThatTheProgramHasNot() {
            assertThat(shop.reserves(order("z")).refusal())
                    .contains(new Refusal.RewardNotOffered("z", "the program has no such reward"));
        }
    }

    @Nested
    class ThePurchase {
        @Test
        void capturesWhatItRedeemsAndFreesTheRest() {
            shop.reserves(order("b"));
            Receipt receipt = shop.buys(order("a"));
            assertThat(receipt.redeemed()).isEqualTo(60);
            assertThat(shop.available()).isEqualTo(40 + 4);
            assertThat(shop.account().held()).isZero();
        }

        @Test
        void needsNoReservation() {
            assertThat(shop.buys(order("b")).redeemed()).isEqualTo(100);
            assertThat(shop.journal().order("o-1").orElseThrow().redeemed()).isEqualTo(100);
        }

        @Test
        void ofACancelledOrderGivesAllOfItBack() {
            shop.cancels("o-1");
            assertThat(shop.reserves(order("a")).refusal()).contains(new Refusal.OrderClosed("o-1", "CANCELLED"));
            Receipt receipt = shop.buys(order("a"));
            assertThat(receipt.redeemed()).isEqualTo(60);
            assertThat(shop.available()).isEqualTo(100);
            assertThat(shop.journal().postings())
                    .last()
                    .extracting(posting -> posting.header().kind())
                    .isEqualTo(Posting.Kind.DEFERRED);
        }
    }

    @Nested
    class ATimeOut {
        @Test
        void comesAtTheVeryMillisecond() {
            shop.reserves(order("b"));
            shop.at(begin.plus(Duration.ofHours(1)).minusMillis(1));
            assertThat(shop.account().held()).isEqualTo(100);
            shop.at(begin.plus(Duration.ofHours(1)));
            assertThat(shop.account().held()).isZero();
            assertThat(shop.available()).isEqualTo(100);
        }

        @Test
        void beforeThePurchaseTakesThePointsAgain() {
            shop.reserves(order("b"));
            shop.passes(Duration.ofHours(2));
            assertThat(shop.buys(order("b")).redeemed()).isEqualTo(100);
            assertThat(shop.available()).isEqualTo(3);
        }

        @Test
        void beforeThePurchaseRefusesItIfThePointsAreSpent() {
            shop.reserves(order("b"));
            shop.passes(Duration.ofHours(2));
            shop.buys(shop.order("o-2", line("pin", "1.00")).redeem("a"));
            assertThat(shop.tries(order("b")).refusal()).contains(new Refusal.InsufficientPoints("b", 100, 40));
        }

        @Test
        void coversOnlyAsManyRewardsAsWereReserved() {
            Shop lenient = Shop.with(program().policy(Policy.LapsedHold.TAKE_INTO_DEBT));
            lenient.buys("earned", "100.00");
            lenient.reserves(order("a"));

            assertThat(lenient.tries(order("a", "a", "a")).refusal())
                    .contains(new Refusal.InsufficientPoints("a", 60, 40));
        }

        @Test
        void mayPutTheMemberIntoDebtInstead() {
            Shop lenient = Shop.with(program().policy(Policy.LapsedHold.TAKE_INTO_DEBT));
            lenient.buys("earned", "100.00");
            lenient.reserves(order("b"));
            lenient.passes(Duration.ofHours(2));
            lenient.buys(lenient.order("o-2", line("pin", "1.00")).redeem("a"));
            assertThat(lenient.available()).isEqualTo(40);

            assertThat(lenient.buys(order("b")).redeemed()).isEqualTo(100);
            assertThat(lenient.account().debt()).isEqualTo(57);
            assertThat(lenient.tries(lenient.order("o-3", line("pin", "5.00")).redeem("b"))
                            .refusal())
                    .contains(new Refusal.InsufficientPoints("b", 100, 0));
            lenient.cancels("o-1");
            assertThat(lenient.account().debt()).isZero();
            assertThat(lenient.available()).isEqualTo(40);
        }

        @Test
        void ofPointsThatExpiredMeanwhileLetsThemLapse() {
            Shop expiring = Shop.with(program().holdsLast(Duration.ofDays(10)).expiry(Expiry.after(Period.ofDays(5))));
            expiring.buys("earned", "100.00");
            expiring.reserves(order("a"));
            expiring.passes(Duration.ofDays(7));
            assertThat(expiring.account().held()).isEqualTo(60);
            assertThat(expiring.available()).isZero();
            expiring.passes(Duration.ofDays(4));
            assertThat(expiring.account().held()).isZero();
            assertThat(expiring.available()).isZero();
        }
    }

    @Nested
    class ACancellation {
        @Test
        void ofAHeldOrderFreesItAndOnceOnly() {
            shop.reserves(order("b"));
            shop.cancels("o-1");
            int before = postings();
            assertThat(shop.engine().cancel(order())).isInstanceOf(Outcome.Replayed.class);
            assertThat(shop.available()).isEqualTo(100);
            assertThat(postings()).isEqualTo(before);
        }

        @Test
        void ofAPaidOrderUndoesAllOfIt() {
            shop.buys(order("b"));
            assertThat(shop.available()).isEqualTo(3);
            Receipt receipt = shop.cancels("o-1");
            assertThat(receipt.restored()).isEqualTo(100);
            assertThat(receipt.revoked()).isEqualTo(3);
            assertThat(shop.available()).isEqualTo(100);
            assertThat(shop.journal().order("o-1").orElseThrow().state()).isEqualTo(OrderPosition.State.CANCELLED);
        }
    }
}
