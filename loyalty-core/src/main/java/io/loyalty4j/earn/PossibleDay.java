package io.loyalty4j.earn;

import io.loyalty4j.earn.CalendarConditions.Between;
import io.loyalty4j.earn.CalendarConditions.OnDates;
import io.loyalty4j.earn.CalendarConditions.Weekday;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether there is a day, and a time of day, at which calendar conditions hold. A free stretch of seven days has all days of the week, so only the first
 * seven of each need to be looked at.
 */
final class PossibleDay {
    private static final LocalDate ANY = LocalDate.of(2001, 1, 1);
    private static final int WEEK = 7;

    private final Alternative<Occasion> way;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * Between two days.
     *
     * @param from {@link LocalDate#MIN} if any day may be the first
     * @param through {@link LocalDate#MAX} if any day may be the last
     */
    PossibleDay(Alternative<Occasion> way, LocalDate from, LocalDate through) {
        this.way = way;
        LocalDate earliest = from;
        LocalDate latest = through;
        for (OnDates dates : way.holding(OnDates.class)) {
            earliest = later(earliest, dates.first().value());
            latest = earlier(latest, dates.last().value());
        }
        this.last = latest;
        this.first = earliest.equals(LocalDate.MIN) ? someTimeBefore(latest) : earliest;
    }

    private LocalDate someTimeBefore(LocalDate latest) {
        LocalDate earliest = latest.equals(LocalDate.MAX) ? ANY : latest;
        for (OnDates dates : way.failing(OnDates.class)) {
            earliest = earlier(earliest, dates.first().value());
        }
        return earliest.minusWeeks(1);
    }

    boolean exists() {
        return days().anyMatch(this::free) && times();
    }

    private Stream<LocalDate> days() {
        List<LocalDate> starts = new ArrayList<>(List.of(first));
        way.failing(OnDates.class)
                .forEach(dates -> starts.add(later(first, dates.last().value().plusDays(1))));
        return starts.stream().flatMap(start -> start.datesUntil(start.plusDays(WEEK)));
    }

    private boolean free(LocalDate day) {
        return !day.isAfter(last)
                && way.holding(Weekday.class).stream()
                        .allMatch(some -> some.anyOf().contains(day.getDayOfWeek()))
                && way.failing(Weekday.class).stream()
                        .noneMatch(some -> some.anyOf().contains(day.getDayOfWeek()))
                && way.failing(OnDates.class).stream()
                        .noneMatch(dates -> !day.isBefore(dates.first().value())
                                && !day.isAfter(dates.last().value()));
    }

    /** Whether they hold changes only when one of them begins or ends. */
    private boolean times() {
        List<Between> must = way.holding(Between.class);
        List<Between> mustNot = way.failing(Between.class);
        Stream<LocalTime> changes = Stream.concat(must.stream(), mustNot.stream())
                .flatMap(between ->
                        Stream.of(between.from().value(), between.until().value()));
        return Stream.concat(Stream.of(LocalTime.MIDNIGHT), changes)
                .anyMatch(time -> must.stream().allMatch(between -> between.holdsAt(time))
                        && mustNot.stream().noneMatch(between -> between.holdsAt(time)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
