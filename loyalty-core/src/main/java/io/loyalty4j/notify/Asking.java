package io.loyalty4j.notify;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Absence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks conditions and rules of moments; one of the shop's own that throws does not hold, and stands in the way of nothing else. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration NEVER = Duration.ofDays(36_525);

    private Asking() {}

    static boolean holds(String id, Moment moment, Supplier<Occasion> occasion) {
        try {
            return moment.condition().test(occasion.get());
        } catch (RuntimeException e) {
            LOG.error("The condition of the moment {} fails; it is passed over", id, e);
            return false;
        }
    }

    static Optional<Instant> from(String id, Absence rule, Instant latest, List<Instant> orders, ZoneId zone) {
        try {
            return rule.from(latest, orders, zone).filter(due -> due.isBefore(latest.plus(NEVER)));
        } catch (RuntimeException e) {
            LOG.error("The rule of the moment {} fails; it is passed over", id, e);
            return Optional.empty();
        }
    }
}
