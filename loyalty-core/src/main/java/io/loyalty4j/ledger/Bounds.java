package io.loyalty4j.ledger;

import io.loyalty4j.shop.Refusal;
import java.util.Optional;

/** How much an account can have. Lots are not counted for orders: the last hundred are for them, and one more never refuses a paid order. */
final class Bounds {
    private static final long MOST_POINTS = 1_000_000_000_000_000L;
    private static final int MOST_LOTS = 1_000;
    private static final int FOR_ORDERS = 100;

    private Bounds() {}

    /** Why no order can give so many points more; empty if it can. */
    static Optional<Refusal> ofOrder(Account account, long points) {
        boolean beyond =
                points > MOST_POINTS || points + account.available() + account.pending() + account.held() > MOST_POINTS;
        return beyond ? Optional.of(new Refusal.LimitReached("points", MOST_POINTS)) : Optional.empty();
    }

    /** Why nothing else can give so many points more, in lots of its own. */
    static Optional<Refusal> of(Account account, long points) {
        return account.lots().size() < MOST_LOTS - FOR_ORDERS
                ? ofOrder(account, points)
                : Optional.of(new Refusal.LimitReached("lots", MOST_LOTS - FOR_ORDERS));
    }

    static Refusal points() {
        return new Refusal.LimitReached("points", MOST_POINTS);
    }
}
