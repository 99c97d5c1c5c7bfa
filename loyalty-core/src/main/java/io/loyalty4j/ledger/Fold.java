package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account while a posting is applied to it: copies the posting's changes, then moves its entries. */
final class Fold {
    private Account before;
    private OpenLots lots;
    private final Map<String, Lot> touched = new LinkedHashMap<>();
    private final Map<String, Hold> holds = new LinkedHashMap<>();
    private final Map<String, Counter> counters = new HashMap<>();
    private Optional<Instant> since;
    private Account.Status status;
    private Optional<Instant> idleAt;
    private Standing standing;
    private Account.ProgramTerms program;
    private long version;
    private Instant time;
    private long debt;
    private String hash;

    Fold(Account before) {
        this.before = before;
        this.lots = OpenLots.of(before);
        begin(before);
    }

    private void begin(Account from) {
        before = from;
        from.holds().forEach(hold -> holds.put(hold.id(), hold));
        counters.putAll(from.counters());
        since = from.since();
        status = from.status();
        idleAt = from.idleAt();
        standing = from.standing();
        program = from.program();
        version = from.version();
        time = from.time();
        debt = from.debt();
        hash = from.hash();
    }

    Fold apply(Posting posting) {
        if (version == 0) {
            posting.changes(Change.Restated.class)
                    .findFirst()
                    .map(Change.Restated::account)
                    .ifPresent(restated -> {
                        lots = OpenLots.of(restated);
                        begin(restated);
                    });
        }
        checkNext(posting);
        posting.changes().forEach(this::apply);
        touched.putAll(lots.apply(posting));
        Instant at = known(posting.header());
        counters.values().removeIf(counter -> counter.forgotten(at));
        since = since.or(() -> Optional.of(posting.header().occurredAt()));
        version = posting.header().version();
        time = posting.header().recordedAt();
        debt = posting.after().debt();
        hash = posting.hash();
        return this;
    }

    /** What time does falls due at an instant of its own, whenever somebody looks; all else goes by the booking. */
    private static Instant known(Posting.Header header) {
        return header.kind() == Posting.Kind.TIME ? header.occurredAt() : header.recordedAt();
    }

    private void checkNext(Posting posting) {
        Posting.Header header = posting.header();
        if (!header.member().equals(before.member()) || header.version() != version + 1) {
            throw corrupt(posting, "does not follow version " + version);
        }
        if (!posting.previousHash().equals(hash)) {
            throw corrupt(posting, "does not carry on the hash chain");
        }
    }

    private CorruptAccountException corrupt(Posting posting, String what) {
        return new CorruptAccountException(
                before.member(),
                "posting " + posting.header().version() + " of "
                        + posting.header().member() + " " + what);
    }

    private void apply(Change change) {
        if (change instanceof Change.HoldSet set) {
            holds.put(set.hold().id(), set.hold());
        } else if (change instanceof Change.HoldClosed closed) {
            holds.remove(closed.hold());
        } else if (change instanceof Change.StandingSet set) {
            standing = new Standing(standing.terms(), set.amounts(), set.spans(), set.settled());
        } else if (change instanceof Change.CounterSet set) {
            counters.put(set.name(), set.counter());
        } else if (change instanceof Change.ActiveUntil active) {
            idleAt = Optional.of(active.idleAt());
        } else if (change instanceof Change.ProgramAdopted adopted) {
            program = adopted.program();
            standing = standing.adopting(adopted.ladder());
        } else if (change instanceof Change.StatusSet set) {
            status = set.status();
        }
    }

    /** Every lot that the posting opened, moved or redated, as it now is, closed ones too. */
    Map<String, Lot> touched() {
        return touched;
    }

    Account account() {
        return new Account(
                before.member(),
                version,
                time,
                since,
                status,
                lots.all(),
                List.copyOf(holds.values()),
                debt,
                idleAt,
                standing,
                counters,
                program,
                hash);
    }
}
