package io.loyalty4j.earn;

import io.loyalty4j.shop.Window;

/**
 * The first half of a limit: so many points or times. It limits nothing until it says for what.
 *
 * @param <R> what is limited
 */
public interface Limit<R> {
    /** On one order or activity. */
    R perOrder();

    /** For one member in each such period. */
    R per(Window window);

    /** For all members together: a budget, which is never overdrawn. */
    R inAll();
}
