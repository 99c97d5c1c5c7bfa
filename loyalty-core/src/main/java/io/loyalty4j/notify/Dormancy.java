package io.loyalty4j.notify;

import io.loyalty4j.program.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** That the latest order is long ago. It is told within thirty days of becoming so, or never. */
final class Dormancy {
    private static final Duration LATE = Duration.ofDays(30);

    private Dormancy() {}

    static Optional<Upcoming> of(String id, Moment moment, Look look) {
        ZoneId zone = look.account().program().zone();
        return latest(look)
                .flatMap(latest -> due(id, latest, moment, look, zone).map(due -> {
                    LocalDate day = latest.atZone(zone).toLocalDate();
                    return new Upcoming(
                            latest.toString(),
                            due,
                            due.plus(LATE),
                            (about, gift) -> new LoyaltyEvent.Dormant(about, id, day, gift));
                }));
    }

    private static Optional<Instant> latest(Look look) {
        return Stream.concat(look.memory().orders().stream().map(Placed::at), look.account().lastOrder().stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> due(String id, Instant latest, Moment moment, Look look, ZoneId zone) {
        List<Instant> orders = look.memory().orders().stream().map(Placed::at).toList();
        return moment.absence().flatMap(rule -> Asking.from(id, rule, latest, orders, zone));
    }
}
