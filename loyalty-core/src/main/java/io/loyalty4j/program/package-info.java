/**
 * The program: what is promised. Its builder, what a valid program is, and how long points live.
 *
 * <p>Here live immutable data and their checks. No member, no balance, no clock.
 */
@NullMarked
package io.loyalty4j.program;

import org.jspecify.annotations.NullMarked;
