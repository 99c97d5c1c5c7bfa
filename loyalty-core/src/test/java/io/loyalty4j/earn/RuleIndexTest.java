package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.brand;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.sku;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules that cannot concern an occasion are not looked at, and none that can is missed. */
class RuleIndexTest {
    private static LoyaltyProgram built(ProgramBuilder program) {
        return program.build();
    }

    private static List<Award> awards(LoyaltyProgram program, Visit visit) {
        return program.plan()
                .ask(visit, Past.NONE)
                .comesTo(Stacking.ADD, Rounding.FLOOR_PER_ORDER)
                .orElseThrow()
                .awards();
    }

    /** Of many random rules, an order meets the same with the index as without. */
    @Nested
    class ByWordsAndByTime {
        private static final int CASES = 300;
        private final long seed = Long.getLong("loyalty4j.laws.seed", 20261121L);

        @Test
        void findsWhatAskingAllWouldFind() {
            for (int i = 0; i < CASES; i++) {
                Case each = new Case(new SplittableRandom(seed + i));
                LoyaltyProgram indexed = each.program(true);
                LoyaltyProgram open = each.program(false);
                for (Visit visit : each.visits) {
                    assertThat(awards(indexed, visit)).as("seed " + (seed + i)).isEqualTo(awards(open, visit));
                }
            }
        }

        /** Random rules, twice the same: as they are, and with conditions that nobody can look into. */
        private static final class Case {
            private final SplittableRandom random;
            private final List<Draft> drafts = new ArrayList<>();
            private final List<Visit> visits = new ArrayList<>();

            Case(SplittableRandom random) {
                this.random = random;
                int rules = random.nextInt(1, 25);
                for (int i = 0; i < rules; i++) {
                    drafts.add(new Draft(
                            random.nextInt(1, 50),
                            lines(2),
                            random.nextBoolean() ? Condition.always() : when(1),
                            random.nextInt(40),
                            random.nextInt(30)));
                }
                for (int i = 0; i < 6; i++) {
                    visits.add(Visit.on(day(random.nextInt(60)).toString()).buying(basket()));
                }
            }

            private static LocalDate day(int number) {
                return LocalDate.of(2026, 11, 1).plusDays(number);
            }

            private List<OrderLine> basket() {
                List<OrderLine> basket = new ArrayList<>();
                int count = random.nextInt(0, 4);
                for (int i = 0; i < count; i++) {
                    OrderLine goods = line("s" + random.nextInt(4), random.nextInt(1, 30) + ".00")
                            .id("l" + i)
                            .category("c" + random.nextInt(4));
                    basket.add(random.nextBoolean() ? goods.brand("b" + random.nextInt(3)) : goods);
                }
                return basket;
            }

            private Condition<OrderLine> lines(int depth) {
                return switch (random.nextInt(depth == 0 ? 4 : 8)) {
                    case 0 -> category("c" + random.nextInt(4), "c" + random.nextInt(4));
                    case 1 -> brand("b" + random.nextInt(3));
                    case 2 -> sku("s" + random.nextInt(4));
                    case 3 -> Conditions.lineFrom("10.00");
                    case 4 -> not(lines(depth - 1));
                    case 5, 6 -> lines(depth - 1).and(lines(depth - 1));
                    default -> lines(depth - 1).or(lines(depth - 1));
                };
            }

            private Condition<Occasion> when(int depth) {
                return switch (random.nextInt(depth == 0 ? 2 : 5)) {
                    case 0 -> orderFrom("20.00");
                    case 1 -> anyLine(lines(1));
                    case 2 -> not(when(depth - 1));
                    case 3 -> when(depth - 1).and(when(depth - 1));
                    default -> when(depth - 1).or(when(depth - 1));
                };
            }

            LoyaltyProgram program(boolean readable) {
                ProgramBuilder program = Shop.program();
                for (int i = 0; i < drafts.size(); i++) {
                    program.earn("r" + i, drafts.get(i).rule(readable));
                }
                return built(program);
            }

            /** A rule as it will be written. */
            private record Draft(int worth, Condition<OrderLine> lines, Condition<Occasion> when, int begin, int days) {
                EarnRule rule(boolean readable) {
                    EarnRule rule = points(worth)
                            .perItem()
                            .on(readable ? lines : Condition.of(lines.describe(), lines::test))
                            .when(readable ? when : Condition.of(when.describe(), when::test));
                    return days == 0
                            ? rule
                            : rule.from(day(begin).toString())
                                    .until(day(begin + days).toString());
                }
            }
        }
    }

    @Nested
    class OfTenThousandRules {
        private static final int RULES = 10_000;

        @Test
        void onlyThoseOfTheDayAndOfTheGoodsAreAsked() {
            AtomicInteger asked = new AtomicInteger();
            Condition<Occasion> counting = Condition.of("counted", occasion -> asked.incrementAndGet() > 0);
            ProgramBuilder program = Shop.program();
            for (int i = 0; i < RULES; i++) {
                EarnRule rule = points(1).perItem().on(category("c" + i % 50)).when(counting);
                LocalDate begin = LocalDate.of(2020, 1, 1).plusDays(i / 50 * 14L);
                program.earn(
                        "r" + i,
                        rule.from(begin.toString()).until(begin.plusDays(28).toString()));
            }
            Visit visit = Visit.on("2023-05-05")
                    .buying(List.of(
                            line("a", "1.00").category("c7"), line("b", "1.00").category("c9")));

            List<Award> awards = awards(built(program), visit);

            assertThat(awards).hasSize(4);
            assertThat(asked).hasValue(4);
        }

        @Test
        void thoseThatAreOverAreNotEvenLookedAtWhereAllAreAboutEverything() {
            AtomicInteger asked = new AtomicInteger();
            Condition<Occasion> counting = Condition.of("counted", occasion -> asked.incrementAndGet() > 0);
            ProgramBuilder program = Shop.program();
            for (int i = 0; i < RULES; i++) {
                LocalDate begin = LocalDate.of(2000, 1, 1).plusDays(i);
                program.earn(
                        "r" + i,
                        points(1)
                                .perOrder()
                                .when(counting)
                                .from(begin.toString())
                                .until(begin.plusDays(20).toString()));
            }
            awards(built(program), Visit.on("2020-05-05").buying(List.of(line("a", "1.00"))));
            assertThat(asked).hasValue(20);
        }

        @Test
        void thoseOfOtherActivitiesAreNotAsked() {
            AtomicInteger asked = new AtomicInteger();
            Condition<Occasion> counting = Condition.of("counted", occasion -> asked.incrementAndGet() > 0);
            ProgramBuilder program = Shop.program();
            for (int i = 0; i < 500; i++) {
                program.earn("r" + i, points(1).forActivity("a" + i % 100).when(counting));
            }
            program.earn("visit", points(3).forActivity("visit").when(counting));
            awards(built(program), Visit.on("2020-05-05").withoutOrder());
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void rulesThatGoByTheMembersPastAreFoundByTheirGoodsToo() {
        LoyaltyProgram program = built(Shop.program()
                .earn("base", points(1).per("1.00"))
                .earn("card", stampCard(1).givingPoints(10).on(category("c")))
                .earn("it", challenge().orders(1).givingPoints(100).on(category("d")))
                .earn("double", multiplier(2).on(category("c"))));
        assertThat(awards(
                        program,
                        Visit.on("2026-11-21").buying(List.of(line("a", "5.00").category("c")))))
                .extracting(Award::rule)
                .containsExactlyInAnyOrder("base", "card", "double");
        assertThat(awards(
                        program,
                        Visit.on("2026-11-21").buying(List.of(line("a", "5.00").category("d")))))
                .extracting(Award::rule)
                .containsExactlyInAnyOrder("base", "it");
    }
}
