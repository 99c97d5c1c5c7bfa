package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.PENDING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What time does to an account: activations, then holds that time out, then lapses, then tiers that end, instant by instant. */
final class TimePassing {
    private TimePassing() {}

    /**
     * What fell due until an instant.
     *
     * @param now when it is booked: the instant itself, or later
     */
    static List<Posting> of(Account account, Instant until, Instant now) {
        List<Posting> postings = new ArrayList<>();
        Account at = account;
        Optional<Instant> due = at.nextDueAt();
        while (due.isPresent() && !due.get().isAfter(until)) {
            Posting posting = at(at, due.get(), now);
            postings.add(posting);
            at = at.apply(posting);
            due = at.nextDueAt();
        }
        return postings;
    }

    private static Posting at(Account account, Instant due, Instant now) {
        Draft draft = new Draft(account, Map.of());
        activate(draft, due);
        draft.holds().stream()
                .filter(hold -> !hold.until().isAfter(due))
                .sorted(Comparator.comparing(Hold::id))
                .forEach(hold -> draft.release(hold, due));
        lapse(draft, due);
        if (account.standing()
                .nextChange()
                .filter(change -> !change.isAfter(due))
                .isPresent()) {
            draft.setStanding(account.standing().settled(account.present(due)));
        }
        long version = account.version() + 1;
        Instant recorded = now.isAfter(account.time()) ? now : account.time();
        Posting.Header header = new Posting.Header(
                account.member(),
                version,
                Posting.Kind.TIME,
                "~" + version,
                Fingerprint.NONE,
                Optional.empty(),
                due,
                recorded,
                account.program().version(),
                Optional.empty());
        return draft.finish(header, List.of());
    }

    private static void activate(Draft draft, Instant due) {
        draft.lots().stream()
                .filter(lot -> lot.in(PENDING) > 0 && !lot.terms().activates().isAfter(due))
                .sorted(Comparator.comparing((Lot lot) -> lot.terms().activates())
                        .thenComparing(Lot::id))
                .forEach(lot -> {
                    draft.move(lot.id(), PENDING, AVAILABLE, lot.in(PENDING));
                    draft.payDebt(lot.id(), lot.in(PENDING));
                });
    }

    private static void lapse(Draft draft, Instant due) {
        draft.lots().stream()
                .filter(lot -> lot.in(AVAILABLE) > 0 && draft.lapsed(lot, due))
                .sorted(Comparator.comparing(Lot::id))
                .forEach(lot -> draft.move(lot.id(), AVAILABLE, EXPIRED, lot.in(AVAILABLE)));
    }
}
