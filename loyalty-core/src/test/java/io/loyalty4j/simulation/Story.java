package io.loyalty4j.simulation;

/** Something that takes its course: adds its deeds to a plot. */
interface Story {
    void tell(Plot plot);
}
