/**
 * Earning: rules, conditions, and the exact calculation that turns an order or an activity into points per rule and line.
 *
 * <p>Here live rules as data, {@link io.loyalty4j.earn.Formula} as the extension point and the frozen contributions that returns are reckoned from.
 * No balance, no lot, no clock.
 *
 * <p>A rule of your own, in four steps: write a {@link io.loyalty4j.earn.Formula} (a lambda will do); name it in a catalogue as
 * {@link io.loyalty4j.earn.EarnRules} does, if others shall use it; test it under the same name; list it in the program with
 * {@code .earn("its-id", rule(new YourFormula()).on(..).when(..))}.
 */
@NullMarked
package io.loyalty4j.earn;

import org.jspecify.annotations.NullMarked;
