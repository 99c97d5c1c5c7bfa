package io.loyalty4j.tier;

import io.loyalty4j.tier.Standing.Rung;
import io.loyalty4j.tier.Standing.Span;
import io.loyalty4j.tier.Standing.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What follows from reaching a tier: it is held while the sum counts, or as long as the ladder keeps it, then, falling step by step, each tier below. */
record Reached(Terms terms, Present present) {
    /**
     * The spans, each beginning where the one before it ends.
     *
     * @param counts until when the sum counts
     * @param promised until when the tier is kept whatever the ladder says now
     */
    List<Span> spans(Rung rung, LocalDate period, Instant from, Instant counts, Instant promised) {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(rung.tier(), rung.tier(), period, rung.from(), from, counts));
        Instant kept = kept(from, counts);
        Instant end = promised.isAfter(kept) ? promised : kept;
        if (end.isAfter(counts)) {
            spans.add(new Span(rung.tier(), rung.tier(), period, rung.from(), counts, end));
        }
        if (terms.oneStep()) {
            for (int below = terms.index(rung.tier()) - 1; below > 0 && end.isBefore(Instant.MAX); below--) {
                Instant next = step(end);
                spans.add(new Span(terms.rungs().get(below).tier(), rung.tier(), period, rung.from(), end, next));
                end = next;
            }
        }
        return spans;
    }

    /** In a calendar period: at once, or from the next one on. */
    List<Span> inPeriod(Rung rung, LocalDate period, Instant at) {
        LocalDate next = present.nextAfter(terms.per(), period);
        LocalDate end = terms.startsNext() ? present.nextAfter(terms.per(), next) : next;
        end = terms.throughNext() && !end.equals(LocalDate.MAX) ? present.nextAfter(terms.per(), end) : end;
        Instant from = terms.startsNext() ? present.startOf(next) : at;
        Instant counts = present.startOf(end);
        return from.isBefore(counts) ? spans(rung, period, from, counts, counts) : List.of();
    }

    /** Through the end of the day that is so much later, as points' expiry is counted. */
    private Instant kept(Instant from, Instant counts) {
        return terms.keptFor()
                .map(time -> present.startOf(present.dayOf(from).plus(time).plusDays(1)))
                .filter(counts::isBefore)
                .orElse(counts);
    }

    private Instant step(Instant end) {
        LocalDate day = present.dayOf(end);
        return present.startOf(terms.keptFor().map(day::plus).orElseGet(() -> present.nextAfter(terms.per(), day)));
    }
}
