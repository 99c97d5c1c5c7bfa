package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.REDEEMED;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a hold whose time is over, and of one whose points' time is. */
class HoldTimesTest {
    private static ProgramBuilder program() {
        return aPointPerDollar()
                .reward("a", discount("1.00").costs(60))
                .reward("b", discount("2.00").costs(100))
                .reward("c", discount("1.00").costs(40));
    }

    private static Order order(Shop shop, String... rewards) {
        return shop.order("o-1", line("pin", "2.00")).redeemAll(List.of(rewards));
    }

    private static List<Posting.Kind> kinds(Shop shop, int skipped) {
        return shop.journal().postings().stream()
                .skip(skipped)
                .map(posting -> posting.header().kind())
                .toList();
    }

    @Nested
    class TimeOutAndCaptureAtOneMillisecond {
        private final Shop shop = Shop.with(program().holdsLast(Duration.ofHours(1)));
        private Instant end = shop.now();

        private void holding(Shop till) {
            till.buys("earned", "100.00");
            till.reserves(order(till, "b")).receipt();
            end = till.now().plus(Duration.ofHours(1));
        }

        @Test
        void theCaptureWinsAMillisecondBefore() {
            holding(shop);
            Receipt receipt = shop.at(end.minusMillis(1)).buys(order(shop, "b"));

            assertThat(kinds(shop, 2)).containsExactly(Posting.Kind.COMMAND);
            assertThat(receipt.posting().moved(HELD, REDEEMED)).isEqualTo(100);
        }

        @Test
        void theTimeOutWinsAndTheOrderTakesThePointsAgain() {
            holding(shop);
            Receipt receipt = shop.at(end).buys(order(shop, "b"));

            assertThat(kinds(shop, 2)).containsExactly(Posting.Kind.TIME, Posting.Kind.COMMAND);
            assertThat(receipt.redeemed()).isEqualTo(100);
            assertThat(shop.account().held()).isZero();
        }

        @Test
        void theTimeOutWinsAndWhoeverBuysFirstHasThePoints() {
            holding(shop);
            shop.at(end).buys(shop.order("o-2", line("pin", "2.00")).redeem("a"));

            assertThat(shop.tries(order(shop, "b")).refusal()).contains(new Refusal.InsufficientPoints("b", 100, 41));
        }

        @Test
        void theTimeOutWinsWhateverRunDueHasBooked() {
            holding(shop);
            Shop swept = Shop.with(program().holdsLast(Duration.ofHours(1)));
            holding(swept);
            swept.at(end).engine().runDue(end);

            shop.at(end).buys(order(shop, "b"));
            swept.buys(order(swept, "b"));

            assertThat(swept.journal().postings())
                    .as("the same journal, hash for hash")
                    .isEqualTo(shop.journal().postings());
        }
    }

    @Nested
    class PointsWhoseTimeEndsWhileTheyAreHeld {
        private Shop holding(ProgramBuilder program, String... rewards) {
            Shop shop = Shop.with(program.holdsLast(Duration.ofDays(20)).expiry(Expiry.after(Period.ofDays(5))));
            shop.buys("earned", "100.00");
            shop.reserves(order(shop, rewards)).receipt();
            shop.passes(Period.ofDays(10));
            assertThat(shop.account().held()).as("held points never lapse").isEqualTo(100);
            return shop;
        }

        @Test
        void lapseWithinTheReleaseItself() {
            Shop shop = holding(program(), "b");
            Posting release = shop.cancels("o-1").posting();

            assertThat(shop.available()).isZero();
            assertThat(release.moved(HELD, AVAILABLE)).isEqualTo(100);
            assertThat(lapsed(shop)).isEqualTo(100);
            assertThat(shop.store().due(shop.now(), 1)).isEmpty();
        }

        @Test
        void areCapturedInPartAndLapseInPart() {
            Shop shop = holding(program(), "a", "c");
            Receipt receipt = shop.buys(order(shop, "a"));

            assertThat(receipt.redeemed()).isEqualTo(60);
            assertThat(receipt.posting().moved(HELD, REDEEMED)).isEqualTo(60);
            assertThat(receipt.posting().moved(HELD, AVAILABLE)).isEqualTo(40);
            assertThat(lapsed(shop)).isEqualTo(40);
            assertThat(shop.available()).isEqualTo(1);
        }

        @Test
        void haveThirtyDaysOfGraceWhenTheyComeBackAfterTheCapture() {
            Shop shop = holding(program(), "b");
            shop.buys(order(shop, "b"));
            shop.passes(Period.ofDays(2));
            assertThat(shop.cancels("o-1").restored()).isEqualTo(100);

            assertThat(shop.available()).isEqualTo(100);
            assertThat(shop.account().lots()).allMatch(lot -> lot.expires().isPresent());
            Instant end = shop.now()
                    .atZone(shop.current().zone())
                    .toLocalDate()
                    .plusDays(31)
                    .atStartOfDay(shop.current().zone())
                    .toInstant();
            assertThat(shop.at(end.minusMillis(1)).available()).isEqualTo(100);
            assertThat(shop.at(end).available()).isZero();
        }

        @Test
        void lapseAtOnceWhenTheyComeBackIfTheProgramSaysSo() {
            Shop shop = holding(program().policy(Policy.RestoredAfterExpiry.LAPSE), "b");
            shop.buys(order(shop, "b"));
            Posting back = shop.cancels("o-1").posting();

            assertThat(back.moved(REDEEMED, AVAILABLE)).isEqualTo(100);
            assertThat(back.moved(AVAILABLE, EXPIRED)).isEqualTo(100);
            assertThat(shop.available()).isZero();
            assertThat(shop.account().lots()).isEmpty();
        }
    }

    /** Points that lapsed in what was booked just now. */
    private static long lapsed(Shop shop) {
        return shop.journal().postings().stream()
                .filter(posting -> posting.header().recordedAt().equals(shop.now()))
                .mapToLong(posting -> posting.moved(AVAILABLE, EXPIRED))
                .sum();
    }
}
