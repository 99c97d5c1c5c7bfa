package io.loyalty4j.ledger;

import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Counter;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Rewards that rules have given and the member has not used: counters, one for each reward and end. One that was used when what it was given for came back is
 * owed, and the next of its kind pays for it.
 */
final class Voucher {
    private static final String GIVEN = "voucher/";
    private static final String OWED = "voucher-owed/";

    private Voucher() {}

    static boolean is(String counter) {
        return counter.startsWith(GIVEN);
    }

    /** Also those that are owed. */
    static boolean concerns(String counter) {
        return is(counter) || counter.startsWith(OWED);
    }

    static String name(String reward, Instant until) {
        return GIVEN + reward + "/" + until.toEpochMilli();
    }

    private static Instant until(String name) {
        return Instant.ofEpochMilli(Long.parseLong(name.substring(name.lastIndexOf('/') + 1)));
    }

    private static boolean of(String reward, Map.Entry<String, Counter> counter, Instant now) {
        String name = counter.getKey();
        return name.startsWith(GIVEN + reward + "/")
                && name.lastIndexOf('/') == GIVEN.length() + reward.length()
                && counter.getValue().value() > 0
                && until(name).isAfter(now);
    }

    /** How many the member can use. */
    static long count(Map<String, Counter> counters, String reward, Instant now) {
        return counters.entrySet().stream()
                .filter(counter -> of(reward, counter, now))
                .mapToLong(counter -> counter.getValue().value())
                .sum();
    }

    /** Uses the one that ends first, and tells its name; empty if there is none. */
    static Optional<String> use(Draft draft, String reward, Instant now) {
        Optional<String> first = draft.counters().entrySet().stream()
                .filter(counter -> of(reward, counter, now))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(Voucher::until));
        first.ifPresent(name -> draft.uncount(name, 1));
        return first;
    }

    /** Gives some, or gives used ones back: first what is owed is paid, and what is left is good to its end, if that has not come. */
    static void give(Draft draft, String name, long count, Instant now) {
        long paid = Math.min(count, draft.counted(owed(name)));
        draft.uncount(owed(name), paid);
        if (count > paid && until(name).isAfter(now)) {
            draft.count(new Count(name, count - paid, Optional.of(forgotten(name)), Optional.empty()), now);
        }
    }

    /** Takes back what was given. Those that are not there any more were used: others of the reward go for them, or they are owed, as long as that is remembered. */
    static void take(Draft draft, String name, long count, Instant now) {
        long there = Math.min(count, draft.counted(name));
        draft.uncount(name, there);
        long missing = forgotten(name).isAfter(now) ? count - there : 0;
        owe(draft, reward(name), missing, now);
    }

    /** Brings over what another account of the same person had, or takes it back. */
    static void change(Draft draft, String name, long by, Instant now) {
        if (name.startsWith(OWED)) {
            owe(draft, name.substring(OWED.length()), by, now);
        } else if (by < 0) {
            take(draft, name, -by, now);
        } else {
            give(draft, name, by, now);
        }
    }

    /** Others of the reward go for those that are missing, or they are owed. */
    private static void owe(Draft draft, String reward, long count, Instant now) {
        long missing = count;
        while (missing > 0 && use(draft, reward, now).isPresent()) {
            missing--;
        }
        if (missing > 0) {
            draft.count(new Count(OWED + reward, missing, Optional.empty(), Optional.empty()), now);
        } else if (missing < 0) {
            draft.uncount(OWED + reward, -missing);
        }
    }

    /** A month after their end nobody knows whether they were used. */
    private static Instant forgotten(String name) {
        return until(name).plus(Draft.REMEMBERED);
    }

    private static String owed(String name) {
        return OWED + reward(name);
    }

    /** Of which reward a counter has vouchers. */
    static String reward(String name) {
        return name.substring(GIVEN.length(), name.lastIndexOf('/'));
    }
}
