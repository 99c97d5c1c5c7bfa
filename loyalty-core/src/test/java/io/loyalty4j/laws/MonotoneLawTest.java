package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.store.LoyaltyStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Never more points for fewer goods, whatever the rounding and the stacking. */
class MonotoneLawTest {
    private static final int PAIRS = Math.min(500_000, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 5);

    private final long seed = Chance.seed();
    private long pairs;
    private long less;
    private long limited;
    private long grouped;

    @Test
    void fewerGoodsNeverGiveMorePoints() {
        for (int i = 0; pairs < PAIRS; i++) {
            long own = Chance.seed(seed, i);
            Scenario scenario = Scenarios.played(own, 40, i % 2 == 0, new Statistics(), again -> {});
            LoyaltyStore store = new World(scenario, new Statistics()).run().store();
            Chance chance = Chance.of(own);
            store.postings()
                    .flatMap(posting -> posting.header().order().stream()
                            .flatMap(order -> store.order(posting.header().member(), order).stream()))
                    .filter(OrderPosition::purchased)
                    .distinct()
                    .forEach(position -> returning(position, chance));
        }
        System.out.printf(
                Locale.ROOT,
                "Fewer goods, seed %d: %d pairs, %d of fewer points, %d of rules with limits, %d of groups%n",
                seed,
                pairs,
                less,
                limited,
                grouped);
        assertThat(Map.of("limited", limited, "grouped", grouped))
                .allSatisfy((what, count) -> assertThat(count).as(what).isGreaterThan(PAIRS / 100));
    }

    /** Piece after piece comes back, in random order. */
    private void returning(OrderPosition position, Chance chance) {
        List<FrozenContribution> contributions = position.terms().orElseThrow().contributions();
        Rounding rounding = chance.of(Rounding.values());
        Stacking stacking = chance.of(Stacking.values());
        Calculation calculation = new Calculation(
                contributions, stacking, rounding, position.terms().get().most());
        List<Line> lines = new ArrayList<>(position.lines().stream()
                .filter(Line::counts)
                .map(line -> returned(line, 0))
                .toList());
        long points = calculation.points(kept(lines));
        while (lines.stream().anyMatch(line -> line.returned() < line.quantity())) {
            List<Line> before = List.copyOf(lines);
            for (int i = chance.between(1, 2); i > 0; i--) {
                int n = chance.below(lines.size());
                Line line = lines.get(n);
                lines.set(n, returned(line, Math.min(line.quantity(), line.returned() + 1)));
            }
            long left = calculation.points(kept(lines));
            assertThat(left)
                    .as(
                            "seed %d, %s, %s, %s%n  from %s gave %d%n  and  %s more",
                            seed, stacking, rounding, contributions, before, points, lines)
                    .isLessThanOrEqualTo(points);
            note(contributions, left < points);
            points = left;
        }
    }

    private void note(List<FrozenContribution> contributions, boolean fewer) {
        pairs++;
        less += fewer ? 1 : 0;
        limited += contributions.stream().anyMatch(one -> one.most().isPresent()) ? 1 : 0;
        grouped += contributions.stream().anyMatch(one -> one.group().isPresent()) ? 1 : 0;
    }

    private static Line returned(Line line, int pieces) {
        return new Line(
                line.id(),
                line.quantity(),
                line.amount(),
                line.basis(),
                line.counts(),
                line.points(),
                pieces,
                line.qualifies());
    }

    private static KeptLines kept(List<Line> lines) {
        return KeptLines.of(lines.stream()
                .map(line -> new KeptLine(line.id(), line.quantity() - line.returned(), basis(line)))
                .toList());
    }

    private static BigDecimal basis(Line line) {
        int scale = Math.max(3, line.basis().scale());
        return line.basis()
                .subtract(line.basis()
                        .multiply(BigDecimal.valueOf(line.returned()))
                        .divide(BigDecimal.valueOf(line.quantity()), scale, RoundingMode.HALF_UP));
    }
}
