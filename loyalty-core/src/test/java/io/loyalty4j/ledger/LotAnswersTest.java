package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Conditions;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refusal;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What others publish about lots and redemptions; the numbers are those of the known answers. */
class LotAnswersTest {
    private static ProgramBuilder redeemable() {
        return aPointPerDollar()
                .reward("thirty", discount("1.00").costs(30))
                .reward("hundred", discount("1.00").costs(100));
    }

    @Nested
    class InPayingOrderSoonestExpiryFirst {
        @Test
        @DisplayName("L1: +100, then -30: balance 70")
        void whatIsSpentIsGone() {
            Shop shop = Shop.with(redeemable());
            shop.buys("o-1", "100.00");
            shop.buys(shop.order("o-2", line("pin", "1.00")).redeem("thirty"));

            assertThat(shop.available()).isEqualTo(70);
        }

        @Test
        @DisplayName("L2: the lot that never expires keeps its 100, the other pays")
        void theLotThatNeverExpiresPaysLast() {
            Shop shop = Shop.with(redeemable());
            shop.buys("never", "100.00");
            shop.adopts(redeemable().expiry(Expiry.after(Period.ofMonths(1))));
            shop.buys("ending", "100.00");
            shop.buys(shop.order("o-3", line("pin", "1.00")).redeem("hundred"));

            assertThat(shop.account().lots())
                    .extracting(Lot::source, lot -> lot.in(Bucket.AVAILABLE))
                    .containsExactly(tuple("order/never@1", 100L));
        }

        @Test
        @DisplayName("L3: lot A of 100 expires, lot B of 40 stays")
        void whatExpiresLeavesTheRest() {
            Shop shop = Shop.with(redeemable().expiry(Expiry.after(Period.ofMonths(1))))
                    .at("2026-12-01");
            shop.buys("a", "100.00");
            shop.at("2026-12-15").buys("b", "40.00");

            assertThat(shop.at("2027-01-01T23:59:59.999").available()).isEqualTo(140);
            assertThat(shop.at("2027-01-02").available()).isEqualTo(40);
        }

        @Test
        @DisplayName("L4: a lot that was spent before it expires changes nothing when its date comes")
        void aSpentLotDoesNotExpire() {
            Shop shop = Shop.with(redeemable().expiry(Expiry.after(Period.ofMonths(1))));
            shop.buys("o-1", "100.00");
            shop.buys(shop.order("o-2", line("pin", "1.00")).redeem("hundred"));
            int postings = shop.journal().postings().size();

            shop.passes(Period.ofMonths(2));
            for (int sweep = 0; sweep < 3; sweep++) {
                assertThat(shop.engine().runDue(shop.now()).booked()).isZero();
            }
            assertThat(shop.available()).isZero();
            assertThat(shop.journal().postings()).hasSize(postings);
        }

        @Test
        @DisplayName("L5: a spent lot is not deducted a second time when it expires")
        void aSpentLotIsNotDeductedTwice() {
            Shop shop = Shop.with(redeemable().expiry(Expiry.after(Period.ofMonths(1))))
                    .at("2026-12-01");
            shop.buys("a", "100.00");
            shop.at("2026-12-20").buys("b", "100.00");
            shop.buys(shop.order("c", line("pin", "1.00")).redeem("hundred"));

            assertThat(shop.available()).isEqualTo(100);
            assertThat(shop.at("2027-01-05").available()).isEqualTo(100);
            assertThat(shop.at("2027-01-21").available()).isZero();
        }
    }

    @Nested
    class Redemptions {
        @Test
        @DisplayName("X2: what is too little is refused, with both numbers")
        void tooFewPointsAreRefusedWithBothNumbers() {
            Shop shop = Shop.with(redeemable());
            shop.buys("o-1", "70.00");

            assertThat(shop.tries(shop.order("o-2", line("pin", "1.00")).redeem("hundred"))
                            .refusal())
                    .contains(new Refusal.InsufficientPoints("hundred", 100, 70));
            assertThat(shop.available()).isEqualTo(70);
        }

        @Test
        @DisplayName("X3: what is held is locked; captured it is final, and a cancelled order gives it back")
        void heldPointsAreLockedAndCapturedOnesFinal() {
            Shop shop = Shop.with(redeemable());
            shop.buys("o-1", "100.00");
            shop.reserves(shop.order("o-2", line("pin", "1.00")).redeem("hundred"));

            assertThat(shop.tries(shop.order("o-3", line("pin", "1.00")).redeem("thirty"))
                            .refusal())
                    .contains(new Refusal.InsufficientPoints("thirty", 30, 0));
            shop.buys(shop.order("o-2", line("pin", "1.00")).redeem("hundred"));
            shop.reserves(shop.order("o-2", line("pin", "1.00")));
            assertThat(shop.account().held()).isZero();
            assertThat(shop.available()).isZero();

            shop.cancels("o-2");
            assertThat(shop.available()).isEqualTo(100);
        }

        @Test
        @DisplayName("X4: 500 points for $10 need an order of $10: refused at $9.99, good at $10.00")
        void tenDollarsOffNeedTenDollars() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("gift", points(490).forActivity("gift"))
                    .reward("cash-10", discount("10.00").costs(500).when(Conditions.orderFrom("10.00"))));
            shop.does("gift", "g-1");
            assertThat(shop.tries(shop.order("o-1", line("soap", "10.00")).redeem("cash-10"))
                            .refusal())
                    .contains(new Refusal.InsufficientPoints("cash-10", 500, 490));
            shop.does("gift", "g-2");

            assertThat(shop.tries(shop.order("o-2", line("soap", "9.99")).redeem("cash-10"))
                            .refusal())
                    .contains(new Refusal.OrderTooSmall("cash-10", Money.of("10.00", "USD"), Money.of("9.99", "USD")));
            assertThat(shop.buys(shop.order("o-3", line("soap", "10.00")).redeem("cash-10"))
                            .discount())
                    .contains(Money.of("10.00", "USD"));
        }
    }
}
