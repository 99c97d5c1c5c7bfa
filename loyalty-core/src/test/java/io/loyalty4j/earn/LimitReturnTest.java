package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What limits do when goods come back. */
class LimitReturnTest {
    @Nested
    class ACappedOrder {
        private final Shop shop = Shop.with(Shop.program()
                .earn("rule", points(1).per("1.00").atMostPoints(100).perOrder()));

        @Test
        void losesNothingWhileWhatIsKeptStillReachesTheLimit() {
            shop.buys("o-1", line("goods", "40.00").times(5));
            assertThat(shop.available()).isEqualTo(100);
            shop.returns("o-1", "goods", 2);
            assertThat(shop.available()).isEqualTo(100);
            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isEqualTo(80);
            shop.returns("o-1", "goods", 2);
            assertThat(shop.available()).isZero();
        }

        @Test
        void losesTheSameInOneStepAsInManyAlsoWhereTheBestMultiplierFalls() {
            EarnRule best =
                    multiplier(4).when(orderFrom("100.00")).atMostPoints(10).perOrder();
            ProgramBuilder program =
                    aPointPerDollar().policy(Stacking.BEST).earn("best", best).earn("second", multiplier(2));
            OrderLine goods = line("goods", "1.00").times(200);
            Shop many = Shop.with(program);
            many.buys("o-1", goods);
            many.returns("o-1", "goods", 100);
            many.returns("o-1", "goods", 1);
            Shop one = Shop.with(program);
            one.buys("o-1", goods);
            one.returns("o-1", "goods", 101);
            assertThat(many.available()).isEqualTo(one.available());
        }

        @Test
        void losesPiecesOnlyBeyondTheLimitOfTimes() {
            Shop items = Shop.with(Shop.program()
                    .earn("rule", points(20).perItem().atMostTimes(3).perOrder()));
            items.buys("o-1", line("goods", "1.00").times(5));
            items.returns("o-1", "goods", 2);
            assertThat(items.available()).isEqualTo(60);
            items.returns("o-1", "goods", 1);
            assertThat(items.available()).isEqualTo(40);
        }
    }

    @Nested
    class ALimitOfAPeriod {
        private final Shop shop = Shop.with(Shop.program()
                .earn("rule", points(1).per("1.00").atMostPoints(100).per(MONTH)));

        @Test
        void isGivenBackWhenTheOrderHasComeBackWholeAndNotBefore() {
            shop.buys("o-1", line("goods", "50.00").times(2));
            shop.returns("o-1", "goods", 1);
            assertThat(shop.buys("o-2", "100.00").earned()).isZero();
            shop.returns("o-1", "goods", 1);
            assertThat(shop.buys("o-3", "100.00").earned()).isEqualTo(100);
        }

        @Test
        void isGivenBackOnce() {
            shop.buys("o-1", "100.00");
            shop.returns("o-1", "goods", 1);
            shop.cancels("o-1");
            assertThat(shop.buys("o-2", "150.00").earned()).isEqualTo(100);
            assertThat(shop.buys("o-3", "150.00").earned()).isZero();
        }

        @Test
        void isGivenBackToItsOwnPeriod() {
            shop.at("2026-11-30").buys("o-1", "100.00");
            shop.at("2026-12-01").buys("o-2", "100.00");
            shop.cancels("o-1");
            assertThat(shop.buys("o-3", "100.00").earned()).isZero();
        }

        @Test
        void isNotUsedByAnOrderThatCameBackBeforeItCame() {
            shop.engine().cancel(shop.order("o-1"));
            assertThat(shop.buys("o-1", "100.00").earned()).isEqualTo(100);
            assertThat(shop.available()).isZero();
            assertThat(shop.buys("o-2", "100.00").earned()).isEqualTo(100);
        }

        @Test
        void isWhatItWasWhenTheOrderWasBooked() {
            shop.buys("o-1", "60.00");
            shop.buys("o-2", line("goods", "20.00").times(4));
            shop.cancels("o-1");
            assertThat(shop.available()).isEqualTo(40);
            shop.returns("o-2", "goods", 1);
            assertThat(shop.available()).isEqualTo(40);
        }
    }

    /** Random programs and orders: less kept is never worth more, however it came back. */
    @Nested
    class NeverMoreForLess {
        private static final int CASES = 4_000;
        private final long seed = Long.getLong("loyalty4j.laws.seed", 20261121L);

        @Test
        void underAnyRoundingAndStacking() {
            for (int i = 0; i < CASES; i++) {
                SplittableRandom random = new SplittableRandom(seed + i);
                check(new Case(random), "seed " + (seed + i));
            }
        }

        private void check(Case each, String seedOfCase) {
            Shop shop = Shop.with(each.program);
            Earned earned = shop.current().plan().ask(Visit.on("2026-11-21").buying(each.lines), Past.NONE);
            Yield yield = earned.comesTo(each.stacking, each.rounding).orElseThrow();
            Calculation calculation =
                    new Calculation(yield.contributions(), each.stacking, each.rounding, yield.most());
            List<KeptLines.KeptLine> kept = new ArrayList<>(earned.lines().lines());
            long before = calculation.points(earned.lines());
            while (each.takesOne(kept)) {
                long after = calculation.points(KeptLines.of(kept));
                assertThat(after).as(seedOfCase).isLessThanOrEqualTo(before);
                before = after;
            }
        }

        /** A program, an order, and the pieces that come back. */
        private static final class Case {
            private final SplittableRandom random;
            private final Stacking stacking;
            private final Rounding rounding;
            private final ProgramBuilder program;
            private final List<OrderLine> lines = new ArrayList<>();

            Case(SplittableRandom random) {
                this.random = random;
                this.stacking = one(Stacking.values());
                this.rounding = one(Rounding.values());
                this.program = aPointPerDollar();
                int rules = random.nextInt(1, 5);
                for (int i = 0; i < rules; i++) {
                    program.earn("r" + i, limited(conditional(rule())));
                }
                int count = random.nextInt(1, 4);
                for (int i = 0; i < count; i++) {
                    lines.add(line("l" + i, one("1.00", "7.50", "3.33", "20.00"))
                            .times(random.nextInt(1, 4))
                            .category(one("x", "y")));
                }
            }

            @SafeVarargs
            private <T> T one(T... some) {
                return some[random.nextInt(some.length)];
            }

            private EarnRule rule() {
                List<Supplier<EarnRule>> rules = List.of(
                        () -> points(3).per("2.00"),
                        () -> points(5).perItem(),
                        () -> points(40).perOrder(),
                        () -> multiplier(one("2", "3", "1.5")));
                return rules.get(random.nextInt(rules.size())).get();
            }

            private EarnRule conditional(EarnRule rule) {
                EarnRule some = random.nextBoolean() ? rule.on(category(one("x", "y"))) : rule;
                return random.nextBoolean() ? some.when(orderFrom(one("5.00", "20.00", "40.00"))) : some;
            }

            private EarnRule limited(EarnRule rule) {
                EarnRule some = random.nextInt(4) == 0 ? rule.bestOf(one("g", "h")) : rule;
                return random.nextBoolean()
                        ? some.atMostPoints(random.nextInt(1, 40)).perOrder()
                        : some;
            }

            /** Takes a piece off a line; false if there is none left. */
            boolean takesOne(List<KeptLines.KeptLine> kept) {
                List<KeptLines.KeptLine> left =
                        kept.stream().filter(each -> each.quantity() > 0).toList();
                if (left.isEmpty()) {
                    return false;
                }
                KeptLines.KeptLine less = left.get(random.nextInt(left.size()));
                OrderLine whole = lines.stream()
                        .filter(each -> each.id().equals(less.id()))
                        .findFirst()
                        .orElseThrow();
                int quantity = less.quantity() - 1;
                kept.set(
                        kept.indexOf(less),
                        new KeptLines.KeptLine(
                                less.id(), quantity, whole.price().multiply(BigDecimal.valueOf(quantity))));
                return true;
            }
        }
    }
}
