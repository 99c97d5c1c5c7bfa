package io.loyalty4j.laws;

import io.loyalty4j.laws.Scenario.Step;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Random scenarios: a program or two, and steps whose instants move by milliseconds to years, now and then a little backwards. */
final class Scenarios {
    private final Chance chance;
    private final Programs programs;
    private final ProgramSpec first;
    private final Optional<ProgramSpec> next;
    private final Instant adoption;
    private final Commands commands;
    private final List<Step> steps = new ArrayList<>();
    private Instant latest;

    private Scenarios(long seed, boolean restless) {
        this.chance = Chance.of(seed);
        this.programs = new Programs(chance, restless);
        LocalDate begin = Programs.BEGIN.plusDays(chance.between(0, 400));
        this.latest = begin.atStartOfDay(ZoneOffset.UTC)
                .plusMinutes(chance.below(1440))
                .toInstant();
        this.first = programs.first();
        this.next = chance.percent(restless ? 25 : 50)
                ? Optional.of(programs.next(first, begin.plusDays(chance.between(1, 300))))
                : Optional.empty();
        this.adoption =
                next.map(ProgramSpec::built).map(LoyaltyProgram::inForceFrom).orElse(Instant.MAX);
        this.commands = new Commands(chance, first);
    }

    /**
     * Makes a scenario by playing it, so that members spend what they have.
     *
     * @param restless whether points lapse soon and are given back, so that returns meet all there is to meet
     * @param again runs a whole scenario; asked when one fails, to find a smaller one
     */
    static Scenario played(long seed, int steps, boolean restless, Statistics statistics, Consumer<Scenario> again) {
        Scenarios scenarios = new Scenarios(seed, restless);
        World world = new World(scenarios.sofar(), statistics);
        try {
            for (int i = 0; i < steps; i++) {
                world.step(scenarios.next(world));
            }
            world.proved();
        } catch (LawBroken broken) {
            throw Failures.explained(seed, scenarios.sofar(), broken, again);
        }
        return scenarios.sofar();
    }

    private Scenario sofar() {
        return new Scenario(first, next, steps);
    }

    private Step next(World world) {
        Instant now = latest.plus(pause(chance));
        boolean adopted = !latest.isBefore(adoption);
        latest = now.isAfter(latest) ? now : latest;
        if (!adopted && !latest.isBefore(adoption)) {
            commands.under(next.orElse(first));
        }
        boolean newer = next.isPresent() && chance.percent(latest.isBefore(adoption) ? 2 : 90);
        Step step = new Step(now, newer, command(now, world));
        steps.add(step);
        return step;
    }

    private Optional<Command> command(Instant now, World world) {
        return chance.percent(3) ? Optional.empty() : Optional.of(commands.next(now, world));
    }

    private static Duration pause(Chance chance) {
        return switch (chance.weighted(22, 12, 22, 26, 10, 4, 1, 4, 1)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofMillis(chance.between(1, 2000));
            case 2 -> Duration.ofMinutes(chance.between(1, 600));
            case 3 -> Duration.ofHours(chance.between(10, 100));
            case 4 -> Duration.ofDays(chance.between(5, 40));
            case 5 -> Duration.ofDays(chance.between(40, 200));
            case 6 -> Duration.ofDays(chance.between(200, 900));
            case 7 -> Duration.ofMillis(-chance.between(1, 290_000));
            default -> Duration.ofMinutes(-chance.between(6, 600));
        };
    }
}
