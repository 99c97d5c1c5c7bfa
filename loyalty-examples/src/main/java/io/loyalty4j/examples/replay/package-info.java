/**
 * The main example: a shop's order history, replayed through the engine in time order, and what came of it.
 *
 * <p>Start at {@link io.loyalty4j.examples.replay.ReplayMain}; the loop that a shop would copy is {@code Replay}.
 */
@NullMarked
package io.loyalty4j.examples.replay;

import org.jspecify.annotations.NullMarked;
