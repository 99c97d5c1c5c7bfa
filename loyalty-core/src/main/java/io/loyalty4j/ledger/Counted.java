package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.Estate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes from one member's counters to another's. */
final class Counted {
    private Counted() {}

    /** All of them. */
    static List<Estate.Count> all(Map<String, Counter> counters) {
        List<Estate.Count> counts = new ArrayList<>();
        new TreeMap<>(counters).forEach((name, counter) -> add(counts, name, counter.value(), counter));
        return counts;
    }

    /** By how much they changed; of the last order, when it was. */
    static List<Estate.Count> between(Account before, Account after) {
        Map<String, Counter> either = new TreeMap<>(before.counters());
        either.putAll(after.counters());
        List<Estate.Count> counts = new ArrayList<>();
        either.forEach((name, counter) -> {
            long by = after.counted(name) - before.counted(name);
            add(counts, name, by != 0 && name.equals(Account.LAST_ORDER) ? after.counted(name) : by, counter);
        });
        return counts;
    }

    /** What is owed goes over by itself; which lots stood in for which, and where the account has gone, is its own matter. */
    private static void add(List<Estate.Count> counts, String name, long by, Counter counter) {
        boolean theirs = Shortfalls.is(name) || StandIns.is(name) || name.equals(Account.MERGED);
        if (by != 0 && !theirs) {
            counts.add(new Estate.Count(name, by, counter.terms(), counter.until()));
        }
    }
}
