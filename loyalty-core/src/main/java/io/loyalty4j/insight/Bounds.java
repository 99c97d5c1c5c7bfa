package io.loyalty4j.insight;

import java.math.BigDecimal;

/** Refuses figures that cannot be. */
final class Bounds {
    private Bounds() {}

    static void check(boolean possible, String what) {
        if (!possible) {
            throw new IllegalArgumentException(what);
        }
    }

    static BigDecimal share(BigDecimal share) {
        check(share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0, share + " is no share from 0 to 1");
        return share;
    }

    /** As it is written: {@code 0.85}. */
    static BigDecimal share(String text) {
        check(text.matches("\\d(\\.\\d{1,15})?"), "\"" + text + "\" is no share such as 0.85");
        return share(new BigDecimal(text));
    }

    /** A share as it is written, neither none nor all. */
    static BigDecimal inside(String text) {
        BigDecimal share = share(text);
        check(share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0, text + " is not between 0 and 1");
        return share;
    }
}
