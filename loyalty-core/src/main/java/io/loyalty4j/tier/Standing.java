package io.loyalty4j.tier;

import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a member stands: what was counted in the periods that still matter, and the spans of time for which tiers were reached. The tier at an instant
 * is the highest whose span covers it, so time alone changes it and nothing has to run at a period's end. Immutable.
 *
 * @param amounts what counts, by the first day of its period, or by day where the last days count; none of them zero
 * @param spans in the order in which they begin
 * @param settled until when the ends of spans have been taken note of
 */
public record Standing(Terms terms, Map<LocalDate, BigDecimal> amounts, List<Span> spans, Instant settled) {
    private static final Duration REMEMBERED = Duration.ofDays(366);
    private static final Comparator<Span> IN_TIME = Comparator.comparing(Span::from)
            .thenComparing(Span::until)
            .thenComparing(Span::period)
            .thenComparing(Span::source)
            .thenComparing(Span::tier)
            .thenComparing(Span::needed);

    public Standing {
        amounts = amounts.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(
                                Map.Entry::getKey, sum -> plain(sum.getValue()), BigDecimal::add, TreeMap::new),
                        Collections::unmodifiableMap));
        spans = spans.stream().sorted(IN_TIME).toList();
    }

    private static BigDecimal plain(BigDecimal sum) {
        BigDecimal stripped = sum.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static Standing under(Terms terms) {
        return new Standing(terms, Map.of(), List.of(), Instant.MIN);
    }

    /** The code of the tier at an instant. */
    public String tierAt(Instant at) {
        int highest = 0;
        for (Span span : spans) {
            if (span.covers(at)) {
                highest = Math.max(highest, terms.index(span.tier()));
            }
        }
        return terms.rungs().get(highest).tier();
    }

    /** Tier and progress now, with last days as people say them. */
    public TierStatus at(Present present) {
        return new Outlook(this, present).status();
    }

    /** After something that counts in the period in which it occurred. */
    public Standing counted(Instant at, BigDecimal amount, Present present) {
        return counted(present.periodOf(terms.per(), present.dayOf(at)), amount, at, present);
    }

    /** After something that counts in a period; every tier that this brings within reach is held, at once or from the next period on. */
    public Standing counted(LocalDate period, BigDecimal amount, Instant at, Present present) {
        SortedMap<LocalDate, BigDecimal> sums = new TreeMap<>(amounts);
        BigDecimal sum = sums.merge(period, amount, BigDecimal::add);
        return new Standing(
                terms,
                sums,
                terms.per().rolls()
                        ? new RollingSpans(this, sums, present).grown(Set.of(period), at)
                        : grown(period, sum, at, present),
                settled);
    }

    private List<Span> grown(LocalDate period, BigDecimal sum, Instant at, Present present) {
        Instant end = present.startOf(present.nextAfter(terms.per(), period));
        List<Span> longer = new ArrayList<>(spans);
        for (Rung rung : terms.rungs()) {
            List<Span> known = spans.stream()
                    .filter(span ->
                            span.period().equals(period) && span.source().equals(rung.tier()))
                    .toList();
            boolean whole = known.stream().anyMatch(span -> !span.until().isBefore(end));
            if (rung.from().signum() > 0 && rung.from().compareTo(sum) <= 0 && !whole) {
                Instant from = known.isEmpty() ? at : known.get(0).from();
                longer.addAll(new Reached(terms, present).inPeriod(rung, period, from));
            }
        }
        return longer;
    }

    /** After taking back what was counted in a period; tiers that this puts out of reach end, the others keep their beginning. */
    public Standing takenBack(LocalDate period, BigDecimal amount, Present present) {
        BigDecimal before = amounts.get(period);
        if (before == null) {
            return this;
        }
        BigDecimal sum = before.subtract(amount).max(BigDecimal.ZERO);
        SortedMap<LocalDate, BigDecimal> sums = new TreeMap<>(amounts);
        sums.put(period, sum);
        return new Standing(
                terms,
                sums,
                terms.per().rolls() ? new RollingSpans(this, sums, present).shrunk() : shrunk(period, sum),
                settled);
    }

    private List<Span> shrunk(LocalDate period, BigDecimal sum) {
        return spans.stream()
                .filter(span -> !span.period().equals(period) || span.needed().compareTo(sum) <= 0)
                .toList();
    }

    /**
     * With a tier that was given, whatever is counted.
     *
     * @param source by which it can be withdrawn; no other span has it
     * @param until empty if for ever
     */
    public Standing given(String source, String tier, Instant from, Optional<Instant> until) {
        Span given = new Span(tier, source, Span.NO_PERIOD, BigDecimal.ZERO, from, until.orElse(Instant.MAX));
        return with(amounts, Stream.concat(spans.stream(), Stream.of(given)).toList());
    }

    /** Without what was given by a name, from an instant on. */
    public Standing withdrawn(String source, Instant from) {
        return with(
                amounts,
                spans.stream()
                        .flatMap(span -> span.given() && span.source().equals(source)
                                ? span.endingBy(from).stream()
                                : Stream.of(span))
                        .toList());
    }

    private Standing with(Map<LocalDate, BigDecimal> sums, List<Span> others) {
        return new Standing(terms, sums, others, settled);
    }

    /**
     * Together with what another account of the same person has reached: spans go on, sums are added up, and tiers that only both together reach are held from
     * now on.
     *
     * @param sums by the first day of the period; less than zero where they are taken back
     */
    public Standing joined(Map<LocalDate, BigDecimal> sums, List<Span> others, Present present) {
        Stream<Span> known =
                others.stream().filter(span -> terms.knows(span.tier())).map(terms::resting);
        Standing joined =
                with(amounts, Stream.concat(spans.stream(), known).distinct().toList());
        if (terms.per().rolls()) {
            return joined.rolledOn(sums, present);
        }
        for (Map.Entry<LocalDate, BigDecimal> sum : new TreeMap<>(sums).entrySet()) {
            joined = sum.getValue().signum() < 0
                    ? joined.takenBack(sum.getKey(), sum.getValue().negate(), present)
                    : joined.counted(sum.getKey(), sum.getValue(), present.now(), present);
        }
        return joined;
    }

    /** All at once, for a day's amount means nothing without those around it. */
    private Standing rolledOn(Map<LocalDate, BigDecimal> changes, Present present) {
        Map<LocalDate, BigDecimal> sums = new TreeMap<>(amounts);
        changes.forEach((day, change) -> sums.merge(
                day, change.max(BigDecimal.ZERO), (sum, none) -> sum.add(change).max(BigDecimal.ZERO)));
        Set<LocalDate> grown = changes.entrySet().stream()
                .filter(change -> change.getValue().signum() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Standing shrunk = with(amounts, new RollingSpans(this, sums, present).shrunk());
        return with(sums, new RollingSpans(shrunk, sums, present).grown(grown, present.now()));
    }

    /** The same sums, and no tier that rests on them. */
    public Standing withoutSpans() {
        return with(amounts, List.of());
    }

    /** Settled now, and without what no longer matters: spans and sums of periods that ended a year ago (late orders may ask for younger ones). */
    public Standing settled(Present present) {
        Instant horizon = present.now().minus(REMEMBERED);
        List<Span> remembered = Tenure.of(spans).stream()
                .filter(tenure -> tenure.end().isAfter(horizon))
                .map(Tenure::spans)
                .flatMap(Collection::stream)
                .toList();
        SortedMap<LocalDate, BigDecimal> sums = new TreeMap<>(amounts);
        sums.keySet().removeIf(period -> over(period, horizon, remembered, present));
        return new Standing(terms, sums, remembered, present.now());
    }

    private boolean over(LocalDate period, Instant horizon, List<Span> remembered, Present present) {
        return terms.per().rolls()
                ? period.isBefore(RollingSpans.firstKept(present))
                : remembered.stream().noneMatch(span -> span.period().equals(period))
                        && !terms.countsUntil(period, present).isAfter(horizon);
    }

    /** Under another ladder: spans of tiers that it still has go on; sums are taken over if it counts the same by the same periods. */
    public Standing adopting(Terms other) {
        boolean same = terms.countsAs(other.measure(), other.per());
        List<Span> known = spans.stream()
                .filter(span -> other.knows(span.tier()))
                .map(span -> same ? other.resting(span) : span.resting())
                .toList();
        return new Standing(other, same ? amounts : Map.of(), known, settled);
    }

    /** The earliest end or beginning of a span, not yet settled, at which the tier changes. */
    public Optional<Instant> nextChange() {
        return spans.stream()
                .flatMap(span -> Stream.of(span.from(), span.until()))
                .filter(end -> end.isAfter(settled) && end.isBefore(Instant.MAX))
                .distinct()
                .sorted()
                .filter(end -> !tierAt(end.minusMillis(1)).equals(tierAt(end)))
                .findFirst();
    }

    /**
     * A tier for a time.
     *
     * @param source the tier whose threshold was reached, which this is or follows; or the name of what gave it
     * @param period the first day of the period whose sum it rests on, or of the days on which the sum reaches it
     * @param needed the sum that it was reached with, whatever the ladder asks since
     */
    public record Span(String tier, String source, LocalDate period, BigDecimal needed, Instant from, Instant until) {
        /** Of a tier that rests on no sum; no period begins on it. */
        private static final LocalDate NO_PERIOD = LocalDate.EPOCH.minusDays(1);

        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }

        /** Whether it rests on no sum. */
        public boolean given() {
            return period.equals(NO_PERIOD);
        }

        /** The same whatever becomes of the sum. */
        public Span resting() {
            return new Span(tier, source, NO_PERIOD, BigDecimal.ZERO, from, until);
        }

        /** What of it is left when it ends by an instant. */
        Optional<Span> endingBy(Instant end) {
            if (!end.isBefore(until)) {
                return Optional.of(this);
            }
            return from.isBefore(end)
                    ? Optional.of(new Span(tier, source, period, needed, from, end))
                    : Optional.empty();
        }
    }

    /**
     * The ladder as it was adopted by an account. Shared by all accounts of a program version.
     *
     * @param measure what counts: {@code spend}, {@code points}, {@code orders}, or the name of one's own
     * @param startsNext whether a tier that is reached begins with the next period
     * @param throughNext whether it is kept through one period more
     * @param keptFor how long it is kept at least
     * @param oneStep whether the tier below follows it
     */
    public record Terms(
            String measure,
            Window per,
            boolean startsNext,
            boolean throughNext,
            Optional<Period> keptFor,
            boolean oneStep,
            List<Rung> rungs) {
        public Terms {
            rungs = List.copyOf(rungs);
        }

        /** Whether it counts the same, in the same periods. */
        public boolean countsAs(String otherMeasure, Window window) {
            return measure.equals(otherMeasure) && per.equals(window);
        }

        /** Of a window that rolls. */
        Period length() {
            return per.days().orElseThrow();
        }

        /** When a period's sum has no more effect than to be remembered. */
        Instant countsUntil(LocalDate period, Present present) {
            LocalDate end = present.nextAfter(per, period);
            for (int more = (throughNext ? 1 : 0) + (startsNext ? 1 : 0); more > 0; more--) {
                end = end.equals(LocalDate.MAX) ? end : present.nextAfter(per, end);
            }
            return present.startOf(end);
        }

        int index(String tier) {
            for (int i = 0; i < rungs.size(); i++) {
                if (rungs.get(i).tier().equals(tier)) {
                    return i;
                }
            }
            return 0;
        }

        /** A tier that follows one that there is no more rests on nothing, for nothing says what would have followed. */
        Span resting(Span span) {
            return knows(span.source()) ? span : span.resting();
        }

        boolean knows(String tier) {
            return rungs.stream().anyMatch(rung -> rung.tier().equals(tier));
        }
    }

    /**
     * One tier and what it begins at.
     *
     * @param benefits that those have who are in it
     */
    public record Rung(String tier, BigDecimal from, List<String> benefits) {
        public Rung {
            benefits = List.copyOf(benefits);
        }
    }
}
