package io.loyalty4j.store;

/** One update among several. */
public record Unit(Request request, Decision decision) {}
