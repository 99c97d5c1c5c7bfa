/**
 * Insight: what finance closes a month with, and how members stay: roll-forward, ageing, liability, revenue, retention, what a campaign did, as pure functions
 * over postings.
 *
 * <p>Here live figures and the formulas behind them. Nothing is booked or decided here, and no store is known: whoever has a stream of postings can ask.
 * Points and money are exact; binary fractions are in estimates alone.
 */
@NullMarked
package io.loyalty4j.insight;

import org.jspecify.annotations.NullMarked;
