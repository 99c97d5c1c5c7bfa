package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.shop.Policy.RestoredAfterExpiry;
import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What members try in order to have more points, or keep them longer, than anybody promised; by the numbers of the list of abuses. */
final class PointsAbuseTest {
    @Nested
    @DisplayName("54: earning 100, spending 100 and returning the goods")
    final class Spending extends AbuseFixture {
        private long spendsAndReturns() {
            buys(ANA, "o-1", "100.00");
            loyalty.purchase(free(ANA, "o-2")).receipt();
            return loyalty.cancel(order(ANA, "o-1", "100.00")).receipt().shortfall();
        }

        @Test
        @DisplayName("54: leaves a debt of 100, which the next points pay first")
        void leavesADebt() {
            spendsAndReturns();
            has(ANA, 0, 100);

            buys(ANA, "o-3", "60.00");
            has(ANA, 0, 40);
            assertThat(loyalty.purchase(free(ANA, "o-4")).refusal())
                    .contains(new Refusal.InsufficientPoints("hundred", 100, 0));
            buys(ANA, "o-5", "60.00");
            has(ANA, 20, 0);
        }

        @Test
        @DisplayName("54: is told as a shortfall where nothing goes below zero")
        void isToldAsAShortfall() {
            loyalty = running(hundred().policy(ClawBack.WITHIN_BALANCE));

            assertThat(spendsAndReturns()).isEqualTo(100);
            has(ANA, 0, 0);
        }

        @Test
        @DisplayName("54: over and over gives no more goods than were paid for")
        void overAndOver() {
            for (int i = 0; i < 20; i++) {
                buys(ANA, "o-" + i, "100.00");
                loyalty.purchase(free(ANA, "free-" + i));
                loyalty.cancel(order(ANA, "o-" + i, "100.00")).receipt();
            }
            has(ANA, 0, 100);
        }
    }

    @Nested
    @DisplayName("55: points that wait until nothing can come back")
    final class Waiting extends AbuseFixture {
        @Test
        @DisplayName("55: cannot be spent at once, and a return takes them before they can")
        void cannotBeSpent() {
            loyalty = running(hundred().activation(Activation.after(Period.ofDays(14))));
            buys(ANA, "o-1", "100.00");

            Refusal insufficient = new Refusal.InsufficientPoints("hundred", 100, 0);
            assertThat(loyalty.purchase(free(ANA, "o-2")).refusal()).contains(insufficient);
            assertThat(loyalty.reserve(free(ANA, "o-2")).refusal()).contains(insufficient);
            clock.pass(Duration.ofDays(14).minusMillis(1));
            assertThat(loyalty.purchase(free(ANA, "o-2")).refusal()).contains(insufficient);
            loyalty.cancel(order(ANA, "o-1", "100.00")).receipt();
            clock.pass(Duration.ofDays(1));
            has(ANA, 0, 0);
            assertThat(account(ANA).pending()).isZero();
        }

        @Test
        @DisplayName("55: are spent at once where the program does not let them wait")
        void areSpentWhereNothingWaits() {
            buys(ANA, "o-1", "100.00");
            assertThat(loyalty.purchase(free(ANA, "o-2"))).isInstanceOf(Outcome.Applied.class);
        }
    }

    @Nested
    @DisplayName("56: spending points that are about to lapse, and cancelling")
    final class Refreshing extends AbuseFixture {
        private void earnsForAMonth(RestoredAfterExpiry policy) {
            loyalty = running(hundred().expiry(Expiry.after(Period.ofDays(30))).policy(policy));
            buys(ANA, "o-1", "100.00");
            clock.pass(Duration.ofDays(29));
        }

        @Test
        @DisplayName("56: brings them back into the same lot with the same expiry, however often")
        void bringsThemBackAsTheyWere() {
            earnsForAMonth(RestoredAfterExpiry.GRACE_30_DAYS);
            List<Lot> before = account(ANA).lots();
            for (int i = 0; i < 10; i++) {
                loyalty.purchase(free(ANA, "o-2-" + i)).receipt();
                loyalty.cancel(free(ANA, "o-2-" + i)).receipt();
                loyalty.reserve(free(ANA, "o-3-" + i)).receipt();
                loyalty.cancel(free(ANA, "o-3-" + i)).receipt();
            }

            assertThat(account(ANA).lots()).isEqualTo(before);
            clock.set("2026-07-01T23:00:00Z");
            has(ANA, 0, 0);
        }

        @Test
        @DisplayName("56: after they would have lapsed gives thirty days, once in their life")
        void givesGraceOnce() {
            earnsForAMonth(RestoredAfterExpiry.GRACE_30_DAYS);
            for (String id : List.of("o-2", "o-3")) {
                assertThat(loyalty.purchase(free(ANA, id)).refusal()).isEmpty();
                clock.pass(Duration.ofDays(29));
                has(ANA, 0, 0);
                loyalty.cancel(free(ANA, id)).receipt();
                has(ANA, id.equals("o-2") ? 100 : 0, 0);
                clock.pass(Duration.ofDays(5));
            }
        }

        @Test
        @DisplayName("56: after they would have lapsed gives nothing where the program says so")
        void givesNothing() {
            earnsForAMonth(RestoredAfterExpiry.LAPSE);
            loyalty.purchase(free(ANA, "o-2")).receipt();
            clock.pass(Duration.ofDays(29));
            loyalty.cancel(free(ANA, "o-2")).receipt();
            has(ANA, 0, 0);
        }
    }

    @Nested
    @DisplayName("57: sending points that are about to lapse to a friend and back")
    final class Sending extends TransferFixture {
        private Optional<Refusal> refusal(MemberId from, String id, long points, MemberId to) {
            return sends(from, id, points, to).refusal();
        }

        @Test
        @DisplayName("57: makes none of them last longer, however often")
        void makesNoneLastLonger() {
            loyalty = running(
                    program().transfers(Transfers.upTo(100_000).per(YEAR)).expiry(Expiry.after(Period.ofDays(30))));
            buys(ANA, "a-1", 100);
            Optional<Instant> expires = account(ANA).lots().get(0).expires();
            clock.pass(Duration.ofDays(29));
            for (int i = 0; i < 10; i++) {
                sends(ANA, "there-" + i, 100, BEN).receipt();
                sends(BEN, "back-" + i, 100, ANA).receipt();
            }

            has(ANA, 100);
            assertThat(account(ANA).lots()).extracting(Lot::expires).containsOnly(expires);
            clock.set("2026-07-01T23:00:00Z");
            has(ANA, 0);
            has(BEN, 0);
        }

        @Test
        @DisplayName("57: ends at what the program lets a member send in a year")
        void endsAtTheCap() {
            buys(ANA, "a-1", 600);
            sends(ANA, "g-1", 300, BEN).receipt();
            sends(BEN, "back", 300, ANA).receipt();

            assertThat(refusal(ANA, "g-2", 201, BEN)).contains(new Refusal.LimitReached("points sent per year", 500));
            sends(ANA, "g-3", 200, BEN).receipt();
            assertThat(refusal(ANA, "g-4", 1, BEN)).isPresent();
        }

        @Test
        @DisplayName("57: has to wait, there and back, where the program says so")
        void hasToWait() {
            loyalty = running(program().transfers(Transfers.upTo(500).per(YEAR).afterDays(30)));
            buys(ANA, "a-1", 100);
            Refusal none = new AccountRefusal.TransferNotAccepted(
                    "0 points can be sent now, the others 30 days after they were given");
            assertThat(refusal(ANA, "g-1", 1, BEN)).contains(none);
            clock.pass(Duration.ofDays(30));
            sends(ANA, "g-2", 100, BEN).receipt();
            clock.pass(Duration.ofDays(29));
            assertThat(refusal(BEN, "back", 1, ANA)).contains(none);
        }

        @Test
        @DisplayName("57: is not for points that wait or are reserved, and not where the program knows no transfers")
        void isNotForPointsThatWaitOrAreHeld() {
            buys(ANA, "a-1", 80);
            loyalty.reserve(order(ANA, "a-2", 10).redeem("eighty")).receipt();
            assertThat(refusal(ANA, "g-1", 1, BEN)).contains(new Refusal.InsufficientPoints("a transfer", 1, 0));
            loyalty = running(program()
                    .version("2")
                    .inForceFrom("2026-06-01T13:00")
                    .activation(Activation.after(Period.ofDays(14))));
            buys(RICH, "r-1", 80);
            assertThat(refusal(RICH, "g-1", 1, BEN)).contains(new Refusal.InsufficientPoints("a transfer", 1, 0));
            LoyaltyEngine without = running(Programs.plain().version("2").inForceFrom("2026-06-01T13:00"));
            loyalty = without;
            assertThat(refusal(ANA, "g-2", 1, BEN))
                    .contains(new AccountRefusal.TransferNotAccepted("the program has no transfers between members"));
        }
    }

    @Nested
    @DisplayName("60: an order paid with points or a gift card")
    final class Paying extends AbuseFixture {
        @Test
        @DisplayName("60: earns on what is left to pay alone, so that points earn no points")
        void earnsOnTheRest() {
            buys(ANA, "o-1", "100.00");

            assertThat(loyalty.purchase(order(ANA, "o-2", "50.00").redeem("hundred"))
                            .receipt()
                            .earned())
                    .isEqualTo(40);
            assertThat(loyalty.purchase(free(ANA, "o-3")).refusal()).isPresent();
        }

        @Test
        @DisplayName("60: earns on all of it where the program says so")
        void earnsOnAllWhereTheProgramSaysSo() {
            loyalty = running(hundred().policy(EarnOnPointsPaid.YES));
            buys(ANA, "o-1", "100.00");

            assertThat(loyalty.purchase(order(ANA, "o-2", "50.00").redeem("hundred"))
                            .receipt()
                            .earned())
                    .isEqualTo(50);
        }

        @Test
        @DisplayName("60: never goes round: spending all points again and again ends")
        void neverGoesRound() {
            buys(ANA, "o-0", "1000.00");
            long rounds = 0;
            while (loyalty.purchase(free(ANA, "free-" + rounds)).refusal().isEmpty()) {
                rounds++;
            }
            assertThat(rounds).isEqualTo(10);
            has(ANA, 0, 0);
        }

        @Test
        @DisplayName("60: with a gift card earns once: the card earns nothing where the program leaves it out")
        void aGiftCardEarnsOnce() {
            loyalty = running(hundred().excluding(category("gift-card")));
            Order card = Order.of(ANA, "card")
                    .currency("GBP")
                    .line(OrderLine.of("card", "100.00").category("gift-card"));
            assertThat(loyalty.purchase(card).receipt().earned()).isZero();
            buys(ANA, "paid-with-the-card", "100.00");
            has(ANA, 100, 0);
        }
    }

    @Nested
    @DisplayName("71: buying to reach a tier and returning it all")
    final class Climbing extends AbuseFixture {
        private ProgramBuilder tiered() {
            return hundred()
                    .tiers(TierLadder.bySpend()
                            .per(YEAR)
                            .keptThroughNextPeriod()
                            .base("BASE")
                            .tier("GOLD", 1_000))
                    .policy(CrossingOrder.NEW_TIER)
                    .earn("gold", multiplier("1").inTier("GOLD", "2"))
                    .earn("welcome-gold", points(500).perOrder().when(inTier("GOLD")));
        }

        private String tier() {
            return account(ANA).tier().code();
        }

        private Order climb() {
            return Order.of(ANA, "o-1")
                    .currency("GBP")
                    .line(OrderLine.of("thing", "100.00").times(10));
        }

        @Test
        @DisplayName("71: takes the spend, the tier and all the order's points back")
        void takesAllBack() {
            loyalty = running(tiered());
            loyalty.purchase(climb()).receipt();
            assertThat(tier()).isEqualTo("GOLD");
            has(ANA, 2_500, 0);

            loyalty.cancel(climb()).receipt();
            assertThat(tier()).isEqualTo("BASE");
            has(ANA, 0, 0);
            assertThat(loyalty.purchase(order(ANA, "o-2", "10.00")).receipt().earned())
                    .isEqualTo(10);
        }

        @Test
        @DisplayName("71: takes the tier back with the piece that falls below its threshold, and again another year")
        void takesTheTierBackWithAPiece() {
            loyalty = running(tiered());
            loyalty.purchase(climb()).receipt();
            loyalty.refund(Refund.of(climb(), "rma-1").line("thing", 1)).receipt();
            assertThat(tier()).isEqualTo("BASE");

            buys(ANA, "o-2", "100.00");
            assertThat(tier()).isEqualTo("GOLD");
            clock.set("2027-02-01T12:00:00Z");
            assertThat(tier()).isEqualTo("GOLD");
            loyalty.cancel(order(ANA, "o-2", "100.00")).receipt();
            assertThat(tier()).isEqualTo("BASE");
        }

        @Test
        @DisplayName("71: leaves the tier where the program says so, which the linter doubts")
        void leavesTheTierWhereTheProgramSaysSo() {
            ProgramBuilder kept = tiered().policy(TierOnReturn.KEPT);
            loyalty = running(kept);
            loyalty.purchase(climb()).receipt();
            loyalty.cancel(climb()).receipt();

            assertThat(tier()).isEqualTo("GOLD");
            has(ANA, 0, 0);
            assertThat(kept.build().lint())
                    .anyMatch(finding ->
                            finding.toString().contains("TierOnReturn.KEPT gives status for a returned order"));
        }
    }
}
