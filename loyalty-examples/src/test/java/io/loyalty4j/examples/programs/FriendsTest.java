package io.loyalty4j.examples.programs;

import static io.loyalty4j.examples.programs.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FriendsTest {
    private final Shop shop = Shop.running(Friends.program()).at("2026-03-02T12:00");

    @Nested
    class WhenAFriendComes {
        private final String token =
                shop.tries(Referral.invite(shop.member())).receipt().code().orElseThrow();

        private void comes(String friend) {
            shop.tries(Referral.accept(shop.serves(friend).member(), token)).receipt();
        }

        @Test
        void bothArePaidWhenTheOrderCanComeBackNoMore() {
            comes("ben");
            shop.buys("30.00");
            assertThat(shop.account().pending()).isEqualTo(200);
            assertThat(shop.points()).isEqualTo(30);
            assertThat(shop.serves("ana").account().pending()).isEqualTo(500);

            shop.passes(Period.ofDays(31));
            assertThat(shop.points()).isEqualTo(500);
            assertThat(shop.serves("ben").points()).isEqualTo(230);
        }

        @Test
        void bothLoseItWithTheOrder() {
            comes("ben");
            Order order = shop.order(line("soap", "30.00"));
            shop.buys(order);
            shop.tries(order.cancellation());
            assertThat(shop.account().pending()).isZero();
            assertThat(shop.serves("ana").account().pending()).isZero();
        }

        @Test
        void itIsTheFirstOrderFrom25OnThatCounts() {
            comes("ben");
            shop.buys("24.99");
            assertThat(shop.serves("ana").account().pending()).isZero();
            shop.serves("ben").buys("25.00");
            shop.serves("ben").buys("25.00");
            assertThat(shop.serves("ana").account().pending()).isEqualTo(500);
        }

        @Test
        void tenFriendsAYearArePaidFor() {
            for (int friend = 1; friend <= 11; friend++) {
                comes("friend-" + friend);
                shop.buys("25.00");
            }
            assertThat(shop.account().pending()).as("the eleventh friend's").isEqualTo(200);
            assertThat(shop.serves("ana").account().pending()).isEqualTo(5_000);
        }

        @Test
        void nobodyBringsThemselves() {
            shop.tries(Member.of(shop.member()).person("card-4711"));
            shop.tries(Member.of(MemberId.of("ana-2")).person("card-4711"));
            assertThat(shop.tries(Referral.accept(MemberId.of("ana-2"), token)).refusal())
                    .contains(new Refusal.ReferralNotAccepted("nobody brings themselves"));
        }
    }

    @Nested
    class TheWelcome {
        @Test
        void isForWhoReviewsReadsAndBuysTwiceInThirtyDays() {
            shop.tries(Member.of(shop.member()));
            shop.buys("5.00");
            shop.does("review");
            shop.does("newsletter");
            assertThat(shop.at("2026-03-31T12:00").buys("5.00").awards())
                    .extracting(Award::rule, Award::points)
                    .contains(tuple("welcome", 500L));
            assertThat(shop.buys("5.00").earned()).isEqualTo(5);
        }

        @Test
        void canBeMetByTheReviewAsWell() {
            shop.buys("5.00");
            shop.buys("5.00");
            shop.does("newsletter");
            assertThat(shop.does("review").earned()).isEqualTo(500);
        }

        @Test
        void isOverAfterThirtyDays() {
            shop.tries(Member.of(shop.member()));
            shop.buys("5.00");
            shop.does("review");
            shop.does("newsletter");
            assertThat(shop.at("2026-04-01T12:00").buys("5.00").earned()).isEqualTo(5);
        }
    }

    @Nested
    class TheQuartersGoal {
        @Test
        void gives50WithTheOrderThatReaches500AndAgainInTheNextQuarter() {
            assertThat(shop.buys("499.00").earned()).isEqualTo(499);
            assertThat(shop.buys("1.00").earned()).isEqualTo(1 + 50);
            assertThat(shop.buys("600.00").earned()).isEqualTo(600);
            assertThat(shop.at("2026-04-01").buys("500.00").awards())
                    .extracting(Award::rule, Award::points)
                    .containsExactlyInAnyOrder(tuple("base", 500L), tuple("quarter", 50L));
        }

        @Test
        void goesWithTheGoods() {
            Order order = shop.order(line("chair", "500.00"));
            shop.buys(order);
            shop.returns(order, "chair", 1);
            assertThat(shop.points()).isZero();
            assertThat(shop.buys("500.00").earned()).isEqualTo(550);
        }
    }

    @Nested
    class TheWheel {
        private Receipt spins() {
            return shop.passes(Period.ofDays(1)).does("spin");
        }

        private Receipt spinsUntilItStopsAt(String prize) {
            Receipt spin = spins();
            while (!spin.draws().get(0).prize().equals(prize)) {
                spin = spins();
            }
            return spin;
        }

        @Test
        void givesWhatItStopsAt() {
            assertThat(spinsUntilItStopsAt("20 points").earned()).isEqualTo(20);
            assertThat(spinsUntilItStopsAt("nothing").earned()).isZero();
            assertThat(spinsUntilItStopsAt("500 points").earned()).isEqualTo(500);
        }

        @Test
        void stopsAtTheSamePlaceWhenTheSpinIsSentAgain() {
            var spin = shop.activity("spin");
            assertThat(shop.tries(spin).receipt()).isEqualTo(shop.tries(spin).receipt());
        }

        @Test
        void canBeSpunOnceADayAlsoByWhoWonNothing() {
            spinsUntilItStopsAt("nothing");
            Receipt second = shop.does("spin");
            assertThat(second.draws()).isEmpty();
            assertThat(second.earned()).isZero();
        }

        @Test
        @DisplayName("X5: a thank-you code works once, and for 72 hours")
        void givesAVoucherThatWorksOnceAndNotForEver() {
            spinsUntilItStopsAt("the reward thanks-5");
            shop.passes(Duration.ofHours(71));
            Order order = shop.order(line("soap", "20.00")).redeem("thanks-5");
            assertThat(shop.buys(order).discount()).contains(Money.of("5.00", "EUR"));
            assertThat(shop.tries(shop.order(line("soap", "20.00")).redeem("thanks-5"))
                            .refusal())
                    .isPresent();

            spinsUntilItStopsAt("the reward thanks-5");
            shop.passes(Duration.ofDays(3));
            assertThat(shop.tries(shop.order(line("soap", "20.00")).redeem("thanks-5"))
                            .refusal())
                    .isPresent();
        }
    }
}
