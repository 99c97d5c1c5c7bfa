package io.loyalty4j.insight;

import io.loyalty4j.shop.Absence;
import io.loyalty4j.shop.Rhythm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** That a model says that fewer than a share of such customers are still there. */
record LikelyGone(BgNbd model, BigDecimal share) implements Absence {
    private static final int MOST_DAYS = 3_653;

    LikelyGone {
        double most = model.b() / (model.a() + model.b());
        Bounds.check(
                share.signum() > 0 && share.doubleValue() < most,
                share + " is not between 0 and " + most + ", which is P(alive) on the day of a first repeat order");
    }

    @Override
    public Optional<Instant> from(Instant latest, List<Instant> orders, ZoneId zone) {
        SortedSet<LocalDate> days = days(latest, orders, zone);
        LocalDate last = days.last();
        return pause(Repeats.of(days, last))
                .map(pause -> last.plusDays(pause).atStartOfDay(zone).toInstant());
    }

    private static SortedSet<LocalDate> days(Instant latest, List<Instant> orders, ZoneId zone) {
        List<Instant> all = Stream.concat(orders.stream(), Stream.of(latest))
                .distinct()
                .sorted()
                .toList();
        SortedSet<LocalDate> days = new TreeSet<>();
        all.subList(Math.max(0, all.size() - Rhythm.MOST_ORDERS), all.size())
                .forEach(order -> days.add(order.atZone(zone).toLocalDate()));
        return days;
    }

    /** The fewest days after the last order after which they are likely gone. P(alive) falls from day to day, so halving finds it. */
    private Optional<Integer> pause(Repeats then) {
        if (!gone(then, MOST_DAYS)) {
            return Optional.empty();
        }
        int there = 0;
        int gone = MOST_DAYS;
        while (gone - there > 1) {
            int middle = (there + gone) / 2;
            if (gone(then, middle)) {
                gone = middle;
            } else {
                there = middle;
            }
        }
        return Optional.of(gone);
    }

    private boolean gone(Repeats then, int days) {
        Repeats later = new Repeats(then.frequency(), then.recencyDays(), then.ageDays() + days);
        return model.alive(later) < share.doubleValue();
    }

    @Override
    public String describe() {
        return "after a pause from which fewer than "
                + share.movePointRight(2).stripTrailingZeros().toPlainString() + " of 100 such customers return";
    }
}
