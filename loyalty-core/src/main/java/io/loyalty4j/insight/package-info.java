/**
 * Insight: what finance closes a month with, how members stay, what they are worth, and what a campaign did: roll-forward, ageing, liability, revenue, retention,
 * lifetime value, uplift, as pure functions over postings.
 *
 * <p>Here live figures and the formulas behind them. Nothing is booked or decided here, and no store is known: whoever has a stream of postings can ask.
 * Figures are exact; only estimates ({@code BgNbd}, {@code GammaGamma}, {@code CustomerValue}, the intervals of {@code Uplift}) are reckoned in binary fractions.
 */
@NullMarked
package io.loyalty4j.insight;

import org.jspecify.annotations.NullMarked;
