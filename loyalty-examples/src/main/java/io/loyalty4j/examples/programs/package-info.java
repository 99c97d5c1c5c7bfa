/**
 * Loyalty programs as shops run them, to be copied and changed.
 *
 * <p>Each is one class with a method {@code program()}, or one for each year; nothing here runs anything. The test of the same name shows how promotions are
 * tested.
 */
@NullMarked
package io.loyalty4j.examples.programs;

import org.jspecify.annotations.NullMarked;
