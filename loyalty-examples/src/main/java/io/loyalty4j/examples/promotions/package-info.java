/**
 * Promotions tried out before they are launched, with {@link io.loyalty4j.testing.LoyaltyScenario}: by a plain {@code main}, by what an earlier year would
 * have come to, and through a shop's own code.
 *
 * <p>The tests of this package are examples too: one with JUnit alone, one with AssertJ.
 */
@NullMarked
package io.loyalty4j.examples.promotions;

import org.jspecify.annotations.NullMarked;
