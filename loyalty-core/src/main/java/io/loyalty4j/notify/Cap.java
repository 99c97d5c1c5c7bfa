package io.loyalty4j.notify;

import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** At most so many messages to a member in a period. */
record Cap(int messages, Window window) {
    static final int MOST = 100;

    private static final Duration ANY_TWO_ZONES = Duration.ofDays(2);

    /** Whether what is sent at one of the instants and what is sent at the other are in one period, whichever was first. */
    boolean together(Instant one, Instant other, ZoneId zone) {
        if (window.hours().isPresent()) {
            return Duration.between(one, other).abs().compareTo(window.hours().get()) < 0;
        }
        LocalDate day = LocalDate.ofInstant(one, zone);
        LocalDate otherDay = LocalDate.ofInstant(other, zone);
        return window.days()
                .map(length -> otherDay.isBefore(day.plus(length)) && day.isBefore(otherDay.plus(length)))
                .orElseGet(() -> window.startOf(day).equals(window.startOf(otherDay)));
    }

    /** Whether what was sent at an instant may still count at a later one, wherever the member moves to. */
    boolean remembers(Instant sent, ZoneId zone, Instant now) {
        Instant earlier = window.hours().isPresent() ? now : now.minus(ANY_TWO_ZONES);
        return !sent.isBefore(earlier) || together(sent, earlier, zone);
    }

    String describe() {
        return "at most " + messages + " per " + window.describe();
    }
}
