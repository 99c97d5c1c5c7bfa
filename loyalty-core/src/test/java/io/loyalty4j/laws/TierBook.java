package io.loyalty4j.laws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a member did that counts, kept deed by deed, and the standing that follows, reckoned anew each time from what has not come back. */
final class TierBook {
    private final TierSpec spec;
    private final ZoneId zone;
    private final List<Deed> deeds = new ArrayList<>();

    TierBook(TierSpec spec, ZoneId zone) {
        this.spec = spec;
        this.zone = zone;
    }

    /** Something done; its worth is asked when it matters. */
    interface Deed {
        Instant at();

        long worth();
    }

    void add(Deed deed) {
        deeds.add(deed);
    }

    boolean isEmpty() {
        return deeds.isEmpty();
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private LocalDate came() {
        return day(deeds.get(0).at());
    }

    /** By the first day of the period, or by day. */
    Map<LocalDate, Long> sums() {
        Map<LocalDate, Long> sums = new TreeMap<>();
        deeds.forEach(deed -> sums.merge(spec.periodOf(day(deed.at()), came()), deed.worth(), Long::sum));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** The tier at an instant that is not before the last booking. */
    String tierAt(Instant at) {
        int highest = 0;
        for (int rung = 1; rung < spec.thresholds().size(); rung++) {
            int threshold = spec.thresholds().get(rung);
            List<Held> held = spec.per().rolls() ? rolling(threshold) : inPeriods(threshold);
            for (Held one : held) {
                highest = Math.max(highest, rungAt(one, rung, day(at)));
            }
        }
        return "T" + highest;
    }

    /** A tier from a day on, and the first day on which the sum no longer holds it. */
    private record Held(LocalDate from, LocalDate end) {}

    private int rungAt(Held held, int rung, LocalDate day) {
        LocalDate end = held.end();
        if (spec.keptFor().isPresent()) {
            LocalDate kept = held.from().plus(spec.keptFor().get()).plusDays(1);
            end = kept.isAfter(end) ? kept : end;
        }
        int at = rung;
        while (!day.isBefore(end) && at > 0) {
            at = spec.oneStep() ? at - 1 : 0;
            LocalDate begin = end;
            end = spec.keptFor().map(begin::plus).orElseGet(() -> spec.next(begin, came()));
        }
        return day.isBefore(held.from()) ? 0 : at;
    }

    private List<Held> inPeriods(int threshold) {
        List<Held> held = new ArrayList<>();
        sums().forEach((period, sum) -> {
            if (sum >= threshold) {
                LocalDate next = spec.next(period, came());
                LocalDate end = spec.startsNext() ? spec.next(next, came()) : next;
                LocalDate from = spec.startsNext() ? next : crossed(period, threshold);
                held.add(new Held(from, spec.throughNext() ? spec.next(end, came()) : end));
            }
        });
        return held;
    }

    /** The day of the deed that brought the sum there, in the order of booking. */
    private LocalDate crossed(LocalDate period, int threshold) {
        long sum = 0;
        for (Deed deed : deeds) {
            sum += spec.periodOf(day(deed.at()), came()).equals(period) ? deed.worth() : 0;
            if (sum >= threshold) {
                return day(deed.at());
            }
        }
        throw new AssertionError("the sum of " + period + " does not reach " + threshold);
    }

    private List<Held> rolling(int threshold) {
        List<Held> held = new ArrayList<>();
        LocalDate last = deeds.stream()
                .map(deed -> day(deed.at()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate first = deeds.stream()
                .map(deed -> day(deed.at()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate from = LocalDate.MAX;
        for (LocalDate day = first; !day.isAfter(last.plusDays(spec.days())); day = day.plusDays(1)) {
            boolean reached = lastDays(day) >= threshold;
            if (reached && from.equals(LocalDate.MAX)) {
                from = day;
            } else if (!reached && !from.equals(LocalDate.MAX)) {
                held.add(new Held(from, day));
                from = LocalDate.MAX;
            }
        }
        return held;
    }

    private long lastDays(LocalDate day) {
        return deeds.stream()
                .filter(deed -> !day(deed.at()).isAfter(day) && day(deed.at()).isAfter(day.minusDays(spec.days())))
                .mapToLong(Deed::worth)
                .sum();
    }
}
