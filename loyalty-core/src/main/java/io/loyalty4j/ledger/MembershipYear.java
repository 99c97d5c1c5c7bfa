package io.loyalty4j.ledger;

import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Counters of a membership year, which begins on another day for each member. */
final class MembershipYear {
    private static final String PATH = "/" + Window.MEMBERSHIP_YEAR.code() + "/";

    private MembershipYear() {}

    /** The name under which a member counts what another counted in the year that is running; other counters have the same name for all. */
    static String renamed(String counter, Optional<Instant> since, Instant now, ZoneId zone) {
        int at = counter.lastIndexOf(PATH);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate came =
                since.map(instant -> instant.atZone(zone).toLocalDate()).orElse(today);
        if (at < 0 || !covers(LocalDate.parse(counter.substring(at + PATH.length())), today)) {
            return counter;
        }
        LocalDate anniversary = came.plusYears((long) today.getYear() - came.getYear());
        LocalDate begin =
                covers(anniversary, today) ? anniversary : came.plusYears((long) today.getYear() - came.getYear() - 1);
        return counter.substring(0, at) + PATH + begin;
    }

    private static boolean covers(LocalDate begin, LocalDate day) {
        return !begin.isAfter(day) && day.isBefore(begin.plusYears(1));
    }
}
