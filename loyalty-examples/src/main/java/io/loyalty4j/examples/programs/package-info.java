/**
 * Loyalty programs as shops run them, to be copied and changed.
 *
 * <p>Each is one class with a method {@code program()}; nothing here runs anything.
 */
@NullMarked
package io.loyalty4j.examples.programs;

import org.jspecify.annotations.NullMarked;
