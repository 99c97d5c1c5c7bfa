package io.loyalty4j.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long a member usually waits between two orders. */
final class Rhythm {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int FEWEST_GAPS = 2;

    private Rhythm() {}

    /** The median of the gaps between orders, at least a day; of an even number the mean of the two in the middle; empty if there are too few. */
    static Optional<Duration> of(List<Placed> orders) {
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
