package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/** An index of members by an instant, each at most once. Thread-safe, as long as nobody moves one member twice at a time. */
final class Agenda {
    private static final Comparator<Date> EARLIEST_FIRST =
            Comparator.comparing(Date::at).thenComparing(Date::member);

    private final ConcurrentSkipListSet<Date> dates = new ConcurrentSkipListSet<>(EARLIEST_FIRST);

    void move(MemberId member, Optional<Instant> from, Optional<Instant> to) {
        if (!from.equals(to)) {
            from.ifPresent(at -> dates.remove(new Date(at, member)));
            to.ifPresent(at -> dates.add(new Date(at, member)));
        }
    }

    /** The earliest members, as long as their instants are such. */
    List<MemberId> whileAt(Predicate<Instant> such, int limit) {
        return dates.stream()
                .takeWhile(each -> such.test(each.at()))
                .limit(limit)
                .map(Date::member)
                .toList();
    }

    private record Date(Instant at, MemberId member) {}
}
