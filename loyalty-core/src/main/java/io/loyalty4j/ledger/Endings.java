package io.loyalty4j.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Until which days a member can use what they have, if nothing happens until then. */
final class Endings {
    private final Account account;

    Endings(Account account) {
        this.account = account;
    }

    SortedMap<LocalDate, Long> points(Period longer) {
        SortedMap<LocalDate, Long> points = new TreeMap<>();
        for (Lot lot : account.lots()) {
            long usable = lot.in(Bucket.AVAILABLE);
            if (usable > 0) {
                of(lot).filter(day -> day(lot.terms().opened()).isBefore(day.minus(longer)))
                        .ifPresent(day -> points.merge(day, usable, Math::addExact));
            }
        }
        return points;
    }

    Optional<LocalDate> of(Lot lot) {
        return lot.lapses(account.idleAt()).map(this::lastDay);
    }

    SortedMap<LocalDate, SortedMap<String, Long>> rewards() {
        Map<String, Long> reserved = account.holds().stream()
                .flatMap(hold -> hold.voucher().stream())
                .collect(Collectors.groupingBy(ticket -> Ticket.parse(ticket).voucher(), Collectors.counting()));
        SortedMap<LocalDate, SortedMap<String, Long>> rewards = new TreeMap<>();
        account.counters().forEach((name, counter) -> {
            long free = Voucher.is(name) ? counter.value() - reserved.getOrDefault(name, 0L) : 0;
            if (free > 0 && Voucher.until(name).isAfter(account.time())) {
                rewards.computeIfAbsent(lastDay(Voucher.until(name)), day -> new TreeMap<>())
                        .merge(Voucher.reward(name), free, Math::addExact);
            }
        });
        return rewards;
    }

    /** Before an end, the first instant at which they can be used no more. */
    private LocalDate lastDay(Instant end) {
        return day(end.minusMillis(1));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, account.program().zone());
    }
}
