package io.loyalty4j.simulation;

/**
 * What an order keeps back for a reward.
 *
 * @param worth what the reward takes off, in cents
 */
record Holding(String id, String order, String reward, long worth, long until) {}
