package io.loyalty4j.laws;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Whether two occasions share a period, and what an account's counters have of one, by their names. */
record NaiveMeter(ZoneId zone, Optional<Instant> enrolled) {

    /** What the counters of a name have in the periods of an instant: each is named after its instant or day, or the first day of its period. */
    long used(Map<String, Counter> counters, String name, Window window, Instant at) {
        String path = name + "/" + window.code() + "/";
        return counters.entrySet().stream()
                .filter(counter -> counter.getKey().startsWith(path))
                .filter(counter -> counts(window, at, counter.getKey().substring(path.length())))
                .mapToLong(counter -> counter.getValue().value())
                .sum();
    }

    private boolean counts(Window window, Instant at, String key) {
        if (window.rolls()) {
            return window.hours().isPresent()
                    ? share(window, at, Instant.ofEpochMilli(Long.parseLong(key)))
                    : share(window, day(at), LocalDate.parse(key));
        }
        return LocalDate.parse(key).equals(begin(window, day(at)));
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    boolean share(Window window, Instant one, Instant other) {
        return window.hours().isPresent()
                ? Math.abs(one.toEpochMilli() - other.toEpochMilli())
                        < window.hours().get().toMillis()
                : share(window, day(one), day(other));
    }

    private boolean share(Window window, LocalDate one, LocalDate other) {
        if (window.days().isPresent()) {
            Period length = window.days().get();
            return one.isBefore(other.plus(length)) && other.isBefore(one.plus(length));
        }
        return begin(window, one).equals(begin(window, other));
    }

    private LocalDate begin(Window window, LocalDate day) {
        return window.equals(Window.MEMBERSHIP_YEAR) ? year(day) : window.startOf(day);
    }

    /** The last anniversary of the enrolment; a day before it is a year of its own. */
    private LocalDate year(LocalDate day) {
        LocalDate since = enrolled.map(this::day).orElse(day);
        if (day.isBefore(since)) {
            return day;
        }
        int years = 0;
        while (!since.plusYears(years + 1).isAfter(day)) {
            years++;
        }
        return since.plusYears(years);
    }
}
