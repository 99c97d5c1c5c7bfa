package io.loyalty4j.ledger;

import io.loyalty4j.reward.Benefit;
import java.util.Optional;

/**
 * A reward that the order is paid with.
 *
 * @param benefit as it was agreed
 * @param piece of what all members share, if it takes one
 */
public record Paid(String reward, long points, Benefit benefit, Optional<Piece> piece) {}
