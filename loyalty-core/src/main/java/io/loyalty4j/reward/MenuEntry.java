package io.loyalty4j.reward;

import java.math.BigDecimal;

/** So much off for so many points. */
record MenuEntry(long points, String amount) {
    BigDecimal worth() {
        return new BigDecimal(amount);
    }

    boolean better(MenuEntry than) {
        return worth().multiply(BigDecimal.valueOf(than.points))
                        .compareTo(than.worth().multiply(BigDecimal.valueOf(points)))
                > 0;
    }
}
