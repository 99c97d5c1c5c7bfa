package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Policy;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReturnTest {
    private static ProgramBuilder program() {
        return aPointPerDollar().reward("sixty", discount("6.00").costs(60));
    }

    @Nested
    class OfMoreThanWasBought {
        @Test
        void isClampedAndTheSurplusReported() {
            Shop shop = Shop.with(program());
            shop.buys("o-1", line("goods", "10.00").times(2));
            Receipt receipt = shop.returns("o-1", "goods", 5);
            assertThat(receipt.revoked()).isEqualTo(20);
            assertThat(receipt.surplus()).isEqualTo(Map.of("goods", 3));
            assertThat(shop.returns("o-1", "other", 1).surplus()).isEqualTo(Map.of("other", 1));
            assertThat(shop.available()).isZero();
        }

        @Test
        void beforeTheOrderIsClampedWhenItComes() {
            Shop shop = Shop.with(program());
            shop.returns("o-1", "goods", 5);
            shop.buys("o-1", line("goods", "10.00").times(2), line("pin", "1.00"));
            assertThat(shop.available()).isEqualTo(1);
            assertThat(shop.returns("o-1", "goods", 1).surplus()).isEqualTo(Map.of("goods", 1));
            assertThat(shop.journal().order("o-1").orElseThrow().state()).isEqualTo(OrderPosition.State.PURCHASED);
        }

        @Test
        void ofEverythingBeforeTheOrderLeavesItReturned() {
            Shop shop = Shop.with(program());
            shop.returns("o-1", "goods", 2);
            shop.buys("o-1", line("goods", "10.00").times(2));
            assertThat(shop.journal().order("o-1").orElseThrow().state()).isEqualTo(OrderPosition.State.RETURNED);
            assertThat(shop.available()).isZero();
        }
    }

    @Nested
    class OfWhatIsSpent {
        private Shop spent(Policy.ClawBack policy) {
            Shop shop = Shop.with(program().policy(policy));
            shop.buys("o-1", line("goods", "50.00").times(2));
            shop.buys(shop.order("spending", line("pin", "6.00")).redeem("sixty"));
            return shop;
        }

        @Test
        void isOwed() {
            Shop shop = spent(Policy.ClawBack.INTO_DEBT);
            Receipt receipt = shop.returns("o-1", "goods", 2);
            assertThat(receipt.revoked()).isEqualTo(100);
            assertThat(receipt.shortfall()).isZero();
            assertThat(shop.account().debt()).isEqualTo(60);
        }

        @Test
        void isAShortfallThatTheOrdersNextReturnCollects() {
            Shop shop = spent(Policy.ClawBack.WITHIN_BALANCE);
            assertThat(shop.returns("o-1", "goods", 1).shortfall()).isEqualTo(10);
            assertThat(shop.account().debt()).isZero();
            shop.buys("more", "25.00");
            assertThat(shop.available()).isEqualTo(25);

            Receipt second = shop.returns("o-1", "goods", 1);
            assertThat(second.revoked()).isEqualTo(25);
            assertThat(second.shortfall()).isEqualTo(35);
            assertThat(shop.journal().order("o-1").orElseThrow().owed()).isEqualTo(35);
        }

        @Test
        void isAShortfallThatAFreedHoldPays() {
            Shop shop = Shop.with(program().policy(Policy.ClawBack.WITHIN_BALANCE));
            shop.buys("o-1", "100.00");
            shop.reserves(shop.order("holding", line("pin", "6.00")).redeem("sixty"));
            assertThat(shop.returns("o-1", "goods", 1).shortfall()).isEqualTo(60);
            assertThat(shop.account().held()).isEqualTo(60);

            assertThat(shop.cancels("holding").revoked()).isEqualTo(60);
            assertThat(shop.available()).isZero();
            assertThat(shop.journal().order("o-1").orElseThrow().owed()).isZero();
        }

        @Test
        void isLetGoWhereOnlyPendingPointsAreTaken() {
            Shop shop = Shop.with(
                    program().policy(Policy.ClawBack.PENDING_ONLY).activation(Activation.after(Period.ofDays(14))));
            shop.buys("o-1", line("goods", "50.00").times(2));
            assertThat(shop.returns("o-1", "goods", 1).revoked()).isEqualTo(50);
            shop.passes(Period.ofDays(15));
            Receipt late = shop.returns("o-1", "goods", 1);
            assertThat(late.revoked()).isZero();
            assertThat(late.shortfall()).isEqualTo(50);
            assertThat(shop.available()).isEqualTo(50);
        }
    }

    @Nested
    class OfWhatWasPaidWithPoints {
        private Shop paid(Policy.RedeemedOnReturn policy) {
            Shop shop = Shop.with(program().policy(policy));
            shop.buys("earned", "60.00");
            shop.buys(shop.order("o-1", line("goods", "6.00").times(3)).redeem("sixty"));
            return shop;
        }

        private long restored(Policy.RedeemedOnReturn policy, int pieces) {
            return paid(policy).returns("o-1", "goods", pieces).restored();
        }

        @Test
        void givesBackItsShareAllAtTheEndOrNothing() {
            assertThat(restored(Policy.RedeemedOnReturn.PROPORTIONAL, 1)).isEqualTo(20);
            assertThat(restored(Policy.RedeemedOnReturn.PROPORTIONAL, 3)).isEqualTo(60);
            assertThat(restored(Policy.RedeemedOnReturn.ON_FULL_RETURN, 2)).isZero();
            assertThat(restored(Policy.RedeemedOnReturn.ON_FULL_RETURN, 3)).isEqualTo(60);
            assertThat(restored(Policy.RedeemedOnReturn.NEVER, 3)).isZero();
        }

        @Test
        void neverGivesBackMoreThanWasTaken() {
            Shop shop = paid(Policy.RedeemedOnReturn.PROPORTIONAL);
            shop.returns("o-1", "goods", 3);
            shop.cancels("o-1");
            assertThat(shop.available()).isEqualTo(60);
        }
    }

    @Nested
    class IntoALotThatHasLapsed {
        private Shop lapsed(Policy.RestoredAfterExpiry policy) {
            Shop shop = Shop.with(program()
                            .reward("thirty", discount("3.00").costs(30))
                            .expiry(Expiry.after(Period.ofDays(10)))
                            .policy(policy))
                    .at("2026-06-01T12:00");
            shop.buys("earned", "100.00");
            shop.buys(shop.order("o-1", line("goods", "3.00").times(2)).redeem("sixty"));
            shop.passes(Duration.ofDays(20));
            return shop;
        }

        @Test
        void getsThirtyDaysOnce() {
            Shop shop = lapsed(Policy.RestoredAfterExpiry.GRACE_30_DAYS);
            assertThat(shop.returns("o-1", "goods", 1).restored()).isEqualTo(30);
            assertThat(shop.available()).isEqualTo(30);
            assertThat(shop.at("2026-07-21T23:59:59.999").available()).isEqualTo(30);
            assertThat(shop.at("2026-07-22").available()).isZero();

            assertThat(shop.returns("o-1", "goods", 1).restored()).isEqualTo(30);
            assertThat(shop.available()).isZero();
        }

        @Test
        void lapsesAtOnceWhereThereIsNoGrace() {
            Shop shop = lapsed(Policy.RestoredAfterExpiry.LAPSE);
            assertThat(shop.returns("o-1", "goods", 1).restored()).isEqualTo(30);
            assertThat(shop.available()).isZero();
        }

        @Test
        void leavesTheOldDateToWhatIsHeldOfIt() {
            Shop shop = Shop.with(program()
                            .reward("thirty", discount("3.00").costs(30))
                            .expiry(Expiry.after(Period.ofDays(10)))
                            .holdsLast(Duration.ofDays(60)))
                    .at("2026-06-01T12:00");
            shop.buys("earned", "100.00");
            shop.buys(shop.order("o-1", line("goods", "6.00")).redeem("sixty"));
            shop.reserves(shop.order("holding", line("goods", "3.00")).redeem("thirty"));
            shop.passes(Duration.ofDays(20));
            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isEqualTo(60);

            shop.cancels("holding");
            assertThat(shop.available()).isEqualTo(60);
        }
    }

    @Nested
    class TheLotsThatPay {
        private String kept(Policy.PayingOrder policy) {
            Shop shop =
                    Shop.with(program().expiry(Expiry.after(Period.ofMonths(6))).policy(policy));
            shop.buys("old", "60.00");
            shop.passes(Period.ofDays(1))
                    .adopts(program().expiry(Expiry.after(Period.ofMonths(1))).policy(policy));
            shop.buys("soon", "60.00");
            shop.buys(shop.order("o-3", line("pin", "6.00")).redeem("sixty"));
            return shop.account().lots().get(0).source();
        }

        @Test
        void areThoseThatExpireSoonestOrTheOldest() {
            assertThat(kept(Policy.PayingOrder.SOONEST_EXPIRY)).isEqualTo("order/old@1");
            assertThat(kept(Policy.PayingOrder.OLDEST_FIRST)).isEqualTo("order/soon@1");
        }
    }

    @Test
    void anOrderWithoutLinesIsUndoneByItsCancellation() {
        Shop shop = Shop.with(program().earn("visit", points(5).forActivity("visit")));
        shop.buys(shop.order("o-1"));
        shop.cancels("o-1");
        assertThat(shop.journal().order("o-1").orElseThrow().state()).isEqualTo(OrderPosition.State.CANCELLED);
    }
}
