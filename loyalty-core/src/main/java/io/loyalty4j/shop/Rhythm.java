package io.loyalty4j.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long a customer usually waits between two orders. */
public final class Rhythm {
    /** Of more than these latest orders the earlier ones do not matter. */
    public static final int MOST_ORDERS = 13;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int FEWEST_GAPS = 2;

    private Rhythm() {}

    /**
     * The median of the gaps between orders, at least a day; of an even number the mean of the two in the middle; empty if there are fewer than two gaps.
     *
     * @param orders in time
     */
    public static Optional<Duration> of(List<Instant> orders) {
        List<Instant> latest = orders.subList(Math.max(0, orders.size() - MOST_ORDERS), orders.size());
        List<Duration> gaps = IntStream.range(1, latest.size())
                .mapToObj(i -> Duration.between(latest.get(i - 1), latest.get(i)))
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
