package io.loyalty4j.notify;

import io.loyalty4j.tier.Present;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** What comes once a year: birthdays and anniversaries, on 28 February of common years for the 29th. They are told within a week, or never. */
final class Yearly {
    private static final int LATE_DAYS = 7;
    private static final int YEARS = 12;

    private Yearly() {}

    /** The member's next birthdays, of which none is too soon after it was known or after the one before. */
    static List<Upcoming> birthdays(String id, Look look, Period coolingOff) {
        Present home = look.atHome();
        LocalDate notBefore = look.memory().told(id).stream()
                .map(at -> home.dayOf(at).plusMonths(6))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return look.memory().birthday().stream()
                .flatMap(known -> known.day().stream()
                        .flatMap(day -> years(home).mapToObj(day::atYear))
                        .filter(day -> !day.isBefore(home.dayOf(known.since()).plus(coolingOff))))
                .filter(day -> !day.isBefore(notBefore))
                .map(day -> on(day, home, day.getYear(), (about, gift) -> new LoyaltyEvent.Birthday(about, id, gift)))
                .toList();
    }

    /** The next anniversaries of the day on which the member came, in the program's zone. */
    static List<Upcoming> anniversaries(String id, Look look) {
        Present present = look.present();
        int first = present.since().getYear();
        return years(present)
                .filter(year -> year > first)
                .mapToObj(year -> on(
                        present.since().plusYears((long) year - first),
                        present,
                        year - first,
                        (about, gift) -> new LoyaltyEvent.Anniversary(about, id, year - first, gift)))
                .toList();
    }

    private static IntStream years(Present present) {
        int year = present.today().getYear();
        return IntStream.range(year - 1, year + YEARS);
    }

    private static Upcoming on(
            LocalDate day, Present present, int cause, BiFunction<LoyaltyEvent.About, MomentGift, LoyaltyEvent> event) {
        return new Upcoming(
                Integer.toString(cause), present.startOf(day), present.startOf(day.plusDays(LATE_DAYS)), event);
    }
}
