package io.loyalty4j.tier;

import io.loyalty4j.tier.RollingSum.Run;
import io.loyalty4j.tier.Standing.Rung;
import io.loyalty4j.tier.Standing.Span;
import io.loyalty4j.tier.Standing.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spans of a ladder that counts the last days: for each tier the runs of days on which the sum reaches it. A run begins with the order that made it, and
 * what has begun keeps its beginning. What lies before the days of which all sums are known stays as it is.
 */
final class RollingSpans {
    /** Daily sums that are kept: those of the longest window. */
    static final int DAYS = 366;

    private final Terms terms;
    private final Present present;
    private final RollingSum sum;
    private final List<Tenure> before;
    private final LocalDate known;

    RollingSpans(Standing before, Map<LocalDate, BigDecimal> sums, Present present) {
        this.terms = before.terms();
        this.present = present;
        this.sum = new RollingSum(sums, terms.length());
        this.before = Tenure.of(before.spans());
        this.known = sum.lastDayFrom(firstKept(present));
    }

    static LocalDate firstKept(Present present) {
        return present.today().minusDays(DAYS - 1L);
    }

    /**
     * After amounts of some days have grown.
     *
     * @param at from when a tier is held that they reach, if its run has begun by then
     */
    List<Span> grown(Set<LocalDate> days, Instant at) {
        List<Span> spans = new ArrayList<>();
        List<Tenure> others = new ArrayList<>(before);
        for (Rung rung : terms.rungs()) {
            List<Tenure> own = before.stream().filter(one -> isOf(one, rung)).toList();
            others.removeAll(own);
            if (rung.from().signum() > 0) {
                sum.runs(rung.from(), known).forEach(run -> spans.addAll(grown(rung, run, own, days, at)));
            }
        }
        others.forEach(one -> spans.addAll(one.spans()));
        return spans;
    }

    private boolean isOf(Tenure tenure, Rung rung) {
        return live(tenure)
                && tenure.tier().equals(rung.tier())
                && tenure.needed().compareTo(rung.from()) == 0;
    }

    private boolean live(Tenure tenure) {
        return !tenure.given() && !tenure.lastDay(present).isBefore(known);
    }

    private List<Span> grown(Rung rung, Run run, List<Tenure> own, Set<LocalDate> days, Instant at) {
        List<Tenure> parts = own.stream()
                .filter(one -> run.meets(one.period(), one.lastDay(present)))
                .toList();
        if (parts.isEmpty()) {
            boolean made = days.stream().anyMatch(day -> run.meets(day, sum.lastDayFrom(day)));
            return made ? reached(rung, run.first(), later(at, run.first()), run, Instant.MIN) : List.of();
        }
        if (parts.size() == 1 && same(parts.get(0), run)) {
            return parts.get(0).spans();
        }
        Instant from =
                parts.stream().map(Tenure::from).min(Comparator.naturalOrder()).orElse(at);
        Instant promised = parts.stream()
                .map(Tenure::keptUntil)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return reached(rung, first(parts, run), from, run, promised);
    }

    private Instant later(Instant at, LocalDate day) {
        Instant start = present.startOf(day);
        return start.isAfter(at) ? start : at;
    }

    private LocalDate first(List<Tenure> parts, Run run) {
        LocalDate first = run.first();
        for (Tenure part : parts) {
            first = run.first().equals(known) && part.period().isBefore(first) ? part.period() : first;
        }
        return first;
    }

    private boolean same(Tenure tenure, Run run) {
        return first(List.of(tenure), run).equals(tenure.period())
                && tenure.lastDay(present).equals(run.last());
    }

    private List<Span> reached(Rung rung, LocalDate first, Instant from, Run run, Instant promised) {
        Instant counts = present.startOf(run.last().plusDays(1));
        return from.isBefore(counts)
                ? new Reached(terms, present).spans(rung, first, from, counts, promised)
                : List.of();
    }

    /** After amounts of some days have become less. */
    List<Span> shrunk() {
        List<Span> spans = new ArrayList<>();
        for (Tenure one : before) {
            if (live(one)) {
                List<Run> runs = sum.runs(one.needed(), known).stream()
                        .filter(run -> run.meets(one.period(), one.lastDay(present)))
                        .map(run -> run.within(one.period(), one.lastDay(present)))
                        .toList();
                runs.forEach(run -> spans.addAll(left(one, run, run.equals(runs.get(0)))));
            } else {
                spans.addAll(one.spans());
            }
        }
        return spans;
    }

    /** What begins after a gap has a beginning of its own. */
    private List<Span> left(Tenure tenure, Run run, boolean earliest) {
        if (same(tenure, run)) {
            return tenure.spans();
        }
        LocalDate first = first(List.of(tenure), run);
        boolean goesOn = earliest && !run.last().isBefore(present.today());
        Instant from = goesOn ? tenure.from() : later(tenure.from(), first);
        Instant promised = goesOn ? tenure.keptUntil() : Instant.MIN;
        List<Span> left = reached(new Rung(tenure.tier(), tenure.needed(), List.of()), first, from, run, promised);
        boolean asksTheSame = terms.rungs().stream().anyMatch(rung -> isOf(tenure, rung));
        return asksTheSame
                ? left
                : left.stream()
                        .flatMap(span -> span.endingBy(tenure.end()).stream())
                        .toList();
    }
}
