package io.loyalty4j.examples.programs;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.Then;
import io.loyalty4j.testing.When;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FriendsTest {
    private static final OrderLine SOAP = line("soap", "20.00");

    private final LoyaltyScenario scenario =
            LoyaltyScenario.of(Friends.program()).at("2026-03-02").chance(7);
    private final When ana = scenario.when("ana");

    @AfterEach
    void theBooksAreSound() {
        Books.areSound(scenario, "ana", "ben");
    }

    private Then buys(String price) {
        return ana.buys(line("goods", price)).then();
    }

    @Nested
    class WhenAFriendComes {
        private final String token = ana.sends(Referral.invite(MemberId.of("ana")))
                .outcome()
                .receipt()
                .code()
                .orElseThrow();

        private When comes(String friend) {
            return scenario.when(friend)
                    .sends(Referral.accept(MemberId.of(friend), token))
                    .and();
        }

        @Test
        void bothArePaidWhenTheOrderCanComeBackNoMore() {
            comes("ben")
                    .buys(line("soap", "30.00"))
                    .then("ben")
                    .pending(200)
                    .available(30)
                    .then("ana")
                    .pending(500);

            ana.timePasses(Period.ofDays(31))
                    .then("ana")
                    .available(500)
                    .then("ben")
                    .available(230);
        }

        @Test
        void bothLoseItWithTheOrder() {
            comes("ben").order("B-1").buys(line("soap", "30.00")).and().cancels("B-1");
            scenario.then("ben").pending(0).then("ana").pending(0);
        }

        @Test
        void itIsTheFirstOrderFrom25OnThatCounts() {
            When ben = comes("ben");
            ben.buys(line("soap", "24.99")).then("ana").pending(0);
            ben.buys(line("soap", "25.00")).and().buys(line("soap", "25.00"));
            scenario.then("ana").pending(500);
        }

        @Test
        void tenFriendsAYearArePaidFor() {
            for (int friend = 1; friend <= 11; friend++) {
                comes("friend-" + friend).buys(line("soap", "25.00"));
            }
            scenario.then("friend-11").pending(200).then("ana").pending(5_000);
        }

        @Test
        void nobodyBringsThemselves() {
            MemberId second = MemberId.of("ana-2");
            ana.sends(Member.of(MemberId.of("ana")).person("card-4711"))
                    .and()
                    .sends(Member.of(second).person("card-4711"))
                    .and()
                    .sends(Referral.accept(second, token))
                    .then()
                    .refused(new Refusal.ReferralNotAccepted("nobody brings themselves"));
        }
    }

    @Nested
    class TheWelcome {
        @Test
        void isForWhoReviewsReadsAndBuysTwiceInThirtyDays() {
            scenario.given("ana");
            buys("5.00");
            ana.does("review").and().does("newsletter").and().timeIs("2026-03-31");
            buys("5.00").awarded("welcome", 500);
            buys("5.00").earned(5);
        }

        @Test
        void canBeMetByTheReviewAsWell() {
            buys("5.00");
            buys("5.00");
            ana.does("newsletter").and().does("review").then().earned(500);
        }

        @Test
        void isOverAfterThirtyDays() {
            scenario.given("ana");
            buys("5.00");
            ana.does("review").and().does("newsletter").and().timeIs("2026-04-01");
            buys("5.00").earned(5);
        }
    }

    @Nested
    class TheQuartersGoal {
        @Test
        void gives50WithTheOrderThatReaches500AndAgainInTheNextQuarter() {
            buys("499.00").earned(499);
            buys("1.00").earned(1 + 50);
            buys("600.00").earned(600);
            ana.timeIs("2026-04-01T00:00");
            buys("500.00").earned(550).awarded("base", 500).awarded("quarter", 50);
        }

        @Test
        void goesWithTheGoods() {
            ana.order("A-1").buys(line("chair", "500.00"));
            ana.returns("A-1", "chair", 1).then().available(0);
            buys("500.00").earned(550);
        }
    }

    @Nested
    class TheWheel {
        private Receipt spins() {
            return ana.timePasses(Period.ofDays(1)).and().does("spin").outcome().receipt();
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
            var spin = ana.sends(Activity.of(MemberId.of("ana"), "spin", "s-1"));
            var again = spin.and().repeats(1);
            again.then().replayed();
            assertThat(again.outcome().receipt()).isEqualTo(spin.outcome().receipt());
        }

        @Test
        void canBeSpunOnceADayAlsoByWhoWonNothing() {
            spinsUntilItStopsAt("nothing");
            Receipt second = ana.does("spin").outcome().receipt();
            assertThat(second.draws()).isEmpty();
            assertThat(second.earned()).isZero();
        }

        @Test
        @DisplayName("X5: a thank-you code works once, and for 72 hours")
        void givesAVoucherThatWorksOnceAndNotForEver() {
            spinsUntilItStopsAt("the reward thanks-5");
            ana.timePasses(Duration.ofHours(71));
            ana.redeeming("thanks-5").buys(SOAP).then().discounted("5.00");
            ana.redeeming("thanks-5").buys(SOAP).then().refused(Refusal.RewardNotOffered.class);

            spinsUntilItStopsAt("the reward thanks-5");
            ana.timePasses(Duration.ofDays(3));
            ana.redeeming("thanks-5").buys(SOAP).then().refused(Refusal.RewardNotOffered.class);
        }
    }
}
