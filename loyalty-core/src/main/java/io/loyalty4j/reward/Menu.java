package io.loyalty4j.reward;

import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Several discounts at several prices, of which an order says which it takes by the points. */
record Menu(List<Entry> entries) implements Tariff {
    static final Menu EMPTY = new Menu(List.of());

    Menu with(long points, String amount) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(points, amount));
        return new Menu(List.copyOf(more));
    }

    @Override
    public long points(long asked) {
        return asked;
    }

    @Override
    public Benefit benefit(long points, int scale) {
        return Benefit.discount(entry(points).orElseThrow().worth());
    }

    private Optional<Entry> entry(long points) {
        return entries.stream().filter(entry -> entry.points == points).findFirst();
    }

    @Override
    public Optional<Refusal> refusal(String id, long asked, Payable goods) {
        Optional<Entry> chosen = entry(asked);
        if (chosen.isEmpty()) {
            List<Long> known = entries.stream().map(Entry::points).sorted().toList();
            return Optional.of(
                    new RewardRefusal.PointsNotAccepted(id, asked, known.get(0), known.get(known.size() - 1), 0));
        }
        return Benefit.discount(chosen.get().worth()).refusal(id, goods);
    }

    @Override
    public List<Long> choices(long available, Payable goods) {
        return entries.stream().map(Entry::points).sorted().toList();
    }

    @Override
    public Entry best() {
        return entries.stream()
                .reduce((one, other) -> other.better(one) ? other : one)
                .orElse(new Entry(0, "0"));
    }

    @Override
    public void check(BiConsumer<String, String> report, int scale) {
        Set<Long> seen = new HashSet<>();
        if (entries.isEmpty()) {
            report.accept("menu", "it has no entry(..)");
        }
        for (Entry entry : entries) {
            if (entry.points < 1) {
                report.accept("entry", entry.points + " is not 1 point or more");
            }
            if (!seen.add(entry.points)) {
                report.accept("entry", entry.points + " points are there twice");
            }
            if (!entry.amount.matches(Money.PATTERN) || entry.worth().signum() == 0) {
                report.accept("entry", "\"" + entry.amount + "\" is no amount above zero");
            }
        }
    }

    @Override
    public String describe() {
        return entries.stream()
                .map(entry -> entry.amount + " off for " + entry.points + " points")
                .collect(Collectors.joining(", "));
    }

    /** So much off for so many points. */
    record Entry(long points, String amount) {
        BigDecimal worth() {
            return new BigDecimal(amount);
        }

        private boolean better(Entry than) {
            return worth().multiply(BigDecimal.valueOf(than.points))
                            .compareTo(than.worth().multiply(BigDecimal.valueOf(points)))
                    > 0;
        }
    }
}
