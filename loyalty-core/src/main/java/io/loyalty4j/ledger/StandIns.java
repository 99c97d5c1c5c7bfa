package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import io.loyalty4j.earn.Counter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lots that paid in the place of another. An order is returned while its points are spent elsewhere, so points of other lots go for them; when the spent ones
 * come back, they lapse when those would have that went, so that nobody changes old points for young ones by buying and returning. Kept in counters of the
 * account: what is owed on a lot, and the soonest lapse of those that stood in for it. Which lots those are may depend on the order of returns.
 */
final class StandIns {
    private static final String OWING = "owing/";
    private static final String SOONEST = "soonest/";
    private static final String SPENT = "spent since ";

    private StandIns() {}

    /** Another lot pays for lots of which points are elsewhere. */
    static void paid(Draft draft, List<String> own, Lot payer) {
        own.stream()
                .filter(lot -> elsewhere(draft.lot(lot)))
                .forEach(lot -> draft.lapse(payer).ifPresent(lapse -> note(draft, lot, lapse)));
    }

    static boolean is(String counter) {
        return counter.startsWith(OWING) || counter.startsWith(SOONEST);
    }

    /** All that is owed. */
    static long owing(Account account) {
        return account.counters().entrySet().stream()
                .filter(counter -> counter.getKey().startsWith(OWING))
                .mapToLong(counter -> counter.getValue().value())
                .sum();
    }

    /** Nobody pays yet: the debt is noted under the lot of which points are elsewhere. */
    static void owed(Draft draft, List<String> own, long points) {
        Optional<String> spent =
                own.stream().filter(lot -> elsewhere(draft.lot(lot))).findFirst();
        String name = OWING + spent.orElse(own.get(0));
        Optional<String> since = Optional.ofNullable(draft.counters().get(name))
                .flatMap(Counter::terms)
                .or(() -> Optional.of(
                        (spent.isPresent() ? SPENT : "") + draft.account().version()));
        draft.set(name, new Counter(draft.counted(name) + points, since, Optional.empty()));
    }

    /** A lot has paid debt: the oldest first. */
    static void repaid(Draft draft, Lot payer, long points) {
        List<String> owing = draft.counters().keySet().stream()
                .filter(name -> name.startsWith(OWING))
                .sorted(Comparator.comparing((String name) -> since(draft, name))
                        .thenComparing(name -> name))
                .toList();
        long left = points;
        for (String name : owing) {
            long part = Math.min(left, draft.counted(name));
            String lot = name.substring(OWING.length());
            if (part > 0 && spent(draft, name) && !lot.equals(payer.id())) {
                draft.lapse(payer).ifPresent(lapse -> note(draft, lot, lapse));
            }
            draft.uncount(name, part);
            left -= part;
        }
    }

    private static String terms(Draft draft, String name) {
        return Optional.ofNullable(draft.counters().get(name))
                .flatMap(Counter::terms)
                .orElse("0");
    }

    private static boolean spent(Draft draft, String name) {
        return terms(draft, name).startsWith(SPENT);
    }

    private static long since(Draft draft, String name) {
        String terms = terms(draft, name);
        return Long.parseLong(terms.startsWith(SPENT) ? terms.substring(SPENT.length()) : terms);
    }

    /** Points come back into a lot: it lapses with the soonest of those that stood in for it. */
    static void date(Draft draft, String lot) {
        long soonest = draft.counted(SOONEST + lot);
        if (soonest > 0) {
            draft.uncount(SOONEST + lot, soonest);
            Instant lapse = Instant.ofEpochMilli(soonest);
            if (draft.lapse(draft.lot(lot))
                    .filter(known -> !known.isAfter(lapse))
                    .isEmpty()) {
                draft.shorten(lot, lapse);
            }
        }
    }

    private static boolean elsewhere(Lot lot) {
        return lot.in(REDEEMED) + lot.in(HELD) > 0;
    }

    private static void note(Draft draft, String lot, Instant lapse) {
        long known = draft.counted(SOONEST + lot);
        long soonest = known == 0 ? lapse.toEpochMilli() : Math.min(known, lapse.toEpochMilli());
        draft.set(SOONEST + lot, new Counter(soonest, Optional.empty(), Optional.empty()));
    }
}
