package io.loyalty4j.ledger;

/**
 * The order's share in a lot.
 *
 * @param own whether the order gave these points, or took them
 * @param back how many of those it took came back
 */
public record Stake(String lot, boolean own, long points, long back) {}
