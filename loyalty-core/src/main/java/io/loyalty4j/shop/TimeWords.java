package io.loyalty4j.shop;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time as people say them: {@code 2 months 1 day}. */
public final class TimeWords {
    private TimeWords() {}

    /** Down to the second. */
    public static String of(Duration time) {
        List<String> words = new ArrayList<>();
        add(words, time.toDays(), "day");
        add(words, time.toHoursPart(), "hour");
        add(words, time.toMinutesPart(), "minute");
        add(words, time.toSecondsPart(), "second");
        return words.isEmpty() ? "at once" : String.join(" ", words);
    }

    public static String of(Period time) {
        List<String> words = new ArrayList<>();
        add(words, time.getYears(), "year");
        add(words, time.getMonths(), "month");
        add(words, time.getDays(), "day");
        return String.join(" ", words);
    }

    private static void add(List<String> words, long many, String unit) {
        if (many != 0) {
            words.add(many + " " + unit + (many == 1 ? "" : "s"));
        }
    }
}
