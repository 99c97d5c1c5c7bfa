package io.loyalty4j.simulation;

/** A machine is switched off and on. */
record Restart() implements Deed {
    @Override
    public void play(Simulation simulation, Machine machine) {
        machine.restart();
    }
}
