/**
 * The laws of the ledger as properties: random programs and commands, and what must hold after every one of them.
 *
 * <p>{@link io.loyalty4j.laws.LedgerLawsTest} is where to begin; {@code -Dloyalty4j.laws.seed=..} runs a printed seed again.
 * Here live generators, naive models to compare with, and a shrinker. No example of one feature: those stand beside its package.
 */
@NullMarked
package io.loyalty4j.laws;

import org.jspecify.annotations.NullMarked;
