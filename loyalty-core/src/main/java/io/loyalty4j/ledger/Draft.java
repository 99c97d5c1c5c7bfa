package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REVOKED;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.tier.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A posting while it is made: every move is checked against what the lot has, and seen by the moves after it. Lives inside one decision.
 */
final class Draft {
    static final Duration REMEMBERED = Duration.ofDays(31);

    private final Account account;
    private final Map<String, Lot> closed;
    private final Map<String, Lot> lots = new LinkedHashMap<>();
    private final Map<String, Hold> holds = new LinkedHashMap<>();
    private final Map<String, Counter> counters;
    private final Map<Bucket, Long> moved = new EnumMap<>(Bucket.class);
    private final List<Entry> entries = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private Standing standing;
    private Optional<Instant> idleAt;
    private Account.Status status;

    Draft(State state) {
        this(state.account(), state.namedLots());
    }

    Draft(Account account, Map<String, Lot> named) {
        this.account = account;
        this.closed = named;
        this.counters = new TreeMap<>(account.counters());
        this.standing = account.standing();
        this.idleAt = account.idleAt();
        this.status = account.status();
        account.lots().forEach(lot -> lots.put(lot.id(), lot));
        account.holds().forEach(hold -> holds.put(hold.id(), hold));
    }

    Account account() {
        return account;
    }

    List<Lot> lots() {
        return List.copyOf(lots.values());
    }

    List<Hold> holds() {
        return List.copyOf(holds.values());
    }

    Standing standing() {
        return standing;
    }

    long available() {
        return account.available() + net(AVAILABLE);
    }

    long debt() {
        return account.debt() - net(DEBT);
    }

    private long net(Bucket bucket) {
        return moved.getOrDefault(bucket, 0L);
    }

    long counted(String name) {
        Counter counter = counters.get(name);
        return counter == null ? 0 : counter.value();
    }

    void open(String lot, LotTerms terms) {
        lots.put(lot, Lot.opened(lot, terms));
        changes.add(new Change.LotOpened(lot, terms));
    }

    /** A lot, open or named by the order's position. */
    Lot lot(String id) {
        Lot lot = lots.getOrDefault(id, closed.get(id));
        if (lot == null) {
            throw new CorruptAccountException(account.member(), "the lot " + id + " is missing");
        }
        return lot;
    }

    private Lot reopened(String id) {
        Lot lot = lot(id);
        if (!lots.containsKey(id)) {
            changes.add(new Change.LotReopened(lot));
            lots.put(id, lot);
        }
        return lot;
    }

    void move(String lot, Bucket from, Bucket to, long points) {
        if (points > 0) {
            lots.put(lot, reopened(lot).moved(from, to, points));
            entries.add(new Entry(lot, from, to, points));
            moved.merge(from, -points, Math::addExact);
            moved.merge(to, points, Math::addExact);
        }
    }

    void change(Change change) {
        changes.add(change);
    }

    void become(Account.Status next) {
        status = next;
        changes.add(new Change.StatusSet(next));
    }

    void setHold(Hold hold) {
        holds.put(hold.id(), hold);
        changes.add(new Change.HoldSet(hold));
    }

    void closeHold(Hold hold) {
        holds.remove(hold.id());
        changes.add(new Change.HoldClosed(hold.id(), hold.piece()));
    }

    void setStanding(Standing next) {
        if (!next.equals(standing)) {
            standing = next;
            changes.add(new Change.StandingSet(next.amounts(), next.spans(), next.settled()));
        }
    }

    /** Takes over a program's zone and ladder. */
    void adopt(Change.ProgramAdopted adopted) {
        standing = standing.adopting(adopted.ladder());
        changes.add(adopted);
    }

    /** Gives a lot another end, once. What holds have of it keeps the date that has passed. */
    void redate(String id, Instant end) {
        Lot lot = reopened(id);
        LotTerms terms = lot.terms().redatedTo(end);
        lots.put(id, lot.under(terms));
        changes.add(new Change.LotRedated(id, terms));
        holds().stream()
                .filter(hold ->
                        hold.parts().stream().anyMatch(part -> part.lot().equals(id)))
                .forEach(hold -> setHold(hold.lapsedIn(id)));
    }

    /** Gives a lot a later end. */
    void extend(String id, Instant end) {
        retime(id, OtherTerms.extendedTo(lot(id).terms(), end));
    }

    /** Adds to a counter; a new one is good for a month at least, however late its occasion comes. */
    void count(Count count, Instant now) {
        if (count.by() == 0) {
            return;
        }
        Counter before = counters.get(count.name());
        Instant month = now.plus(REMEMBERED);
        Optional<Instant> until = count.until().map(end -> end.isAfter(month) ? end : month);
        set(
                count.name(),
                before == null
                        ? new Counter(count.by(), count.terms(), until)
                        : new Counter(Math.addExact(before.value(), count.by()), before.terms(), before.until()));
    }

    /** Takes back what was added to a counter; one that is not known any more stays forgotten. */
    void uncount(String name, long by) {
        Counter before = counters.get(name);
        if (before != null && by != 0) {
            long left = Math.max(0, before.value() - by);
            set(name, new Counter(left, before.terms().filter(begun -> left > 0), before.until()));
        }
    }

    /** Changes the stamps on a card, and its terms if they are said; a card may owe stamps that came back when it had been given away. */
    void stamp(Count stamps) {
        Optional<String> terms = stamps.terms()
                .or(() -> Optional.ofNullable(counters.get(stamps.name())).flatMap(Counter::terms));
        set(stamps.name(), new Counter(Math.addExact(counted(stamps.name()), stamps.by()), terms, Optional.empty()));
    }

    void set(String name, Counter counter) {
        if (!counter.equals(counters.get(name))) {
            counters.put(name, counter);
            changes.add(new Change.CounterSet(name, counter));
        }
    }

    Map<String, Counter> counters() {
        return counters;
    }

    /** Nothing lapses for inactivity before an instant. */
    void active(Instant until) {
        if (idleAt.filter(known -> !known.isBefore(until)).isEmpty()) {
            idleAt = Optional.of(until);
            changes.add(new Change.ActiveUntil(until));
        }
    }

    Optional<Instant> idleAt() {
        return idleAt;
    }

    boolean lapsed(Lot lot, Instant at) {
        return lapse(lot).filter(lapse -> !lapse.isAfter(at)).isPresent();
    }

    /** When what is available of a lot lapses. */
    Optional<Instant> lapse(Lot lot) {
        return lot.lapses(idleAt);
    }

    /** Lets a lot lapse sooner. */
    void shorten(String id, Instant end) {
        retime(id, lot(id).terms().endingAt(end));
    }

    /** Gives a lot other dates. */
    void retime(String id, LotTerms terms) {
        lots.put(id, reopened(id).under(terms));
        changes.add(new Change.LotRetimed(id, terms));
    }

    /** Lots with available points, in the order in which they pay. */
    List<Lot> paying(PayingOrder order) {
        Comparator<Lot> oldest =
                Comparator.comparing((Lot lot) -> lot.terms().opened()).thenComparing(Lot::id);
        Comparator<Lot> soonest =
                Comparator.comparing((Lot lot) -> lot.lapses(idleAt).orElse(Instant.MAX));
        return lots.values().stream()
                .filter(lot -> lot.in(AVAILABLE) > 0)
                .sorted(order == PayingOrder.OLDEST_FIRST ? oldest : soonest.thenComparing(oldest))
                .toList();
    }

    /** Pays what is owed from points that have just become available in a lot. Gives those that are left. */
    long payDebt(String lot, long points) {
        long paid = Math.min(points, debt());
        move(lot, AVAILABLE, DEBT, paid);
        if (paid > 0) {
            StandIns.repaid(this, lot(lot), paid);
        }
        return points - paid;
    }

    /** Frees a hold. */
    void release(Hold hold, Instant at) {
        closeHold(hold);
        for (Hold.Part part : hold.parts()) {
            StandIns.date(this, part.lot());
            comeBack(part.lot(), HELD, part.points(), part.lapsed() || lapsed(lot(part.lot()), at));
        }
    }

    /** Points that come back pay debt first, then what returns could not collect; what is left lapses if it has lapsed meanwhile. */
    void comeBack(String lot, Bucket from, long points, boolean lapsed) {
        move(lot, from, AVAILABLE, points);
        long left = Shortfalls.collect(this, lot, payDebt(lot, points));
        if (lapsed) {
            move(lot, AVAILABLE, EXPIRED, left);
        }
    }

    /** An account that is closed keeps nothing of what it had, or of what came back and paid no debt. */
    private void revokeAll() {
        for (Lot lot : lots()) {
            move(lot.id(), PENDING, REVOKED, lot.in(PENDING));
            move(lot.id(), AVAILABLE, REVOKED, lot.in(AVAILABLE));
        }
    }

    Posting finish(Posting.Header header, List<Award> awards) {
        if (status.over()) {
            revokeAll();
        }
        Posting.Balances after =
                new Posting.Balances(account.pending() + net(PENDING), available(), account.held() + net(HELD), debt());
        Instant at = header.kind() == Posting.Kind.TIME ? header.occurredAt() : header.recordedAt();
        return new Posting(header, awards, entries, changes, after, standing.tierAt(at), account.hash());
    }
}
