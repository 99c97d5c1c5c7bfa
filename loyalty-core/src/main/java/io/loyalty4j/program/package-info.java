/**
 * The program: what is promised. Its builder, what a valid program is, how long points live, and the linter, which says what is doubtful before a launch.
 *
 * <p>Here live immutable data and their checks. No member, no balance, no clock. A doubt of the linter's is a method that reports {@link
 * io.loyalty4j.program.Finding}s; it is listed in {@code Linter}.
 */
@NullMarked
package io.loyalty4j.program;

import org.jspecify.annotations.NullMarked;
