package io.loyalty4j.program;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** A moment in a few words, which also say why its gift was given. */
final class MomentWords {
    private MomentWords() {}

    static String of(MomentTerms moment) {
        String what = moment.gifts().stream()
                .findFirst()
                .map(gift -> gift.clause().equals(MomentTerms.DRAW)
                        ? gift.rule().describe()
                        : "a gift of " + gift.rule().describe())
                .orElse("a word");
        return what + " " + when(moment.kind(), moment.span());
    }

    private static String when(Moment.Kind kind, MomentTerms.Span span) {
        return switch (kind) {
            case AFTER_ORDER -> words(span.pause()) + " after an order";
            case BIRTHDAY -> "on the birthday";
            case ANNIVERSARY -> "on the anniversary of the enrolment";
            case BEFORE_EXPIRY -> words(span.period()) + " before something expires";
            case TIER_AT_RISK -> words(span.period()) + " before a tier ends";
            case DORMANT ->
                (span.rhythm().isPresent() ? span.rhythm().getAsInt() + " times the usual pause" : words(span.period()))
                        + " after the latest order";
        };
    }

    private static String words(Duration time) {
        List<String> words = new ArrayList<>();
        add(words, time.toDays(), "day");
        add(words, time.toHoursPart(), "hour");
        add(words, time.toMinutesPart(), "minute");
        add(words, time.toSecondsPart(), "second");
        return words.isEmpty() ? "at once" : String.join(" ", words);
    }

    private static String words(Period time) {
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
