package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A member's points by what becomes of them: by last day, by the day from which they are usable, or held. */
record LotDays(SortedMap<String, Long> points) {
    /** Later begins nothing that has a day. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    static LotDays of(Account account) {
        SortedMap<String, Long> points = new TreeMap<>();
        for (Lot lot : account.lots()) {
            add(points, lot.in(Bucket.AVAILABLE), through(account, lot));
            add(points, lot.in(Bucket.HELD), "held, " + through(account, lot));
            add(points, lot.in(Bucket.PENDING), "pending, " + from(account, lot));
        }
        return new LotDays(points);
    }

    private static void add(Map<String, Long> points, long some, String what) {
        if (some > 0) {
            points.merge(what, some, Math::addExact);
        }
    }

    private static String through(Account account, Lot lot) {
        return account.lastDayOf(lot).map(day -> "through " + day).orElse("for ever");
    }

    private static String from(Account account, Lot lot) {
        return lot.terms().activates().isAfter(NEVER)
                ? "until the goods are there"
                : "from "
                        + LocalDate.ofInstant(
                                lot.terms().activates(), account.program().zone());
    }

    /** Whether more differs than how many points there are, which balances say. */
    boolean differs(LotDays other) {
        return !points.keySet().equals(other.points.keySet()) || (sum() == other.sum() && !points.equals(other.points));
    }

    private long sum() {
        return points.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ").setEmptyValue("none");
        points.forEach((what, some) -> text.add(some + " " + what));
        return text.toString();
    }
}
