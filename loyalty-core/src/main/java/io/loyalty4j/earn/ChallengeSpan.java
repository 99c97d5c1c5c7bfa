package io.loyalty4j.earn;

import io.loyalty4j.shop.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time in which the goals of a challenge are to be met.
 *
 * @param within so long, from anywhere or from the enrolment
 * @param per anew in each such period
 */
record ChallengeSpan(Optional<Period> within, boolean sinceEnrolment, Optional<Window> per) {
    private static final int LONGEST = 366;

    /** The whole of a life. */
    static final ChallengeSpan EVER = new ChallengeSpan(Optional.empty(), false, Optional.empty());

    Window window() {
        return per.orElseGet(() ->
                within.filter(time -> !sinceEnrolment).map(Window::rolling).orElse(Window.LIFETIME));
    }

    boolean over(Occasion occasion) {
        LocalDate day = occasion.date();
        return sinceEnrolment
                && within.map(time -> occasion.memberSince().orElse(day).plus(time))
                        .filter(end -> !day.isBefore(end))
                        .isPresent();
    }

    String text() {
        return within.map(Period::toString).orElse("") + ";" + sinceEnrolment + ";"
                + per.map(Window::code).orElse("");
    }

    static ChallengeSpan parsed(String text) {
        String[] parts = text.split(";", 3);
        return new ChallengeSpan(
                Optional.of(parts[0]).filter(some -> !some.isEmpty()).map(Period::parse),
                Boolean.parseBoolean(parts[1]),
                Optional.of(parts[2]).filter(some -> !some.isEmpty()).map(Window::new));
    }

    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        LocalDate day = LocalDate.EPOCH;
        boolean tooLong = !sinceEnrolment
                && within.filter(time -> day.plus(time).isAfter(day.plusDays(LONGEST)))
                        .isPresent();
        if (tooLong || within.filter(time -> !day.plus(time).isAfter(day)).isPresent()) {
            mistakes.add("within " + within.orElseThrow() + " is not between 1 and " + LONGEST + " days");
        }
        if (sinceEnrolment && within.isEmpty()) {
            mistakes.add("since enrolment, but within what time?");
        }
        if (per.isPresent() && within.isPresent()) {
            mistakes.add("within and per are two times; one is enough");
        }
        return mistakes;
    }
}
