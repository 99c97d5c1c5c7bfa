package io.loyalty4j.tier;

import io.loyalty4j.tier.Standing.Rung;
import io.loyalty4j.tier.Standing.Span;
import io.loyalty4j.tier.Standing.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a standing means now and later, if nothing more counts, and what would make it better. */
final class Outlook {
    private final Standing standing;
    private final Terms terms;
    private final Present present;
    private final Rung rung;
    private final Optional<Instant> end;

    Outlook(Standing standing, Present present) {
        this.standing = standing;
        this.terms = standing.terms();
        this.present = present;
        this.rung = terms.rungs().get(terms.index(standing.tierAt(present.now())));
        this.end = end();
    }

    TierStatus status() {
        return new TierStatus(
                rung.tier(),
                end.map(this::lastDay),
                Set.copyOf(rung.benefits()),
                next(),
                end.flatMap(this::keep),
                projected());
    }

    private LocalDate lastDay(Instant until) {
        return present.dayOf(until).minusDays(1);
    }

    /** When the tier ends, whatever spans it consists of. */
    private Optional<Instant> end() {
        if (terms.index(rung.tier()) == 0) {
            return Optional.empty();
        }
        Instant reached = present.now();
        Optional<Instant> later = after(reached);
        while (later.isPresent() && later.get().isBefore(Instant.MAX)) {
            reached = later.get();
            later = after(reached);
        }
        return later.isPresent() ? Optional.empty() : Optional.of(reached);
    }

    private Optional<Instant> after(Instant at) {
        return standing.spans().stream()
                .filter(span -> span.tier().equals(rung.tier()) && span.covers(at))
                .map(Span::until)
                .max(Comparator.naturalOrder());
    }

    private LocalDate period() {
        return present.periodOf(terms.per(), present.today());
    }

    private BigDecimal reachedIn(LocalDate period) {
        return standing.amounts().getOrDefault(period, BigDecimal.ZERO);
    }

    private RollingSum rolling() {
        return new RollingSum(standing.amounts(), terms.length());
    }

    /** A tier that is reached, and begins only with the next period, is behind the member. */
    private Optional<TierProgress> next() {
        boolean rolls = terms.per().rolls();
        BigDecimal reached = rolls ? rolling().on(present.today()) : reachedIn(period());
        LocalDate by = rolls ? rolling().lastDayOf(present.today()) : lastDayOfPeriod();
        List<Rung> above = terms.rungs()
                .subList(terms.index(rung.tier()) + 1, terms.rungs().size());
        return above.stream()
                .filter(one -> !terms.startsNext() || one.from().compareTo(reached) > 0)
                .findFirst()
                .map(one -> new TierProgress(one.tier(), reached, one.from(), by));
    }

    private LocalDate lastDayOfPeriod() {
        LocalDate next = present.nextAfter(terms.per(), present.today());
        return next.equals(LocalDate.MAX) ? next : next.minusDays(1);
    }

    private Optional<TierProgress> keep(Instant until) {
        if (terms.index(standing.tierAt(until)) >= terms.index(rung.tier())) {
            return Optional.empty();
        }
        return terms.per().rolls() ? keepRolling(until) : keepInPeriod(until);
    }

    private Optional<TierProgress> keepRolling(Instant until) {
        LocalDate by = lastDay(until);
        boolean countsThen = rolling().lastDayFrom(by).isAfter(by);
        return countsThen || terms.keptFor().isPresent()
                ? Optional.of(new TierProgress(rung.tier(), rolling().on(by.plusDays(1)), rung.from(), by))
                : Optional.empty();
    }

    /** Only what would be held beyond the end, and has not been reached in this period, prolongs the tier. */
    private Optional<TierProgress> keepInPeriod(Instant until) {
        LocalDate period = period();
        boolean done = standing.spans().stream()
                .anyMatch(span -> span.period().equals(period) && span.source().equals(rung.tier()));
        List<Span> more = done ? List.of() : new Reached(terms, present).inPeriod(rung, period, present.now());
        boolean longer =
                more.stream().filter(span -> span.tier().equals(rung.tier())).anyMatch(span -> span.covers(until));
        LocalDate by = lastDay(until).isBefore(lastDayOfPeriod()) ? lastDay(until) : lastDayOfPeriod();
        return longer
                ? Optional.of(new TierProgress(rung.tier(), reachedIn(period), rung.from(), by))
                : Optional.empty();
    }

    private String projected() {
        if (terms.per().rolls()) {
            return end.map(standing::tierAt).orElse(rung.tier());
        }
        LocalDate next = present.nextAfter(terms.per(), present.today());
        return next.equals(LocalDate.MAX) ? rung.tier() : standing.tierAt(present.startOf(next));
    }
}
