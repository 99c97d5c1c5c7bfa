package io.loyalty4j.testing;

import io.loyalty4j.earn.Probes;
import io.loyalty4j.program.LoyaltyProgram;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** When a rule may be good: when something of it begins, or is about to end, on each day of the week and at each time of day that it asks for. */
final class RuleMoments {
    /** Longer than campaigns last. */
    private static final Duration LONG = Duration.ofDays(400);

    private static final Instant ANY = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration NEARLY = Duration.ofHours(1);
    private static final int DAYS_OF_THE_WEEK = 7;

    private final LoyaltyProgram program;
    private final Probes probes;

    RuleMoments(LoyaltyProgram program, Probes probes) {
        this.program = program;
        this.probes = probes;
    }

    static Probes probes(LoyaltyProgram program) {
        return Objects.requireNonNull(program.plan().probes().get(RuleBench.RULE));
    }

    /** Long before; empty if there was no program. */
    static Optional<Instant> outOfSeason(LoyaltyProgram program, Instant good) {
        return Optional.of(good.minus(LONG)).filter(then -> !then.isBefore(program.inForceFrom()));
    }

    /** At least one; none before the program is in force. */
    List<Instant> all() {
        List<Instant> all = new ArrayList<>();
        for (Instant start : starts()) {
            for (int day = 0; day < (probes.weekdays() ? DAYS_OF_THE_WEEK : 1); day++) {
                all.addAll(onDay(start.atZone(program.zone()).plusDays(day)));
            }
        }
        return all;
    }

    private Set<Instant> starts() {
        Set<Instant> starts = new TreeSet<>(probes.beginnings(program.zone()));
        probes.endings(program.zone()).forEach(end -> starts.add(end.minus(NEARLY)));
        starts.removeIf(start -> start.isBefore(program.inForceFrom()));
        if (starts.isEmpty()) {
            starts.add(program.inForceFrom().isAfter(ANY) ? program.inForceFrom() : ANY);
        }
        return starts;
    }

    private List<Instant> onDay(ZonedDateTime day) {
        List<Instant> moments = new ArrayList<>(List.of(day.toInstant()));
        for (LocalTime time : probes.times()) {
            ZonedDateTime then = day.with(time);
            moments.add((then.isBefore(day) ? then.plusDays(1) : then).toInstant());
        }
        return moments;
    }
}
