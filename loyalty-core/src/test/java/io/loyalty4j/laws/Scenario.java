package io.loyalty4j.laws;

import io.loyalty4j.shop.Command;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A program, perhaps a second version of it, and what happened: enough to run it again.
 *
 * @param next the version that follows
 */
record Scenario(ProgramSpec program, Optional<ProgramSpec> next, List<Step> steps) {
    Scenario {
        steps = List.copyOf(steps);
    }

    Scenario steps(List<Step> others) {
        return new Scenario(program, next, others);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("program = ").append(program).append('\n');
        next.ifPresent(second -> text.append("next = ").append(second).append('\n'));
        steps.forEach(step -> text.append(step).append('\n'));
        return text.toString();
    }

    /**
     * One thing that happens.
     *
     * @param at what the clock says
     * @param newer whether it comes to a machine that runs the next version already
     * @param command what is asked for; empty where the host books what fell due
     */
    record Step(Instant at, boolean newer, Optional<Command> command) {
        Step asking(Command other) {
            return new Step(at, newer, Optional.of(other));
        }

        Step at(Instant other) {
            return new Step(other, newer, command);
        }

        @Override
        public String toString() {
            return at
                    + (newer ? "  next." : "  ")
                    + command.map(CommandText::of).orElse("runDue()");
        }
    }
}
