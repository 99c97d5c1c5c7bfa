package io.loyalty4j.insight;

import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.Instant;

/** Refuses figures that cannot be. */
final class Bounds {
    private static final BigDecimal MOST_SURE = new BigDecimal("0.9999");

    private Bounds() {}

    static void check(boolean possible, String what) {
        if (!possible) {
            throw new IllegalArgumentException(what);
        }
    }

    /** Times may be the same. */
    static void period(Instant from, Instant until) {
        check(!until.isBefore(from), "a time from " + from + " until " + until);
    }

    /** Of a journal that does not begin with a member's first posting. */
    static IllegalStateException incomplete(MemberId member) {
        return new IllegalStateException("the first postings of " + member
                + " were archived, or are not together with these; what is asked needs them");
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

    /** How sure an interval is, as it is written. */
    static BigDecimal confidence(String text) {
        BigDecimal share = share(text);
        check(
                share.signum() > 0 && share.compareTo(MOST_SURE) <= 0,
                "a confidence of " + text + " is not above 0 and at most " + MOST_SURE);
        return share;
    }
}
