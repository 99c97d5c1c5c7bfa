package io.loyalty4j.earn;

import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SpinTest {
    private static final Prizes WHEEL =
            Prizes.draw().points(500, "1").points(20, "30").reward("thanks", "4");

    private final HandClock clock = HandClock.at("2026-11-21T12:00:00Z");
    private final LoyaltyStore store = LoyaltyStore.inMemory();

    private static ProgramBuilder wheel(EarnRule rule) {
        return Shop.program()
                .earn("wheel", rule)
                .reward("thanks", Reward.discount("5.00").free().withVoucher(Duration.ofDays(3)));
    }

    private LoyaltyEngine spinning(EarnRule rule, long seed) {
        return engine(rule, LoyaltyStore.inMemory(), seed);
    }

    private LoyaltyEngine engine(EarnRule rule, LoyaltyStore where, long seed) {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return LoyaltyEngine.builder(wheel(rule).build())
                .store(where)
                .clock(clock)
                .chance(chance)
                .build();
    }

    private static Receipt spins(LoyaltyEngine loyalty, String id) {
        return loyalty.record(Activity.of(Shop.ANA, "spin", id)).receipt();
    }

    private static String prize(Receipt receipt) {
        return receipt.draws().get(0).prize();
    }

    private static EarnRule always(long points) {
        return spin(Prizes.draw().points(points, "100")).forActivity("spin");
    }

    private static EarnRule never() {
        return spin(Prizes.draw().points(1, "0")).forActivity("spin");
    }

    @Nested
    class TheOdds {
        private static final int DRAWS = 20_000;

        @Test
        void areAsStated() {
            LoyaltyEngine loyalty = spinning(spin(WHEEL).forActivity("spin"), 42);
            Map<String, Integer> drawn = new HashMap<>();
            for (int i = 0; i < DRAWS; i++) {
                Activity one = Activity.of(MemberId.of(i), "spin", "s");
                drawn.merge(prize(loyalty.record(one).receipt()), 1, Integer::sum);
            }
            assertThat(drawn.keySet())
                    .containsExactlyInAnyOrder("500 points", "20 points", "the reward thanks", "nothing");
            assertThat(share(drawn, "500 points")).isCloseTo(0.01, within(0.003));
            assertThat(share(drawn, "20 points")).isCloseTo(0.30, within(0.013));
            assertThat(share(drawn, "the reward thanks")).isCloseTo(0.04, within(0.006));
            assertThat(share(drawn, "nothing")).isCloseTo(0.65, within(0.014));
        }

        private static double share(Map<String, Integer> drawn, String prize) {
            return drawn.getOrDefault(prize, 0) / (double) DRAWS;
        }

        @Test
        void areSectorsOfTheWheelThatBeginWithTheFirstPrize() {
            assertThat(WHEEL.at(BigDecimal.ZERO).orElseThrow().worth()).isEqualTo(500);
            assertThat(WHEEL.at(new BigDecimal("0.999999")).orElseThrow().worth())
                    .isEqualTo(500);
            assertThat(WHEEL.at(BigDecimal.ONE).orElseThrow().worth()).isEqualTo(20);
            assertThat(WHEEL.at(new BigDecimal("30.999999")).orElseThrow().worth())
                    .isEqualTo(20);
            assertThat(WHEEL.at(new BigDecimal("31")).orElseThrow().reward()).contains("thanks");
            assertThat(WHEEL.at(new BigDecimal("35"))).isEmpty();
        }

        @Test
        void ofCertaintyAndOfNothingAreJustThat() {
            LoyaltyEngine sure = spinning(always(7), 1);
            LoyaltyEngine none = spinning(never(), 1);
            for (int i = 0; i < 200; i++) {
                assertThat(spins(sure, "s-" + i).earned()).isEqualTo(7);
                assertThat(prize(spins(none, "s-" + i))).isEqualTo("nothing");
            }
        }
    }

    @Nested
    class ADraw {
        @Test
        void isMadeOnceForAnActivityHoweverOftenItIsSent() {
            LoyaltyEngine loyalty = spinning(spin(WHEEL).forActivity("spin"), 7);
            for (int i = 0; i < 50; i++) {
                Receipt first = spins(loyalty, "s-" + i);
                Outcome again = loyalty.record(Activity.of(Shop.ANA, "spin", "s-" + i));
                assertThat(again).isInstanceOf(Outcome.Replayed.class);
                assertThat(again.receipt().draws()).isEqualTo(first.draws());
            }
        }

        @Test
        void comesOutTheSameWithTheSameSeed() {
            assertThat(prizes(99)).isEqualTo(prizes(99)).isNotEqualTo(prizes(100));
        }

        private List<String> prizes(long seed) {
            LoyaltyEngine loyalty = spinning(spin(WHEEL).forActivity("spin"), seed);
            return IntStream.range(0, 40)
                    .mapToObj(i -> prize(spins(loyalty, "s-" + i)))
                    .toList();
        }

        @Test
        void isAnotherForEachRule() {
            LoyaltyEngine loyalty = LoyaltyEngine.builder(Shop.program()
                            .earn("a", spin(Prizes.draw().points(1, "50")).forActivity("spin"))
                            .earn("b", spin(Prizes.draw().points(1, "50")).forActivity("spin"))
                            .build())
                    .build();
            long differ = IntStream.range(0, 200)
                    .mapToObj(i -> spins(loyalty, "s-" + i).draws())
                    .filter(draws -> !draws.get(0).prize().equals(draws.get(1).prize()))
                    .count();
            assertThat(differ).isBetween(50L, 150L);
        }

        @Test
        void isToldAlsoWhereNothingIsWon() {
            Receipt receipt = spins(spinning(never(), 1), "s-1");
            assertThat(receipt.draws()).containsExactly(new Change.Drawn("wheel", "nothing"));
            assertThat(receipt.explain()).contains("wheel drew nothing");
        }

        @Test
        void mayGiveAReward() {
            LoyaltyEngine loyalty =
                    engine(spin(Prizes.draw().reward("thanks", "100")).forActivity("spin"), store, 1);
            spins(loyalty, "s-1");
            assertThat(loyalty.quote(Shop.with(wheel(never())).order("o", Shop.line("a", "9.00")))
                            .reward("thanks")
                            .orElseThrow()
                            .takeable())
                    .isTrue();
        }
    }

    @Nested
    class OnceADay {
        @Test
        void isADrawNotAPrize() {
            LoyaltyEngine loyalty = spinning(never().oncePer(DAY), 1);
            assertThat(spins(loyalty, "s-1").draws()).hasSize(1);
            assertThat(spins(loyalty, "s-2").draws()).isEmpty();
            clock.pass(Duration.ofDays(1));
            assertThat(spins(loyalty, "s-3").draws()).hasSize(1);
        }

        @Test
        void isGivenBackWithARetraction() {
            LoyaltyEngine loyalty = spinning(always(5).oncePer(DAY), 1);
            spins(loyalty, "s-1");
            loyalty.execute(Activity.of(Shop.ANA, "spin", "s-1").retraction()).receipt();
            assertThat(spins(loyalty, "s-2").earned()).isEqualTo(5);
            assertThat(loyalty.account(Shop.ANA).available()).isEqualTo(5);
        }
    }

    @Nested
    class ABudgetOfPrizes {
        @Test
        void givesAPrizeWholeOrNotAtAllAndIsNeverOverdrawn() {
            LoyaltyEngine loyalty = engine(always(300).atMostPoints(1_000).inAll(), store, 1);
            assertThat(IntStream.range(0, 5)
                            .mapToObj(i -> spins(loyalty, "s-" + i).earned()))
                    .containsExactly(300L, 300L, 300L, 0L, 0L);
            assertThat(store.taken("budget/test/wheel/points")).isEqualTo(900);
        }

        @Test
        void leavesASmallerPrizeRoom() {
            Prizes prizes = Prizes.draw().points(300, "50").points(100, "50");
            LoyaltyEngine loyalty =
                    engine(spin(prizes).forActivity("spin").atMostPoints(1_000).inAll(), store, 5);
            for (int i = 0; i < 60; i++) {
                spins(loyalty, "s-" + i);
            }
            assertThat(store.taken("budget/test/wheel/points")).isEqualTo(1_000);
            assertThat(loyalty.account(Shop.ANA).available()).isEqualTo(1_000);
        }

        @Test
        void ofOneMemberIsWholeOrNotAtAllToo() {
            LoyaltyEngine loyalty = spinning(always(300).atMostPoints(500).per(DAY), 1);
            assertThat(spins(loyalty, "s-1").earned()).isEqualTo(300);
            assertThat(spins(loyalty, "s-2").earned()).isZero();
        }
    }
}
