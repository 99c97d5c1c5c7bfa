/**
 * Insight: what finance closes a month with, and how members stay: roll-forward, ageing, liability, revenue, retention, as pure functions over postings.
 *
 * <p>Here live figures and the formulas behind them. Nothing is booked or decided here, and no store is known: whoever has a stream of postings can ask.
 */
@NullMarked
package io.loyalty4j.insight;

import org.jspecify.annotations.NullMarked;
