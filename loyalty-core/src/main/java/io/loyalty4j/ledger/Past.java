package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.Optional;

/** What an order keeps through all its edits: the tier it earns in, how many orders there were before it, and when the last of them was. */
public record Past(String tier, long orders, Optional<Instant> lastOrder) {}
