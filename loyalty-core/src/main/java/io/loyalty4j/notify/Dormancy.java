package io.loyalty4j.notify;

import io.loyalty4j.program.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** That the latest order is long ago. It is told within thirty days of becoming so, or never. */
final class Dormancy {
    private static final Duration LATE = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int FEWEST_GAPS = 2;

    private Dormancy() {}

    static Optional<Upcoming> of(String id, Moment moment, Look look) {
        ZoneId zone = look.account().program().zone();
        return latest(look)
                .flatMap(latest -> due(latest, moment, look, zone).map(due -> {
                    LocalDate day = latest.atZone(zone).toLocalDate();
                    return new Upcoming(
                            latest.toString(),
                            due,
                            due.plus(LATE),
                            (about, gift) -> new LoyaltyEvent.Dormant(about, id, day, gift));
                }));
    }

    private static Optional<Instant> latest(Look look) {
        return look.memory().orders().stream()
                .map(Placed::at)
                .max(Comparator.naturalOrder())
                .or(look.account()::lastOrder);
    }

    private static Optional<Instant> due(Instant latest, Moment moment, Look look, ZoneId zone) {
        return moment.rhythm() == 0
                ? Optional.of(latest.atZone(zone).plus(moment.ahead()).toInstant())
                : usual(look.memory().orders()).map(gap -> latest.plus(gap.multipliedBy(moment.rhythm())));
    }

    /** The median of the gaps between orders, at least a day; of an even number the mean of the two in the middle. */
    private static Optional<Duration> usual(List<Placed> orders) {
        List<Duration> gaps = IntStream.range(1, orders.size())
                .mapToObj(i ->
                        Duration.between(orders.get(i - 1).at(), orders.get(i).at()))
                .sorted()
                .toList();
        if (gaps.size() < FEWEST_GAPS) {
            return Optional.empty();
        }
        int middle = gaps.size() / 2;
        Duration median = gaps.size() % 2 == 1
                ? gaps.get(middle)
                : gaps.get(middle - 1).plus(gaps.get(middle)).dividedBy(2);
        return Optional.of(median.compareTo(DAY) < 0 ? DAY : median);
    }
}
