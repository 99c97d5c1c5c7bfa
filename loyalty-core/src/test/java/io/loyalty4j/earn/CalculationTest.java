package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CalculationTest {
    private static List<String> awards(Receipt receipt) {
        return receipt.awards().stream()
                .map(award -> award.rule() + " " + award.line().orElse("whole") + " " + award.points())
                .toList();
    }

    private static Receipt bought(ProgramBuilder program, OrderLine... lines) {
        return Shop.with(program).buys("o-1", lines);
    }

    @Nested
    class WhatRulesGive {
        @Test
        void perPieceAndPerOrderAreNotMultiplied() {
            Receipt receipt = bought(
                    aPointPerDollar()
                            .earn("each", points(5).perItem())
                            .earn("order", points(7).perOrder())
                            .earn("triple", multiplier(3)),
                    line("pin", "2.00").times(3));

            assertThat(awards(receipt))
                    .containsExactlyInAnyOrder("base pin 6", "each pin 15", "order whole 7", "triple pin 12");
        }

        @Test
        void blocksAreCountedOnTheMatchedLinesTogether() {
            Receipt receipt = bought(
                    Shop.program().earn("blocks", points(10).perWhole("10").on(category("x"))),
                    line("a", "6.00").category("x"),
                    line("b", "5.00").category("x"),
                    line("c", "9.00"));

            assertThat(awards(receipt)).containsExactlyInAnyOrder("blocks a 5", "blocks b 5");
        }

        @Test
        void doubledBlocksAreTwiceTheBlocks() {
            assertThat(bought(
                                    Shop.program()
                                            .earn("blocks", points(10).perWhole("2.00"))
                                            .earn("twice", multiplier(2)),
                                    line("a", "3.50"),
                                    line("b", "3.50"))
                            .earned())
                    .isEqualTo(60);
        }

        @Test
        void aMultiplierOfSomeLinesLeavesTheOthersAlone() {
            Receipt receipt = bought(
                    aPointPerDollar().earn("four", multiplier(4).on(category("fragrance"))),
                    line("perfume", "60.00").category("fragrance"),
                    line("soap", "10.00"));

            assertThat(awards(receipt))
                    .containsExactlyInAnyOrder("base perfume 60", "base soap 10", "four perfume 180");
        }

        @Test
        void whatIsExceptedDoesNotEarn() {
            assertThat(bought(
                                    Shop.program()
                                            .earn("base", points(1).per("1").except(category("sale"))),
                                    line("a", "10.00"),
                                    line("b", "10.00").category("sale"))
                            .earned())
                    .isEqualTo(10);
        }
    }

    @ParameterizedTest
    @CsvSource({"FLOOR_PER_ORDER, 5", "FLOOR_PER_LINE, 4", "FLOOR_PER_AWARD, 2", "HALF_UP, 5", "UP, 6"})
    void fractionsGoWhereTheProgramSays(Rounding rounding, long points) {
        // 1.70 x 1.5 = 2.55 on each of two lines, and 0.15 that no line has alone
        assertThat(bought(
                                aPointPerDollar()
                                        .earn("half", multiplier("1.5"))
                                        .policy(rounding),
                                line("a", "1.70"),
                                line("b", "1.70"))
                        .earned())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"1.49, HALF_UP, 1", "1.50, HALF_UP, 2", "1.01, UP, 2", "1.00, UP, 1", "0.00, UP, 0"})
    void halfUpAndUpMeanWhatTheySay(String price, Rounding rounding, long points) {
        assertThat(bought(aPointPerDollar().policy(rounding), line("a", price)).earned())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"ADD, 450", "MULTIPLY, 600", "BEST, 400"})
    void multipliersStackAsTheProgramSays(Stacking stacking, long points) {
        assertThat(bought(
                                aPointPerDollar()
                                        .earn("tier", multiplier("1.5"))
                                        .earn("week", multiplier(4))
                                        .policy(stacking),
                                line("a", "100.00"))
                        .earned())
                .isEqualTo(points);
    }

    @Nested
    class Shares {
        @Test
        void theMissingPointGoesToTheLargestFraction() {
            assertThat(awards(bought(aPointPerDollar(), line("a", "1.40"), line("b", "1.60"))))
                    .containsExactlyInAnyOrder("base a 1", "base b 2");
        }

        @Test
        void tiesGoToTheRuleThatSortsFirst() {
            assertThat(awards(bought(
                            Shop.program()
                                    .earn("z", points(1).per("1"))
                                    .earn("a", points(1).per("1")),
                            line("x", "0.50"))))
                    .containsExactly("a x 1");
        }

        @Test
        void theOrderInWhichRulesAreListedIsOfNoAccount() {
            ProgramBuilder one = aPointPerDollar().earn("m", multiplier("1.3")).earn("n", multiplier("1.7"));
            ProgramBuilder other = Shop.program()
                    .earn("n", multiplier("1.7"))
                    .earn("m", multiplier("1.3"))
                    .earn("base", points(1).per("1.00"));
            OrderLine[] lines = {line("x", "3.33"), line("y", "7.77")};
            assertThat(awards(bought(one.policy(Stacking.MULTIPLY), lines)))
                    .isEqualTo(awards(bought(other.policy(Stacking.MULTIPLY), lines)));
        }
    }

    @Nested
    class Money {
        @Test
        void anOrderLevelDiscountIsSpreadExactly() {
            Shop shop = Shop.with(aPointPerDollar());
            Order order = shop.order("o-1", line("a", "10.00"), line("b", "10.00"), line("c", "10.00"))
                    .less("10.00");
            assertThat(shop.engine().quote(order).toPay()).hasToString("20.00 USD");
            assertThat(awards(shop.buys(order))).containsExactlyInAnyOrder("base a 6", "base b 7", "base c 7");
        }

        @Test
        void threeDecimalsSurvive() {
            assertThat(bought(
                                    Shop.program()
                                            .currency("GBP")
                                            .earn("base", points(1000).per("1")),
                                    line("a", "0.001").times(3))
                            .earned())
                    .isEqualTo(3);
        }

        @Test
        void yenHaveNoDecimals() {
            Shop shop = Shop.with(
                    Shop.program().currency("JPY").earn("base", points(1).per("100")));
            assertThat(shop.buys(shop.order("o-1", line("a", "333"), line("b", "333"), line("c", "333"))
                                    .less("100"))
                            .earned())
                    .isEqualTo(8);
            assertThat(shop.returns("o-1", "a", 1).revoked()).isEqualTo(2);
            assertThat(shop.available()).isEqualTo(6);
        }

        @Test
        void aLinesOwnDiscountDoesNotEarn() {
            assertThat(bought(aPointPerDollar(), line("a", "10.00").times(3).less("5.50"))
                            .earned())
                    .isEqualTo(24);
        }
    }

    /** Over many random carts: awards add up, and a quote is what the purchase then gives. */
    @ParameterizedTest
    @EnumSource(Rounding.class)
    void aQuoteIsThePurchaseThatFollows(Rounding rounding) {
        Random random = new Random(20261121L);
        for (Stacking stacking : Stacking.values()) {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("blocks", points(3).perWhole("7.50").on(category("a")))
                    .earn("half", multiplier("1.5").on(category("b")))
                    .earn("third", multiplier("1.333").when(Conditions.orderFrom("40")))
                    .earn("each", points(2).perItem().on(Conditions.quantityFrom(3)))
                    .earn("bonus", points(50).perOrder().when(Conditions.anyLine(category("a", "b"))))
                    .excluding(category("gift-card"))
                    .reward("five", discount("5.00").costs(40))
                    .policy(rounding)
                    .policy(stacking));
            for (int i = 0; i < 60; i++) {
                Order order = cart(shop, random, i);
                Quote quote = shop.engine().quote(order);
                Receipt receipt = shop.buys(quote.refusal().isEmpty() ? order : order.withoutRewards());

                assertThat(receipt.awards()).isEqualTo(quote.awards());
                assertThat(receipt.earned())
                        .isEqualTo(quote.points())
                        .isEqualTo(receipt.awards().stream()
                                .mapToLong(Award::points)
                                .sum());
                order.lines()
                        .forEach(line -> assertThat(quote.pointsOf(line.id()))
                                .isEqualTo(receipt.awards().stream()
                                        .filter(award -> award.line()
                                                .filter(line.id()::equals)
                                                .isPresent())
                                        .mapToLong(Award::points)
                                        .sum()));
            }
            shop.account();
        }
    }

    private static Order cart(Shop shop, Random random, int number) {
        OrderLine[] lines = new OrderLine[1 + random.nextInt(5)];
        String[] categories = {"a", "b", "c", "gift-card"};
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line("l-" + i, random.nextInt(30) + "." + (100 + random.nextInt(900)))
                    .times(1 + random.nextInt(4))
                    .category(categories[random.nextInt(4)])
                    .category(categories[random.nextInt(3)]);
        }
        Order order = shop.order("o-" + number, lines);
        boolean cheap = Arrays.stream(lines).allMatch(line -> line.price().signum() == 0);
        Order less = cheap || random.nextBoolean() ? order : order.less("0.1" + random.nextInt(10));
        return random.nextInt(3) == 0 ? less.redeem("five") : less;
    }
}
