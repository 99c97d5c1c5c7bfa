package io.loyalty4j.tier;

import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a member stands: what was spent in the periods that still matter, and the spans of time for which tiers were reached. The tier at an instant
 * is the highest whose span covers it, so time alone changes it and nothing has to run at a period's end. Immutable.
 *
 * @param amounts spend by the first day of its period, none of them zero
 * @param settled until when the ends of spans have been taken note of
 */
public record Standing(Terms terms, Map<LocalDate, BigDecimal> amounts, List<Span> spans, Instant settled) {
    private static final Duration REMEMBERED = Duration.ofDays(366);
    /** Of a tier that rests on no spend; no period begins on it. */
    private static final LocalDate NO_PERIOD = LocalDate.EPOCH.minusDays(1);

    public Standing {
        amounts = amounts.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(
                                Map.Entry::getKey, sum -> plain(sum.getValue()), BigDecimal::add, TreeMap::new),
                        Collections::unmodifiableMap));
        spans = List.copyOf(spans);
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

    /** Tier and progress at an instant, with last days as people say them. */
    public TierStatus at(Instant at, ZoneId zone) {
        String tier = tierAt(at);
        LocalDate today = at.atZone(zone).toLocalDate();
        BigDecimal reached = amounts.getOrDefault(terms.per().startOf(today), BigDecimal.ZERO);
        Optional<LocalDate> until = spans.stream()
                .filter(span -> span.tier().equals(tier) && span.covers(at))
                .map(Span::until)
                .max(Comparator.naturalOrder())
                .filter(end -> end.isBefore(Instant.MAX))
                .map(end -> end.atZone(zone).toLocalDate().minusDays(1));
        Optional<TierProgress> next = terms.above(tier)
                .map(rung -> new TierProgress(rung.tier(), reached, rung.from(), lastDay(terms.per(), today)));
        return new TierStatus(tier, until, next);
    }

    private static LocalDate lastDay(Window per, LocalDate day) {
        LocalDate next = per.nextAfter(day);
        return next.equals(LocalDate.MAX) ? next : next.minusDays(1);
    }

    /** After spending at an instant; every tier that this brings within reach is held from that instant on. */
    public Standing spent(Instant at, BigDecimal amount, ZoneId zone) {
        return spentIn(terms.per().startOf(at.atZone(zone).toLocalDate()), amount, at, zone);
    }

    private Standing spentIn(LocalDate period, BigDecimal amount, Instant at, ZoneId zone) {
        SortedMap<LocalDate, BigDecimal> sums = new TreeMap<>(amounts);
        BigDecimal sum = sums.merge(period, amount, BigDecimal::add);
        List<Span> longer = new ArrayList<>(spans);
        for (Rung rung : terms.rungs()) {
            boolean known = spans.stream()
                    .anyMatch(
                            span -> span.period().equals(period) && span.tier().equals(rung.tier()));
            if (rung.from().signum() > 0 && rung.from().compareTo(sum) <= 0 && !known) {
                longer.add(new Span(rung.tier(), period, rung.from(), at, terms.endOf(period, zone)));
            }
        }
        return new Standing(terms, sums, longer, settled);
    }

    /**
     * With a tier that was given, whatever is spent.
     *
     * @param until empty if for ever
     */
    public Standing granted(String tier, Instant from, Optional<Instant> until) {
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(tier, NO_PERIOD, BigDecimal.ZERO, from, until.orElse(Instant.MAX)));
        return new Standing(terms, amounts, longer, settled);
    }

    /**
     * Together with what another account of the same person has reached: sums are added up, spans go on, and tiers that only both together reach are held from
     * now on.
     *
     * @param sums by the first day of the period; less than zero where they are taken back
     */
    public Standing joined(Map<LocalDate, BigDecimal> sums, List<Span> others, Instant now, ZoneId zone) {
        Standing joined = this;
        for (Map.Entry<LocalDate, BigDecimal> sum : new TreeMap<>(sums).entrySet()) {
            joined = sum.getValue().signum() < 0
                    ? joined.takenBack(sum.getKey(), sum.getValue().negate())
                    : joined.spentIn(sum.getKey(), sum.getValue(), now, zone);
        }
        List<Span> all = new ArrayList<>(joined.spans);
        others.stream()
                .filter(span -> terms.knows(span.tier()) && !all.contains(span))
                .forEach(all::add);
        return new Standing(terms, joined.amounts, all, settled);
    }

    /** The same sums, and no tier that rests on them. */
    public Standing withoutSpans() {
        return new Standing(terms, amounts, List.of(), settled);
    }

    /** After taking spend back from the period that begins on a day; tiers that this puts out of reach end, the others keep their beginning. */
    public Standing takenBack(LocalDate period, BigDecimal amount) {
        BigDecimal before = amounts.get(period);
        if (before == null) {
            return this;
        }
        BigDecimal sum = before.subtract(amount).max(BigDecimal.ZERO);
        SortedMap<LocalDate, BigDecimal> sums = new TreeMap<>(amounts);
        sums.put(period, sum);
        List<Span> kept = spans.stream()
                .filter(span -> !span.period().equals(period) || span.needed().compareTo(sum) <= 0)
                .toList();
        return new Standing(terms, sums, kept, settled);
    }

    /** Settled at an instant, and without what no longer matters then: spans and sums of periods that ended a year ago (late orders may ask for younger ones). */
    public Standing settledAt(Instant at, ZoneId zone) {
        Instant horizon = at.minus(REMEMBERED);
        List<Span> remembered =
                spans.stream().filter(span -> span.until().isAfter(horizon)).toList();
        Set<LocalDate> needed = remembered.stream().map(Span::period).collect(Collectors.toSet());
        SortedMap<LocalDate, BigDecimal> sums = new TreeMap<>(amounts);
        sums.keySet()
                .removeIf(period ->
                        !needed.contains(period) && !terms.endOf(period, zone).isAfter(horizon));
        return new Standing(terms, sums, remembered, at);
    }

    /** Under another ladder: spans of tiers that it still has go on; sums are taken over if it counts by the same periods. */
    public Standing adopting(Terms other) {
        List<Span> known =
                spans.stream().filter(span -> other.knows(span.tier())).toList();
        return new Standing(other, terms.per().equals(other.per()) ? amounts : Map.of(), known, settled);
    }

    /** The earliest end of a span, not yet settled, at which the tier changes. */
    public Optional<Instant> nextChange() {
        return spans.stream()
                .map(Span::until)
                .filter(end -> end.isAfter(settled) && end.isBefore(Instant.MAX))
                .distinct()
                .sorted()
                .filter(end -> !tierAt(end.minusMillis(1)).equals(tierAt(end)))
                .findFirst();
    }

    /**
     * A tier for a time.
     *
     * @param period the first day of the period whose spend it rests on
     * @param needed the spend that it was reached with, whatever the ladder asks since
     */
    public record Span(String tier, LocalDate period, BigDecimal needed, Instant from, Instant until) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** The ladder as it was adopted by an account. Shared by all accounts of a program version. */
    public record Terms(Window per, boolean throughNext, List<Rung> rungs) {
        public Terms {
            rungs = List.copyOf(rungs);
        }

        Instant endOf(LocalDate period, ZoneId zone) {
            LocalDate end = per.nextAfter(period);
            if (throughNext && !end.equals(LocalDate.MAX)) {
                end = per.nextAfter(end);
            }
            return end.equals(LocalDate.MAX)
                    ? Instant.MAX
                    : end.atStartOfDay(zone).toInstant();
        }

        int index(String tier) {
            for (int i = 0; i < rungs.size(); i++) {
                if (rungs.get(i).tier().equals(tier)) {
                    return i;
                }
            }
            return 0;
        }

        boolean knows(String tier) {
            return rungs.stream().anyMatch(rung -> rung.tier().equals(tier));
        }

        Optional<Rung> above(String tier) {
            int next = index(tier) + 1;
            return next < rungs.size() ? Optional.of(rungs.get(next)) : Optional.empty();
        }
    }

    /** One tier and the spend it begins at. */
    public record Rung(String tier, BigDecimal from) {}
}
