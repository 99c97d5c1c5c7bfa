package io.loyalty4j.earn;

import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A sum over a member's occasions in a period: what limits and challenges count in. Of a rolling period one counter is kept for each day or instant, and an
 * occasion that is booked late sees those on both sides of it, so that a limit holds in every such period whatever the order of arrival.
 */
record Meter(String name, Window window) {
    private static final Period LATE = Period.ofMonths(1);

    /** What it reads at an occasion, without it. */
    long read(Occasion occasion, Map<String, Counter> counters) {
        if (!window.rolls()) {
            Counter counter = counters.get(path(start(window, occasion).toString()));
            return counter == null ? 0 : counter.value();
        }
        Predicate<String> near = near(window, occasion);
        String path = path("");
        long sum = 0;
        for (Map.Entry<String, Counter> counter : counters.entrySet()) {
            if (counter.getKey().startsWith(path) && near.test(counter.getKey().substring(path.length()))) {
                sum = Math.addExact(sum, counter.getValue().value());
            }
        }
        return sum;
    }

    /** Whether a counter, by its name, belongs to the period of such a window that an occasion lies in. */
    static boolean inPeriod(String counter, Window window, Occasion occasion) {
        String code = "/" + window.code() + "/";
        int at = counter.lastIndexOf(code);
        if (at < 0) {
            return false;
        }
        String key = counter.substring(at + code.length());
        return window.rolls()
                ? near(window, occasion).test(key)
                : key.equals(start(window, occasion).toString());
    }

    private static Predicate<String> near(Window window, Occasion occasion) {
        if (window.days().isPresent()) {
            Period length = window.days().get();
            LocalDate day = occasion.date();
            return text -> day.isBefore(LocalDate.parse(text).plus(length))
                    && LocalDate.parse(text).isBefore(day.plus(length));
        }
        long length = window.hours().orElseThrow().toMillis();
        long at = occasion.at().toEpochMilli();
        return text -> Math.abs(Long.parseLong(text) - at) < length;
    }

    /** What an occasion adds to it. */
    Count count(long by, Occasion occasion, ZoneId zone) {
        if (window.hours().isPresent()) {
            Instant at = occasion.at();
            return new Count(
                    path(Long.toString(at.toEpochMilli())),
                    by,
                    Optional.of(at.plus(window.hours().get())),
                    Optional.empty());
        }
        LocalDate key = window.rolls() ? occasion.date() : start(window, occasion);
        Optional<Instant> until =
                end(occasion).map(day -> day.atStartOfDay(zone).toInstant());
        return new Count(path(key.toString()), by, until, Optional.empty());
    }

    private String path(String last) {
        return name + "/" + window.code() + "/" + last;
    }

    private static LocalDate start(Window window, Occasion occasion) {
        LocalDate day = occasion.date();
        return window.ofCalendar() ? window.startOf(day) : membershipYear(occasion, day);
    }

    private static LocalDate membershipYear(Occasion occasion, LocalDate day) {
        LocalDate since = occasion.memberSince().filter(day::isAfter).orElse(day);
        LocalDate anniversary = since.plusYears((long) day.getYear() - since.getYear());
        return anniversary.isAfter(day) ? since.plusYears((long) day.getYear() - since.getYear() - 1) : anniversary;
    }

    private Optional<LocalDate> end(Occasion occasion) {
        LocalDate day = occasion.date();
        if (window.equals(Window.LIFETIME)) {
            return Optional.empty();
        }
        if (window.days().isPresent()) {
            return Optional.of(day.plus(window.days().get()));
        }
        LocalDate next = window.ofCalendar()
                ? window.nextAfter(day)
                : start(window, occasion).plusYears(1);
        return Optional.of(next.plus(LATE));
    }
}
