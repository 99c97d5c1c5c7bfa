package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import java.util.Optional;

/** A command of the shop for one member. A new kind of command is one record that implements this, and a story that tells it. */
interface Asking extends Deed {
    MemberId member();

    Command command();

    /** Under what it has one effect, whatever comes later; empty of what sets a state. */
    Optional<String> once();

    /** What must come of it: {@code applied}, {@code replayed}, or the code of a refusal. What was done to the purse counts only if it was applied. */
    String outcome(Visit visit);

    /** The same id with another content; empty if there is none. */
    default Optional<Asking> altered() {
        return Optional.empty();
    }

    @Override
    default void play(Simulation simulation, Machine machine) {
        simulation.ask(this, machine);
    }
}
