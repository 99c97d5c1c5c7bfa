package io.loyalty4j.ledger;

import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.reward.VoucherTerms;
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

    /** Of new ones: those that end together and are good for something else have a counter of their own, and end a millisecond sooner. */
    static String name(Draft draft, String reward, Instant until, Optional<String> terms) {
        Instant end = until;
        while (Optional.ofNullable(draft.counters().get(name(reward, end)))
                .filter(known -> !known.terms().equals(terms))
                .isPresent()) {
            end = end.minusMillis(1);
        }
        return name(reward, end);
    }

    /** The first instant at which those of a counter are over. */
    static Instant until(String name) {
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

    /** The one that ends first of those that no order has reserved. */
    static Optional<Ticket> first(Draft draft, String reward, Instant now) {
        return draft.counters().entrySet().stream()
                .filter(counter -> of(reward, counter, now))
                .map(Map.Entry::getKey)
                .filter(name -> free(draft, name, now))
                .min(Comparator.comparing(Voucher::until))
                .map(name -> new Ticket(name, Optional.empty()));
    }

    /** What those of a counter are good for; empty if it was not fixed. */
    static Optional<VoucherTerms> terms(Draft draft, String name) {
        return Optional.ofNullable(draft.counters().get(name))
                .flatMap(Counter::terms)
                .map(VoucherTerms::parse);
    }

    /** Whether there is one that is not over and that no order has reserved. */
    static boolean free(Draft draft, String name, Instant now) {
        long held = draft.holds().stream()
                .flatMap(hold -> hold.voucher().stream())
                .filter(ticket -> Ticket.parse(ticket).voucher().equals(name))
                .count();
        return draft.counted(name) > held && until(name).isAfter(now);
    }

    /** Gives some, or gives used ones back: first what is owed is paid, and what is left is good to its end, if that has not come. Gives how many are left. */
    static long give(Draft draft, String name, long count, Instant now) {
        return give(draft, name, count, Optional.empty(), now);
    }

    /** The same of new ones, which are good for what they say. */
    static long give(Draft draft, String name, long count, Optional<String> terms, Instant now) {
        long paid = Math.min(count, draft.counted(owed(name)));
        draft.uncount(owed(name), paid);
        long left = until(name).isAfter(now) ? count - paid : 0;
        draft.count(new Count(name, left, Optional.of(forgotten(name)), terms), now);
        return left;
    }

    /**
     * Takes back what was given. Those that are not there any more were used: others of the reward go for them, or they are owed, as long as that is
     * remembered. Gives how many were there.
     */
    static long take(Draft draft, String name, long count, Instant now) {
        long there = takeThose(draft, name, count);
        owe(draft, reward(name), missing(name, count - there, now), now);
        return there;
    }

    /** Takes back what is given anew at once: those that were used are owed until then, and no others go for them. */
    static long takeForNow(Draft draft, String name, long count, Instant now) {
        long there = takeThose(draft, name, count);
        draft.count(owing(reward(name), missing(name, count - there, now)), now);
        return there;
    }

    private static long takeThose(Draft draft, String name, long count) {
        long there = Math.min(count, draft.counted(name));
        lower(draft, name, there);
        return there;
    }

    /** What they are good for stays said, for those that come back. */
    private static void lower(Draft draft, String name, long by) {
        Counter before = draft.counters().get(name);
        if (before != null && by > 0) {
            draft.set(name, new Counter(before.value() - by, before.terms(), before.until()));
        }
    }

    private static long missing(String name, long count, Instant now) {
        return forgotten(name).isAfter(now) ? count : 0;
    }

    /** Those that are owed are taken of others of the reward. */
    static void settle(Draft draft, String reward, Instant now) {
        long owed = draft.counted(OWED + reward);
        draft.uncount(OWED + reward, owed);
        owe(draft, reward, owed, now);
    }

    /** Brings over what another account of the same person had, or takes it back. */
    static void change(Draft draft, String name, long by, Optional<String> terms, Instant now) {
        if (name.startsWith(OWED)) {
            owe(draft, name.substring(OWED.length()), by, now);
        } else if (by < 0) {
            take(draft, name, -by, now);
        } else {
            give(draft, name, by, terms, now);
        }
    }

    /** Others of the reward go for those that are missing, or they are owed. */
    private static void owe(Draft draft, String reward, long count, Instant now) {
        long missing = count;
        while (missing > 0 && useOther(draft, reward, now)) {
            missing--;
        }
        if (missing > 0) {
            draft.count(owing(reward, missing), now);
        } else if (missing < 0) {
            draft.uncount(OWED + reward, -missing);
        }
    }

    private static boolean useOther(Draft draft, String reward, Instant now) {
        Optional<Ticket> other = first(draft, reward, now);
        other.ifPresent(ticket -> lower(draft, ticket.voucher(), 1));
        return other.isPresent();
    }

    private static Count owing(String reward, long count) {
        return new Count(OWED + reward, count, Optional.empty(), Optional.empty());
    }

    /** A month after their end nobody knows whether they were used. */
    static Instant forgotten(String name) {
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
