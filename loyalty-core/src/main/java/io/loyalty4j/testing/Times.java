package io.loyalty4j.testing;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When things happened, as commands say it and as people read it. */
final class Times {
    private Times() {}

    /** Empty if the command leaves it to the clock. */
    static Optional<Instant> of(Command command) {
        if (command instanceof Order order) {
            return order.placedAt();
        }
        if (command instanceof Order.Reservation reservation) {
            return reservation.order().placedAt();
        }
        return command instanceof Activity activity ? activity.doneAt() : Optional.empty();
    }

    /** To the minute, or the second where there are such. */
    static String text(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), zone).toString();
    }
}
