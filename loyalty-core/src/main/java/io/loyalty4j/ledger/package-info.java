/**
 * The ledger: accounts, lots, holds and the journal of postings, and the pure decisions that turn commands into postings.
 *
 * <p>Here points are moved, never created or lost: {@code decide}, {@code apply} and {@code advance} are functions without clock, storage or chance.
 * An order's points for a charity are moved to an account of the charity's, by a posting of its own ({@link io.loyalty4j.ledger.Donations} tells what is there).
 * What earns how much is {@code earn}'s; keeping and sending is for {@code store} and the engine.
 */
@NullMarked
package io.loyalty4j.ledger;

import org.jspecify.annotations.NullMarked;
