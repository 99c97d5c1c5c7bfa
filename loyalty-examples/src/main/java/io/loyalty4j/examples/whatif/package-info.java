/**
 * "What would this program have cost?": one order history under several programs side by side, and one page that compares them
 * ({@link io.loyalty4j.examples.whatif.WhatIf}).
 *
 * <p>{@code Plans} has the programs, {@code SideBySide} books, {@code Trial} is what came of one, with figures of {@code io.loyalty4j.insight}; the classes named
 * {@code ..Part} turn trials into parts of the page, {@code LinePlot}, {@code BarPlot} and {@code HeatMap} draw. Nothing is asked twice, nothing is fetched from anywhere.
 */
@NullMarked
package io.loyalty4j.examples.whatif;

import org.jspecify.annotations.NullMarked;
