package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whoever cuts an order, or a return, into pieces to catch fractions of points. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SplittingTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final int CASES = 400;

    private final long seed = Long.getLong("loyalty4j.laws.seed", System.nanoTime() & 0xFFFF_FFFFL);
    private final SplittableRandom chance = new SplittableRandom(seed);

    private static ProgramBuilder program() {
        return LoyaltyProgram.named("split").currency("GBP").zone("Europe/London");
    }

    private static LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build())
                .clock(HandClock.at("2026-06-01T12:00:00Z"))
                .build();
    }

    private static long earns(ProgramBuilder program, List<BigDecimal> prices) {
        LoyaltyEngine loyalty = running(program);
        List<Command> orders = new ArrayList<>();
        for (BigDecimal price : prices) {
            orders.add(order(price, "o-" + orders.size()));
        }
        loyalty.executeAll(orders).forEach(outcome -> outcome.receipt());
        return loyalty.account(ANA).available();
    }

    private static Order order(BigDecimal price, String id) {
        return Order.of(ANA, id).currency("GBP").line(OrderLine.of("thing", price));
    }

    private String cents(int from, int below) {
        return BigDecimal.valueOf(chance.nextInt(from, below), 2).toPlainString();
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[chance.nextInt(of.length)];
    }

    @Nested
    @DisplayName("58: an order in parts")
    final class An_order {
        @Test
        @DisplayName("58: a thousand orders of 0.99 earn nothing where one of 990.00 earns 990 points")
        void of_990_pounds() {
            ProgramBuilder program = program().earn("base", points(1).per("1.00"));

            List<BigDecimal> thousand = IntStream.range(0, 1_000)
                    .mapToObj(i -> new BigDecimal("0.99"))
                    .toList();
            assertThat(earns(program, thousand)).isZero();
            assertThat(earns(program, List.of(new BigDecimal("990.00")))).isEqualTo(990);
        }

        @Test
        @DisplayName("58: half a point rounded up is had by each part, and no more than that")
        void of_halves() {
            ProgramBuilder program =
                    program().earn("base", points(1).per("1.00")).policy(Rounding.HALF_UP);

            List<BigDecimal> hundred = IntStream.range(0, 100)
                    .mapToObj(i -> new BigDecimal("0.50"))
                    .toList();
            assertThat(earns(program, hundred)).isEqualTo(100);
            assertThat(earns(program, List.of(new BigDecimal("50.00")))).isEqualTo(50);
        }

        @Test
        @DisplayName(
                "58: however it is split, it never earns more than the whole, but for half a point or one a part where fractions are rounded up")
        void at_random() {
            long rounded = 0;
            for (int i = 0; i < CASES; i++) {
                Rounding rounding = one(Rounding.values());
                ProgramBuilder program = rates(rounding);
                List<BigDecimal> parts = IntStream.range(0, chance.nextInt(2, 15))
                        .mapToObj(part -> new BigDecimal(cents(0, one(150, 3_000))))
                        .toList();
                long split = earns(program, parts);
                long whole = earns(program, List.of(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));

                rounded += split > whole ? 1 : 0;
                assertThat(split - whole)
                        .as("seed %d, case %d: %s in parts of %s", seed, i, rounding, parts)
                        .isLessThanOrEqualTo(bound(rounding, parts.size()));
            }
            assertThat(rounded)
                    .as("splits that gained by rounding, seed " + seed)
                    .isPositive();
            System.out.printf(
                    Locale.ROOT, "Splitting, seed %d: %d orders, %d gained by rounding%n", seed, CASES, rounded);
        }

        private ProgramBuilder rates(Rounding rounding) {
            ProgramBuilder program = program()
                    .policy(rounding)
                    .policy(one(Stacking.values()))
                    .earn("base", points(chance.nextInt(1, 8)).per(cents(1, 300)));
            return chance.nextBoolean()
                    ? program
                    : program.earn("more", multiplier(one("1.5", "2", "3.33")))
                            .earn("again", multiplier(one("1.1", "4")));
        }

        /** Of the rounding of the whole too: what it loses, the parts may not. */
        private long bound(Rounding rounding, int parts) {
            return switch (rounding) {
                case FLOOR_PER_ORDER, FLOOR_PER_LINE, FLOOR_PER_AWARD -> 0;
                case HALF_UP -> (parts + 1) / 2;
                case UP -> parts - 1;
            };
        }
    }

    @Nested
    @DisplayName("59: a return in parts")
    final class A_return {
        @Test
        @DisplayName("59: a hundred returns of a piece take what one of a hundred takes")
        void by_pieces() {
            for (int i = 0; i < CASES / 8; i++) {
                Order order = bought().line(OrderLine.of("thing", cents(1, 999)).times(100));
                ProgramBuilder program = rates();
                returnsAreOne(
                        program,
                        order,
                        "seed " + seed + ", case " + i,
                        id -> Refund.of(order, id).line("thing", id.equals("all") ? 100 : 1));
            }
        }

        @Test
        @DisplayName("59: a hundred returns of 1 % of the price take what one of all of it takes")
        void by_amount() {
            for (int i = 0; i < CASES / 8; i++) {
                String price = cents(1, 99_999);
                Order order = bought().line(OrderLine.of("thing", price));
                String hundredth = new BigDecimal(price).movePointLeft(2).toPlainString();
                ProgramBuilder program = rates();
                returnsAreOne(
                        program,
                        order,
                        "seed " + seed + ", case " + i,
                        id -> Refund.of(order, id).amount(id.equals("all") ? price : hundredth));
            }
        }

        private Order bought() {
            return Order.of(ANA, "o-1").currency("GBP").line(OrderLine.of("other", cents(1, 9_999)));
        }

        private ProgramBuilder rates() {
            return program()
                    .policy(one(Rounding.values()))
                    .policy(one(ClawBack.INTO_DEBT, ClawBack.WITHIN_BALANCE))
                    .earn("base", points(chance.nextInt(1, 8)).per(cents(1, 300)))
                    .earn("more", multiplier(one("1.5", "2", "3.33")))
                    .earn("each", points(chance.nextInt(1, 3)).perItem())
                    .earn("order", points(chance.nextInt(1, 9)).perOrder())
                    .reward("thirty", discount("1.00").costs(30));
        }

        private void returnsAreOne(ProgramBuilder program, Order order, String what, Function<String, Refund> refund) {
            LoyaltyEngine many = running(program);
            LoyaltyEngine one = running(program);
            Order spends = order(BigDecimal.ONE, "o-2").redeem("thirty");
            for (LoyaltyEngine loyalty : List.of(many, one)) {
                loyalty.purchase(order).receipt();
                loyalty.purchase(spends);
            }
            long revoked = 0;
            for (int part = 1; part <= 100; part++) {
                revoked += many.refund(refund.apply("part-" + part)).receipt().revoked();
            }

            assertThat(revoked)
                    .as("%s: %s", what, order)
                    .isEqualTo(one.refund(refund.apply("all")).receipt().revoked());
            assertThat(balances(many)).as("%s: %s", what, order).isEqualTo(balances(one));
        }

        private List<Long> balances(LoyaltyEngine loyalty) {
            Account account = loyalty.account(ANA);
            return List.of(account.available(), account.pending(), account.debt());
        }
    }
}
