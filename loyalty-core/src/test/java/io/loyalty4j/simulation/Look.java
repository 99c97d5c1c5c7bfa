package io.loyalty4j.simulation;

import io.loyalty4j.shop.MemberId;

/** Somebody asks how many points they have. */
record Look(MemberId member) implements Deed {
    @Override
    public void play(Simulation simulation, Machine machine) {
        simulation.look(member, machine);
    }
}
