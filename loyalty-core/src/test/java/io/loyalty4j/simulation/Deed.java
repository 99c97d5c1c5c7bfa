package io.loyalty4j.simulation;

/** Something that happens at one machine. */
interface Deed {
    /** Does it, and holds what the library makes of it to the model. */
    void play(Simulation simulation, Machine machine);
}
