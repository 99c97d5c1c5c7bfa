package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Calculation.Share;
import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static List<String> rules(Shop shop, OrderLine... lines) {
        return shop.engine().quote(shop.order("basket", lines)).awards().stream()
                .map(Award::rule)
                .distinct()
                .sorted()
                .toList();
    }

    @Nested
    class OfOneGroupTheRuleCountsThatGivesMost {
        @Test
        void amongRates() {
            Shop shop = Shop.with(Shop.program()
                    .earn("all", points(1).per("1.00").bestOf("rate"))
                    .earn("tea", points(3).per("1.00").on(category("tea")).bestOf("rate")));
            assertThat(rules(shop, line("a", "20.00"), line("b", "10.00").category("tea")))
                    .containsExactly("all");
            assertThat(rules(shop, line("a", "19.00"), line("b", "10.00").category("tea")))
                    .containsExactly("tea");
        }

        @Test
        void amongMultipliers() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("dairy", multiplier(2).on(category("dairy")).bestOf("dairy"))
                    .earn("organic", multiplier("1.5").bestOf("dairy")));
            assertThat(shop.buys("o-1", line("milk", "10.00").category("dairy")).earned())
                    .isEqualTo(20);
            assertThat(shop.buys("o-2", line("milk", "10.00").category("dairy"), line("bread", "30.00"))
                            .earned())
                    .isEqualTo(60);
        }

        @Test
        void amongRulesOfAllKinds() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("bonus", points(50).perOrder().bestOf("g"))
                    .earn("double", multiplier(2).bestOf("g"))
                    .earn("pieces", points(30).perItem().bestOf("g")));
            assertThat(rules(shop, line("a", "40.00"))).containsExactly("base", "bonus");
            assertThat(rules(shop, line("a", "60.00"))).containsExactly("base", "double");
            assertThat(rules(shop, line("a", "20.00").times(2))).containsExactly("base", "pieces");
        }

        @Test
        void andItsLimitIsLookedAtFirst() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn(
                            "capped",
                            points(100)
                                    .perOrder()
                                    .atMostPoints(120)
                                    .per(Window.DAY)
                                    .bestOf("g"))
                    .earn("plain", points(30).perOrder().bestOf("g")));
            assertThat(shop.buys("o-1", "1.00").earned()).isEqualTo(101);
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(31);
        }

        @Test
        void andTiesGoToTheIdThatComesFirst() {
            Shop shop = Shop.with(Shop.program()
                    .earn("b", points(5).perOrder().bestOf("g"))
                    .earn("a", points(5).perOrder().bestOf("g"))
                    .earn("c", points(5).perOrder().bestOf("g")));
            assertThat(rules(shop, line("x", "1.00"))).containsExactly("a");
        }

        @Test
        void andTheOthersSayWhy() {
            Shop shop = Shop.with(Shop.program()
                    .earn("a", points(5).perOrder().bestOf("g"))
                    .earn("b", points(6).perOrder().bestOf("g")));
            assertThat(shop.engine().quote(shop.order("o", line("x", "1.00"))).silent())
                    .extracting(Silence::rule, Silence::why)
                    .containsExactly(tuple("a", "another of the group g gives more"));
        }

        @Test
        void andTheOthersLimitsAreNotUsed() {
            Shop shop = Shop.with(Shop.program()
                    .earn("a", points(5).perOrder().oncePer(Window.LIFETIME).bestOf("g"))
                    .earn("b", points(6).perOrder().oncePer(Window.LIFETIME).bestOf("g")));
            assertThat(shop.buys("o-1", "1.00").earned()).isEqualTo(6);
            assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(5);
            assertThat(shop.buys("o-3", "1.00").earned()).isZero();
        }
    }

    @Nested
    class WhenGoodsComeBack {
        @Test
        void anotherRuleMayCountForWhatIsKept() {
            Shop shop = Shop.with(Shop.program()
                    .earn(
                            "bonus",
                            points(50).perOrder().when(orderFrom("60.00")).bestOf("g"))
                    .earn("rate", points(1).per("2.00").bestOf("g")));
            shop.buys("o-1", line("goods", "20.00").times(4));
            assertThat(shop.available()).isEqualTo(50);
            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isEqualTo(50);
            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isEqualTo(20);
        }

        @Test
        void nothingIsAddedWhereAnotherWouldGiveMoreThanIsLeft() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("double", multiplier(2).bestOf("g"))
                    .earn("bonus", points(30).perOrder().bestOf("g")));
            shop.buys("o-1", line("goods", "10.00").times(4));
            assertThat(shop.available()).isEqualTo(80);
            shop.returns("o-1", "goods", 1);
            assertThat(shop.available()).isEqualTo(60);
            shop.returns("o-1", "goods", 2);
            assertThat(shop.available()).isEqualTo(40);
        }
    }

    /** Random programs with two groups: the choice is the best of all choices. */
    @Nested
    class TwoGroups {
        private static final int CASES = 400;
        private final long seed = Long.getLong("loyalty4j.laws.seed", 20261121L);

        @Test
        void areSettledTogether() {
            for (int i = 0; i < CASES; i++) {
                SplittableRandom random = new SplittableRandom(seed + i);
                Stacking stacking = one(random, Stacking.values());
                Rounding rounding = one(random, Rounding.values());
                SortedMap<String, EarnRule> rules = rules(random);
                List<OrderLine> lines = lines(random);
                long best = combinations(rules).stream()
                        .mapToLong(chosen -> calculated(chosen, lines, stacking, rounding))
                        .max()
                        .orElseThrow();
                assertThat(calculated(rules, lines, stacking, rounding))
                        .as("seed " + (seed + i) + " " + stacking + " " + rounding)
                        .isEqualTo(best);
            }
        }

        @SafeVarargs
        private static <T> T one(SplittableRandom random, T... some) {
            return some[random.nextInt(some.length)];
        }

        private static SortedMap<String, EarnRule> rules(SplittableRandom random) {
            SortedMap<String, EarnRule> rules = new TreeMap<>();
            rules.put("base", points(1).per("1.00"));
            for (String group : List.of("g", "h")) {
                int members = random.nextInt(1, 4);
                for (int i = 0; i < members; i++) {
                    String id = "" + (char) ('a' + random.nextInt(26)) + group + i;
                    rules.put(id, rule(random).bestOf(group));
                }
            }
            return rules;
        }

        private static EarnRule rule(SplittableRandom random) {
            EarnRule rule = switch (random.nextInt(5)) {
                case 0 -> points(random.nextInt(1, 60)).perOrder();
                case 1 -> points(random.nextInt(1, 20)).perItem();
                case 2 -> points(random.nextInt(1, 4)).per("2.00");
                case 3 -> points(random.nextInt(1, 9)).perWhole("5.00");
                default -> multiplier(random.nextInt(2, 5));
            };
            return random.nextBoolean() ? rule.on(category("x")) : rule;
        }

        private static List<OrderLine> lines(SplittableRandom random) {
            List<OrderLine> lines = new ArrayList<>();
            int count = random.nextInt(1, 4);
            for (int i = 0; i < count; i++) {
                OrderLine line = line("l" + i, random.nextInt(1, 40) + ".50").times(random.nextInt(1, 3));
                lines.add(random.nextBoolean() ? line.category("x") : line);
            }
            return lines;
        }

        /** Of each group one rule; no group is left. */
        private static List<SortedMap<String, EarnRule>> combinations(SortedMap<String, EarnRule> rules) {
            List<SortedMap<String, EarnRule>> combinations = new ArrayList<>();
            List<String> first = of(rules, "g");
            List<String> second = of(rules, "h");
            for (String one : first) {
                for (String other : second) {
                    SortedMap<String, EarnRule> chosen = new TreeMap<>(rules);
                    chosen.keySet().removeIf(id -> first.contains(id) && !id.equals(one));
                    chosen.keySet().removeIf(id -> second.contains(id) && !id.equals(other));
                    combinations.add(chosen);
                }
            }
            return combinations;
        }

        private static List<String> of(SortedMap<String, EarnRule> rules, String group) {
            return rules.keySet().stream()
                    .filter(id -> id.substring(1).startsWith(group))
                    .toList();
        }

        private static long calculated(
                SortedMap<String, EarnRule> rules, List<OrderLine> lines, Stacking stacking, Rounding rounding) {
            ProgramBuilder program = Shop.program();
            rules.forEach(program::earn);
            Visit visit = Visit.on("2026-11-21").buying(lines);
            return program
                    .build()
                    .plan()
                    .ask(visit, Past.NONE)
                    .comesTo(stacking, rounding)
                    .orElseThrow()
                    .awards()
                    .stream()
                    .mapToLong(Award::points)
                    .sum();
        }
    }

    /** So many rules of a group that not all combinations are tried. */
    @Test
    void evenOfVeryManyRulesTheBestOfEachGroupIsFound() {
        ProgramBuilder program = aPointPerDollar();
        for (int group = 0; group < 4; group++) {
            for (int rule = 0; rule < 30; rule++) {
                program.earn(
                        "g" + group + "-" + rule, points(rule + 1).perOrder().bestOf("g" + group));
            }
        }
        Shop shop = Shop.with(program);
        assertThat(shop.buys("o-1", "7.00").earned()).isEqualTo(7 + 4 * 30);
    }

    @Test
    void sharesAddUpToThePoints() {
        KeptLines lines = KeptLines.of(List.of(new KeptLine("l", 1, new BigDecimal("9.99"))));
        Earned earned = Shop.with(aPointPerDollar().earn("x", multiplier(2).bestOf("g")))
                .current()
                .plan()
                .ask(Visit.on("2026-11-21").buying(List.of(line("l", "9.99"))), Past.NONE);
        Calculation calculation =
                new Calculation(earned.contributions(), Stacking.ADD, Rounding.FLOOR_PER_ORDER, Optional.of(15L));
        assertThat(calculation.shares(lines).stream().mapToLong(Share::points).sum())
                .isEqualTo(calculation.points(lines))
                .isEqualTo(15);
        assertThat(calculation.shares(lines).stream().map(Share::rule).sorted(Comparator.naturalOrder()))
                .containsExactly("base", "x");
    }
}
