package io.loyalty4j.examples.replay;

/**
 * A line that is not replayed.
 *
 * @param detail the cell that is to blame, fit to be printed
 */
record SkippedLine(Place place, SkipReason reason, String detail) {}
