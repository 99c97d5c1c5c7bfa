/**
 * Storage: the ports through which the engine reads and commits, and the store in memory.
 *
 * <p>Here live atomicity, replays, order and the sums of what members share; no business rule: what to write is decided by a pure decision that the store may call again.
 */
@NullMarked
package io.loyalty4j.store;

import org.jspecify.annotations.NullMarked;
