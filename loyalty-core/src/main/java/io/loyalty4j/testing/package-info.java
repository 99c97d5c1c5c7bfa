/**
 * What proves that something of one's own fits, under any test framework: promotions tried in a scenario, the laws of earn rules, and the contract of stores.
 *
 * <p>Here live steps, checks and what they need (a clock set by hand, threads, shops that never were); it needs the JDK alone, and nothing of the library uses it.
 */
@NullMarked
package io.loyalty4j.testing;

import org.jspecify.annotations.NullMarked;
