package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditions on the day and time of an occasion, all in the program's zone. The 29th of February is the 28th in common years. */
final class CalendarConditions {
    private CalendarConditions() {}

    /** How near the member's birthday must be. */
    enum Birthday implements Condition<Occasion> {
        DAY("on the birthday"),
        WEEK("in the week of the birthday"),
        MONTH("in the month of the birthday");

        private final String words;

        Birthday(String words) {
            this.words = words;
        }

        @Override
        public boolean test(Occasion occasion) {
            return occasion.birthday()
                    .filter(born -> days(occasion.date()).anyMatch(day -> falls(born, day)))
                    .isPresent();
        }

        /** The days that a birthday may be on for it to count on this one; a week may lie in two years. */
        private Stream<LocalDate> days(LocalDate date) {
            LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            LocalDate first = date.withDayOfMonth(1);
            return switch (this) {
                case DAY -> Stream.of(date);
                case WEEK -> monday.datesUntil(monday.plusWeeks(1));
                case MONTH -> first.datesUntil(first.plusMonths(1));
            };
        }

        @Override
        public String describe() {
            return words;
        }
    }

    /** The day of enrolment in a later year. */
    record Anniversary() implements Condition<Occasion> {
        @Override
        public boolean test(Occasion occasion) {
            LocalDate date = occasion.date();
            return occasion.memberSince()
                    .filter(since -> since.isBefore(date) && falls(MonthDay.from(since), date))
                    .isPresent();
        }

        @Override
        public String describe() {
            return "on an anniversary of the enrolment";
        }
    }

    private static boolean falls(MonthDay day, LocalDate date) {
        return day.atYear(date.getYear()).equals(date);
    }

    /** Some days of the week. */
    record Weekday(List<DayOfWeek> anyOf) implements Condition<Occasion>, Stated {
        @Override
        public boolean test(Occasion occasion) {
            return anyOf.contains(occasion.date().getDayOfWeek());
        }

        @Override
        public String describe() {
            return anyOf.stream()
                    .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .collect(Collectors.joining(" or ", "on ", ""));
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            return anyOf.isEmpty() ? List.of("weekday() names none") : List.of();
        }
    }

    /** A time of day, over midnight where it ends earlier than it begins. */
    record Between(Written<LocalTime> from, Written<LocalTime> until) implements Condition<Occasion>, Stated {
        static Between of(String from, String until) {
            return new Between(Written.of(from, LocalTime::parse), Written.of(until, LocalTime::parse));
        }

        @Override
        public boolean test(Occasion occasion) {
            return holdsAt(occasion.time());
        }

        boolean holdsAt(LocalTime time) {
            boolean begun = !time.isBefore(from.value());
            boolean goingOn = time.isBefore(until.value());
            return from.value().isBefore(until.value()) ? begun && goingOn : begun || goingOn;
        }

        @Override
        public String describe() {
            return "from " + from.text() + " until " + until.text();
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            List<String> mistakes = Written.mistakes("is no time of day such as 18:30", from, until);
            return mistakes.isEmpty() && from.value().equals(until.value())
                    ? List.of(describe() + ": ends when it begins")
                    : mistakes;
        }
    }

    /** Some days one after the other. */
    record OnDates(Written<LocalDate> first, Written<LocalDate> last) implements Condition<Occasion>, Stated {
        static OnDates of(String first, String last) {
            return new OnDates(Written.of(first, LocalDate::parse), Written.of(last, LocalDate::parse));
        }

        @Override
        public boolean test(Occasion occasion) {
            return !occasion.date().isBefore(first.value()) && !occasion.date().isAfter(last.value());
        }

        @Override
        public String describe() {
            return first.equals(last) ? "on " + first.text() : "from " + first.text() + " through " + last.text();
        }

        @Override
        public List<String> mistakes(Set<String> tiers) {
            List<String> mistakes = Written.mistakes("is not a date", first, last);
            return mistakes.isEmpty() && last.value().isBefore(first.value())
                    ? List.of(describe() + ": ends before it begins")
                    : mistakes;
        }
    }
}
