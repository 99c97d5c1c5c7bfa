package io.loyalty4j.testing;

import io.loyalty4j.store.LoyaltyStore;
import java.util.function.UnaryOperator;

/**
 * A store that is wrong in one thing.
 *
 * @param caughtBy a part of the name of a check that must find it
 */
record Wrong(String fault, String caughtBy, UnaryOperator<LoyaltyStore> store) {
    @Override
    public String toString() {
        return fault;
    }
}
