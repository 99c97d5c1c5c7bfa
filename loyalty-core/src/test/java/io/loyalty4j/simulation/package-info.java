/**
 * A whole shop, simulated: many members, several engines on one store with clocks of their own, and a model that tracks every point as a token.
 *
 * <p>{@link io.loyalty4j.simulation.SimulationTest} is where to begin. A kind of command is a {@code Deed} of one file, which says what the shop sends and
 * what must come of it; a {@code Story} says when such deeds happen. The model knows nothing of the library but its vocabulary.
 */
@NullMarked
package io.loyalty4j.simulation;

import org.jspecify.annotations.NullMarked;
