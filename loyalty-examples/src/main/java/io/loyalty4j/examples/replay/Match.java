package io.loyalty4j.examples.replay;

import io.loyalty4j.examples.replay.OpenSales.Sale;
import java.util.List;

/** How much of what a line of a cancellation asks back was still there to be returned. */
enum Match {
    FULLY,
    PARTLY,
    NOT_AT_ALL;

    static Match of(HistoryLine cancellation, List<Sale> taken) {
        if (taken.isEmpty()) {
            return NOT_AT_ALL;
        }
        return taken.stream().mapToInt(Sale::pieces).sum() == -cancellation.quantity() ? FULLY : PARTLY;
    }
}
