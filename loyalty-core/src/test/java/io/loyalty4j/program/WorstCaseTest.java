package io.loyalty4j.program;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The worst case that the linter names is that of an enumeration which knows nothing of the linter: it lists the orders from what the program was made of, asks
 * a real engine about each, and takes the greatest. Where the linter says that it only climbed, it found no more than that.
 */
class WorstCaseTest {
    private static final int PROGRAMS = Integer.getInteger("loyalty4j.linter.programs", 40);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final long seed = Long.getLong("loyalty4j.laws.seed", System.nanoTime() & 0xFFFF_FFFFL);

    /** It may be the first order of a person. */
    @Test
    void hasWhatIsGivenOncePerPerson() {
        LoyaltyProgram program = LoyaltyProgram.named("welcome")
                .currency("GBP")
                .zone("Europe/London")
                .earn("base", points(1).per("1.00"))
                .earn("welcome", points(100).perOrder().when(orderFrom("50.00")).oncePerPerson())
                .build();

        assertThat(new WorstCase(program.study(), find -> {}).byTier().values())
                .extracting(Find::points, Find::amount)
                .containsExactly(tuple(150L, new BigDecimal("50.00")));
    }

    @Test
    void isWhatAskingTheEngineAboutEveryOrderOfTheSpaceComesTo() {
        int exhausted = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            SmallProgram small = new SmallProgram(seed + i);
            LoyaltyProgram program = small.built.build();
            WorstCase worst = new WorstCase(program.study(), find -> {});
            Map<String, BigDecimal> found = new TreeMap<>();
            worst.byTier().forEach((tier, find) -> found.put(tier, ratio(find.points(), find.amount())));
            BruteForce force = new BruteForce(small, program);
            Map<String, BigDecimal> asked = force.run();
            assertThat(program.plan()
                            .idle(small.tiers.keySet(), program.inForceFrom())
                            .keySet())
                    .as("seed %d", seed + i)
                    .doesNotContainAnyElementsOf(force.awarded);

            if (worst.exhaustive()) {
                exhausted++;
                assertThat(found).as("seed %d, %s", seed + i, worst.byTier()).isEqualTo(asked);
            } else {
                assertThat(found)
                        .as("seed %d, %s", seed + i, worst.byTier())
                        .allSatisfy((tier, back) -> assertThat(back).isLessThanOrEqualTo(asked.get(tier)));
            }
        }
        assertThat(exhausted).as("seed %d", seed).isGreaterThan(PROGRAMS * 9 / 10);
    }

    /** What is found by climbing is some order's, so never more than the worst; here it is the worst. */
    @Test
    void ofALargerProgramIsFoundByClimbing() {
        assertThat(LinterTest.manyCampaigns(120).lint())
                .anySatisfy(finding -> assertThat(finding.problem()).contains("22 percent (found by climbing"));
    }

    private static BigDecimal ratio(long points, BigDecimal amount) {
        return BigDecimal.valueOf(points).divide(amount, 12, RoundingMode.HALF_UP);
    }

    /** Every order, one after the other, put to an engine. */
    private static final class BruteForce {
        private final SmallProgram small;
        private final HandClock clock = HandClock.at("2025-06-01T12:00:00Z");
        private final LoyaltyEngine engine;
        private final Map<MemberId, String> members = new HashMap<>();
        private final Map<String, BigDecimal> worst = new TreeMap<>();
        private final Set<String> awarded = new TreeSet<>();

        BruteForce(SmallProgram small, LoyaltyProgram program) {
            this.small = small;
            this.engine = LoyaltyEngine.builder(program).clock(clock).build();
            small.tiers.forEach((tier, from) -> {
                MemberId member = MemberId.of("in-" + tier);
                members.put(member, tier);
                String spent = from.equals("0") ? "1" : from;
                engine.purchase(Order.of(member, "earlier").currency("GBP").line(OrderLine.of("thing", spent)))
                        .receipt();
            });
            if (small.newcomers) {
                members.put(MemberId.of("new"), "A");
            }
        }

        Map<String, BigDecimal> run() {
            for (LocalDate day : days()) {
                TreeSet<LocalTime> times = new TreeSet<>(small.times);
                times.add(LocalTime.MIDNIGHT);
                for (LocalTime time : times) {
                    clock.set(day.atTime(time).atZone(LONDON).toInstant().toString());
                    lines().forEach(this::ask);
                }
            }
            return worst;
        }

        private SortedSet<LocalDate> days() {
            TreeSet<LocalDate> changes = new TreeSet<>(small.begins);
            changes.addAll(small.ends);
            TreeSet<LocalDate> days = new TreeSet<>(small.begins);
            days.add(
                    changes.isEmpty()
                            ? LocalDate.of(2026, 1, 5)
                            : changes.first().minusDays(1));
            if (small.weekdays) {
                for (LocalDate day : List.copyOf(days)) {
                    days.addAll(day.datesUntil(day.plusWeeks(1)).toList());
                }
            }
            return days;
        }

        private List<OrderLine> lines() {
            List<OrderLine> lines = new ArrayList<>();
            for (OrderLine kind : kinds()) {
                for (BigDecimal amount : small.amounts) {
                    for (int pieces : small.pieces) {
                        BigDecimal price = amount.divide(BigDecimal.valueOf(pieces), 2, RoundingMode.CEILING);
                        lines.add(new OrderLine(
                                "l",
                                "s",
                                price,
                                pieces,
                                BigDecimal.ZERO,
                                kind.categories(),
                                kind.brand(),
                                kind.attributes()));
                    }
                }
            }
            return lines;
        }

        /** Of no word, one, or two. */
        private List<OrderLine> kinds() {
            OrderLine none = OrderLine.of("s", "0");
            List<OrderLine> kinds = new ArrayList<>(List.of(none));
            for (String one : small.categories) {
                kinds.add(none.category(one));
                small.categories
                        .tailSet(one + " ")
                        .forEach(other -> kinds.add(none.category(one).category(other)));
                small.brands.forEach(brand -> kinds.add(none.category(one).brand(brand)));
            }
            small.brands.forEach(brand -> kinds.add(none.brand(brand)));
            return kinds;
        }

        private void ask(OrderLine line) {
            members.forEach((member, tier) -> {
                Order order = Order.of(member, "asked").currency("GBP").line(line);
                ask(tier, order);
                if (small.app) {
                    ask(tier, order.with("channel", "app"));
                }
            });
        }

        private void ask(String tier, Order order) {
            Quote quote = engine.quote(order);
            quote.awards().forEach(award -> awarded.add(award.rule()));
            BigDecimal back = ratio(quote.points(), order.lines().get(0).amount());
            worst.merge(small.crossing ? quote.tierAfter().code() : tier, back, BigDecimal::max);
        }
    }
}
