/**
 * Tiers: the ladder a program declares, a member's standing on it, and what the standing means at an instant.
 *
 * <p>Here live periods, spans and progress as pure functions of dates. What counts as spend is decided by whoever adds it; nothing is stored here.
 */
@NullMarked
package io.loyalty4j.tier;

import org.jspecify.annotations.NullMarked;
