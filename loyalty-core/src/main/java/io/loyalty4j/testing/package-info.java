/**
 * What proves that something of one's own fits: the contract of stores, as a list of checks that any test framework can run.
 *
 * <p>Here live checks and what they need (a clock set by hand, threads, shops that never were); it needs the JDK alone, and nothing of the library uses it.
 */
@NullMarked
package io.loyalty4j.testing;

import org.jspecify.annotations.NullMarked;
