package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Refund;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What others publish about returns; the numbers are those of the known answers. */
class ReturnAnswersTest {
    @Nested
    @DisplayName("R1: a refund takes what the purchase gave, whatever the rule has become")
    class AfterTheRuleChanged {
        private long takenAfter(ProgramBuilder next) {
            Shop shop = Shop.with(aPointPerDollar().earn("other", points(1).perOrder()));
            shop.buys("o-1", "49.00");
            shop.passes(Duration.ofDays(1)).adopts(next);
            long taken = shop.returns("o-1", "goods", 1).revoked();
            assertThat(shop.available()).isZero();
            return taken;
        }

        @Test
        void theRuleWasDoubled() {
            assertThat(takenAfter(Shop.program().earn("base", points(2).per("1.00"))))
                    .isEqualTo(50);
        }

        @Test
        void theRuleWasRemoved() {
            assertThat(takenAfter(Shop.program().earn("visit", points(1).forActivity("visit"))))
                    .isEqualTo(50);
        }

        @Test
        void theRuleIsTheSame() {
            assertThat(takenAfter(aPointPerDollar())).isEqualTo(50);
        }
    }

    @Nested
    @DisplayName("R2: parts take what the whole takes")
    class InParts {
        @Test
        void twoRefundsOf20PercentTake40Percent() {
            Shop shop = Shop.with(aPointPerDollar());
            shop.buys("o-1", line("goods", "20.00").times(5));

            assertThat(shop.returns("o-1", "goods", 1).revoked()).isEqualTo(20);
            assertThat(shop.returns("o-1", "goods", 1).revoked()).isEqualTo(20);
            assertThat(shop.available()).isEqualTo(60);
        }

        @Test
        void aHundredRefundsOf1PercentTakeWhatOneTakes() {
            Shop shop = Shop.with(aPointPerDollar());
            shop.buys("o-1", line("goods", "0.77").times(100));
            long taken = 0;
            for (int i = 0; i < 100; i++) {
                taken += shop.returns("o-1", "goods", 1).revoked();
            }

            assertThat(taken).isEqualTo(77);
            assertThat(shop.available()).isZero();
        }
    }

    @Nested
    @DisplayName("R2b: what is kept must have earned what is kept")
    class WhatIsKept {
        @Test
        void oneOfTwoHalfDollarsLosesThePoint() {
            Shop shop = Shop.with(aPointPerDollar());
            shop.buys("o-1", line("goods", "0.50").times(2));

            assertThat(shop.returns("o-1", "goods", 1).revoked()).isEqualTo(1);
            assertThat(shop.available()).isZero();
        }

        @Test
        void aBonusFrom50OnGoesWith20Of60() {
            Shop shop = Shop.with(
                    aPointPerDollar().earn("big", points(200).perOrder().when(orderFrom("50.00"))));
            assertThat(shop.buys("o-1", line("goods", "20.00").times(3)).earned())
                    .isEqualTo(260);

            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isEqualTo(40);
        }
    }

    @Test
    @DisplayName("R3: a refund never charges the redeemed points again, though the reward's line is not returned")
    void aRefundDoesNotChargeTheRewardAgain() {
        Shop shop = Shop.with(aPointPerDollar().reward("ten", discount("10.00").costs(100)));
        shop.buys("o-1", "150.00");
        shop.buys(shop.order("o-2", line("a", "20.00"), line("b", "20.00")).redeem("ten"));
        assertThat(shop.available()).isEqualTo(80);

        Receipt receipt = shop.returns("o-2", "a", 1);
        assertThat(receipt.redeemed()).isZero();
        assertThat(receipt.restored()).isEqualTo(50);
        assertThat(receipt.revoked()).isEqualTo(15);
        assertThat(shop.available()).isEqualTo(115);
    }

    @Test
    @DisplayName("R4: points spent and goods returned: the debt is paid first by later earnings")
    void aDebtIsPaidFirst() {
        Shop shop = Shop.with(aPointPerDollar().reward("ten", discount("1.00").costs(100)));
        shop.buys("o-1", "100.00");
        shop.buys(shop.order("o-2", line("pin", "1.00")).redeem("ten"));
        shop.returns("o-1", "goods", 1);
        assertThat(shop.account().debt()).isEqualTo(100);

        shop.buys("o-3", "60.00");
        assertThat(shop.account().debt()).isEqualTo(40);
        assertThat(shop.available()).isZero();
        shop.buys("o-4", "60.00");
        assertThat(shop.account().debt()).isZero();
        assertThat(shop.available()).isEqualTo(20);
    }

    @Nested
    @DisplayName("R5: a refund before its order, or twice, ends where the right order ends")
    class OutOfOrder {
        private final Shop right = Shop.with(aPointPerDollar());
        private final Shop wrong = Shop.with(aPointPerDollar());

        @Test
        void before() {
            right.buys("o-1", line("goods", "10.00").times(3));
            right.returns("o-1", "goods", 1);
            wrong.returns("o-1", "goods", 1);
            wrong.buys("o-1", line("goods", "10.00").times(3));

            assertThat(wrong.available()).isEqualTo(right.available()).isEqualTo(20);
            assertThat(wrong.account().tier()).isEqualTo(right.account().tier());
            assertThat(wrong.journal().order("o-1")).isEqualTo(right.journal().order("o-1"));
        }

        @Test
        void twice() {
            right.buys("o-1", line("goods", "10.00").times(3));
            Refund refund = Refund.of(right.order("o-1"), "rma").line("goods", 1);
            Receipt first = right.engine().refund(refund).receipt();

            assertThat(right.engine().refund(refund)).isEqualTo(new Outcome.Replayed(first));
            assertThat(right.available()).isEqualTo(20);
        }
    }

    @Test
    @DisplayName("R6: a cancelled redemption gives points back with their old expiry")
    void pointsComeBackWithTheirOldExpiry() {
        Shop shop = Shop.with(aPointPerDollar()
                        .reward("ten", discount("1.00").costs(100))
                        .expiry(Expiry.after(Period.ofMonths(1))))
                .at("2026-11-01T10:00");
        shop.buys("o-1", "100.00");
        shop.at("2026-11-30T10:00").buys(shop.order("o-2", line("pin", "1.00")).redeem("ten"));
        shop.cancels("o-2");

        assertThat(shop.at("2026-12-01T23:59:59.999").available()).isEqualTo(100);
        assertThat(shop.at("2026-12-02").available()).isZero();
    }

    @Test
    @DisplayName("80,995 pieces and their cancellation twelve minutes later leave the points where they were")
    void eightyThousandPiecesThereAndBack() {
        Shop shop = Shop.with(aPointPerDollar());
        shop.buys("before", "77.18");
        shop.buys("581483", line("23843", "2.08").times(80_995));
        assertThat(shop.available()).isEqualTo(77 + 168_469);

        Receipt back = shop.passes(Duration.ofMinutes(12)).returns("581483", "23843", 80_995);
        assertThat(back.revoked()).isEqualTo(168_469);
        assertThat(back.surplus()).isEqualTo(Map.of());
        assertThat(shop.available()).isEqualTo(77);
    }
}
