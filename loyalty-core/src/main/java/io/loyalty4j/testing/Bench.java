package io.loyalty4j.testing;

import io.loyalty4j.store.LoyaltyStore;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where stores for trials come from.
 *
 * @param fresh an empty one, each time
 * @param another a second one on the first one's data; empty if its data lives in one process
 */
record Bench(Supplier<? extends LoyaltyStore> fresh, Optional<UnaryOperator<LoyaltyStore>> another) {}
