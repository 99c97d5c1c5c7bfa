/**
 * Tiers: the ladder a program declares, a member's standing on it, and what the standing means at an instant.
 *
 * <p>Here live sums by period or day, spans and progress as pure functions of dates. What of an order has come back, and what it counted, is the ledger's;
 * nothing is stored here.
 */
@NullMarked
package io.loyalty4j.tier;

import org.jspecify.annotations.NullMarked;
