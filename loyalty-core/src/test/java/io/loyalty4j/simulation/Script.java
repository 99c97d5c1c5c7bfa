package io.loyalty4j.simulation;

import io.loyalty4j.laws.CommandText;
import java.time.Instant;
import java.util.List;

/**
 * All that happens in one shop: enough to run it again.
 *
 * @param versions of its program
 * @param machines the version that each of them runs
 */
record Script(List<Rules> versions, List<Integer> machines, List<Act> acts) {
    Script {
        acts = List.copyOf(acts);
    }

    Script acts(List<Act> others) {
        return new Script(versions, machines, others);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        versions.forEach(rules -> text.append(rules).append('\n'));
        acts.forEach(act -> text.append(act).append('\n'));
        return text.toString();
    }

    /**
     * A deed at a machine.
     *
     * @param clock what the machine's clock shows
     */
    record Act(long clock, int machine, Deed deed) {
        @Override
        public String toString() {
            String what = deed instanceof Asking asking ? CommandText.of(asking.command()) : deed.toString();
            return Instant.ofEpochMilli(clock) + "  machine " + machine + "  " + what;
        }
    }
}
