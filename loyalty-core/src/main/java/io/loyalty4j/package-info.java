/**
 * The engine: the one door through which a shop's code goes.
 *
 * <p>Here lives the shell alone: it checks input, reads the clock, hands the decision to the store. It holds no business rule.
 */
@NullMarked
package io.loyalty4j;

import org.jspecify.annotations.NullMarked;
