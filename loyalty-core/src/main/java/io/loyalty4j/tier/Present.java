package io.loyalty4j.tier;

import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Now, as a member's calendar says it.
 *
 * @param zone whose days and years hold
 * @param since the day on which the member came: membership years begin on it and on its anniversaries, on 28 February where there is no 29th
 */
public record Present(Instant now, ZoneId zone, LocalDate since) {
    /** The first day of the period that a day lies in; of a rolling window the day itself. */
    public LocalDate periodOf(Window per, LocalDate day) {
        if (per.ofCalendar()) {
            return per.startOf(day);
        }
        return per.rolls() ? day : membershipYear(day);
    }

    private LocalDate membershipYear(LocalDate day) {
        LocalDate anniversary = anniversary(day.getYear());
        return anniversary.isAfter(day) ? anniversary(day.getYear() - 1) : anniversary;
    }

    private LocalDate anniversary(int year) {
        return since.plusYears((long) year - since.getYear());
    }

    /** The first day after the period that a day lies in; {@link LocalDate#MAX} after a lifetime. */
    public LocalDate nextAfter(Window per, LocalDate day) {
        if (per.ofCalendar()) {
            return per.nextAfter(day);
        }
        return per.rolls() ? day.plusDays(1) : anniversary(membershipYear(day).getYear() + 1);
    }

    public LocalDate today() {
        return dayOf(now);
    }

    /** The day that an instant lies in. */
    public LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** When a day begins; {@link Instant#MAX} for {@link LocalDate#MAX}. */
    public Instant startOf(LocalDate day) {
        return day.equals(LocalDate.MAX) ? Instant.MAX : day.atStartOfDay(zone).toInstant();
    }
}
