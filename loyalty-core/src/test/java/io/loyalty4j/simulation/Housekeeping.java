package io.loyalty4j.simulation;

/** What fell due is booked. */
record Housekeeping() implements Deed {
    @Override
    public void play(Simulation simulation, Machine machine) {
        simulation.tidy(machine);
    }
}
