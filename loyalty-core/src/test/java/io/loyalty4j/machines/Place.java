package io.loyalty4j.machines;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decided;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy.RestoredAfterExpiry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a sequence has led: the books of two friends, and beside them what shop and members know. Immutable, so that a search goes on from it in several ways.
 *
 * @param subjects positions by what they are of
 * @param lots by id, all there ever were
 */
record Place(
        House house,
        Map<MemberId, Account> accounts,
        Map<String, OrderPosition> subjects,
        Map<String, Lot> lots,
        Yardstick tale,
        Map<String, Instant> holds,
        Instant now,
        int serial) {
    static final MemberId ANA = MemberId.of("ana");
    static final MemberId BEN = MemberId.of("ben");
    private static final List<Integer> HORIZONS = List.of(0, 3, 9, 15, 21, 27, 33, 45, 70);
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    static Place of(House house) {
        return new Place(
                house,
                Map.of(ANA, Account.of(ANA), BEN, Account.of(BEN)),
                Map.of(),
                Map.of(),
                new Yardstick(house, Map.of(), List.of(), Map.of()),
                Map.of(),
                BEGIN,
                0);
    }

    Account ana() {
        return accounts.get(ANA);
    }

    Account ben() {
        return accounts.get(BEN);
    }

    Optional<Bought> bought(String order) {
        return Optional.ofNullable(tale.orders().get(order));
    }

    Place later(Duration time) {
        return new Place(house, accounts, subjects, lots, tale, holds, now.plus(time), serial);
    }

    /** The books after a command, with what it sends to the other; empty if it is refused. */
    Optional<Place> says(Command command) {
        MemberId member = command.member();
        Optional<OrderPosition> position = command.subject().map(subject -> subjects.get(member + "/" + subject));
        Map<String, Lot> named = new HashMap<>();
        position.ifPresent(known -> known.stakes().forEach(stake -> {
            Lot lot = lots.get(member + "/" + stake.lot());
            if (lot != null && lot.remaining() == 0) {
                named.put(lot.id(), lot);
            }
        }));
        State state = new State(accounts.get(member), position, named, Optional.empty());
        Circumstances circumstances = Circumstances.at(now).goingTo(accounts.get(member.equals(ANA) ? BEN : ANA));
        return Decisions.decide(house.program(), state, command, circumstances) instanceof Decided.Book book
                ? Optional.of(after(member, book))
                : Optional.empty();
    }

    private Place after(MemberId member, Decided.Book book) {
        Map<MemberId, Account> books = new HashMap<>(accounts);
        books.put(member, book.after().account());
        Map<String, OrderPosition> positions = new HashMap<>(subjects);
        book.after().order().ifPresent(position -> positions.put(member + "/" + position.order(), position));
        Map<String, Lot> all = new HashMap<>(lots);
        book.after().namedLots().values().forEach(lot -> all.put(member + "/" + lot.id(), lot));
        book.after().account().lots().forEach(lot -> all.put(member + "/" + lot.id(), lot));
        Yardstick told =
                member.equals(ANA) ? new Yardstick(house, tale.orders(), tale.reviews(), graces(book, all)) : tale;
        Place place = new Place(house, books, positions, all, told, holds, now, serial + 1);
        for (Posting posting : book.postings()) {
            for (Change.Sent sent : posting.changes(Change.Sent.class).toList()) {
                place = place.says(sent.command()).orElseThrow();
            }
        }
        return place;
    }

    /** Points that came back after their end get grace once, if the house gives any. */
    private Map<String, Yardstick.Grace> graces(Decided.Book book, Map<String, Lot> all) {
        Map<String, Yardstick.Grace> graces = new TreeMap<>(tale.graces());
        if (house.has(RestoredAfterExpiry.GRACE_30_DAYS)) {
            Instant end =
                    house.program().expiry().byAge(now, house.program().zone()).orElseThrow();
            book.postings().stream()
                    .flatMap(posting -> posting.entries().stream())
                    .filter(entry -> entry.from() == Bucket.REDEEMED && entry.to() == Bucket.AVAILABLE)
                    .forEach(entry -> {
                        Lot lot = all.get(ANA + "/" + entry.lot());
                        if (!house.lapse(lot.terms().opened()).isAfter(now)) {
                            graces.merge(
                                    lot.id(),
                                    new Yardstick.Grace(entry.points(), end),
                                    (one, more) -> new Yardstick.Grace(one.points() + more.points(), one.end()));
                        }
                    });
        }
        return graces;
    }

    /** The same with an order as shop and member know it now. */
    Place knowing(String order, Bought bought) {
        Map<String, Bought> orders = new TreeMap<>(tale.orders());
        orders.put(order, tale.settled(bought(order), bought, now));
        return telling(new Yardstick(house, orders, tale.reviews(), tale.graces()));
    }

    Place telling(Yardstick other) {
        return new Place(house, accounts, subjects, lots, other, holds, now, serial);
    }

    Place holding(String order, Optional<Instant> since) {
        Map<String, Instant> held = new TreeMap<>(holds);
        held.remove(order);
        since.ifPresent(at -> held.put(order, at));
        return new Place(house, accounts, subjects, lots, tale, held, now, serial);
    }

    /** Since when an order holds points for its reward. */
    Optional<Instant> held(String order) {
        return Optional.ofNullable(holds.get(order)).filter(since -> now.isBefore(since.plus(House.HOLD)));
    }

    /**
     * By how much the books and the discounts on kept goods are worth more than the yardstick says, at the instant at which that is most, if nothing happens
     * until then. In sixths of a point. Just before and just after lots lapse, at the steps in which time passes here.
     */
    long gain() {
        long discounts =
                tale.orders().values().stream().mapToLong(Bought::discount).sum();
        long most = Long.MIN_VALUE;
        Account one = ana();
        Account other = ben();
        for (int days : HORIZONS) {
            Instant when = now.plus(Duration.ofDays(days));
            one = advanced(one, when);
            other = advanced(other, when);
            List<Instant> held = holds.values().stream()
                    .filter(since -> when.isBefore(since.plus(House.HOLD)))
                    .toList();
            long points = Bought.SIXTHS * (worth(one) + worth(other));
            most = Math.max(most, discounts + points - tale.at(when, held));
        }
        return most;
    }

    /** Points that were sent away, of orders and reviews that came back later: a documented exception. */
    long sentOfWhatCameBack() {
        Map<String, Long> issued = new HashMap<>();
        Map<String, Long> sent = new HashMap<>();
        lots.forEach((id, lot) -> {
            if (id.startsWith(ANA + "/")) {
                String order = lot.terms().order().orElse("");
                boolean gone =
                        order.isEmpty() && !tale.reviews().contains(lot.terms().opened());
                if (!order.isEmpty() || gone) {
                    issued.merge(order, -lot.in(Bucket.ISSUED), Long::sum);
                    sent.merge(order, lot.in(Bucket.TRANSFERRED), Long::sum);
                }
            }
        });
        return sent.entrySet().stream()
                .mapToLong(one -> Math.min(
                        one.getValue(),
                        one.getKey().isEmpty()
                                ? one.getValue()
                                : tale.takenBack(one.getKey(), issued.get(one.getKey()))))
                .sum();
    }

    /**
     * Points that an order took into debt and that have come back: they end when those end that paid the debt. If these were the order's own and another lot
     * stood in for them, that may be later than what stood in.
     */
    long backFromDebt() {
        return ana().lots().stream()
                .filter(lot -> lot.id().endsWith("~debt"))
                .mapToLong(Lot::remaining)
                .sum();
    }

    private static Account advanced(Account account, Instant when) {
        if (account.nextDueAt().filter(due -> !due.isAfter(when)).isEmpty()) {
            return account;
        }
        Account then = account;
        for (Posting posting : account.advance(when)) {
            then = then.apply(posting);
        }
        return then;
    }

    /** Points less what is owed. */
    private static long worth(Account account) {
        long owed = account.counters().entrySet().stream()
                .filter(counter -> counter.getKey().startsWith("owed/"))
                .mapToLong(counter -> counter.getValue().value())
                .sum();
        return account.available() + account.pending() + account.held() - account.debt() - owed;
    }

    /** What tells two places apart for all that can follow. */
    Object key() {
        return List.of(timeless(ana()), timeless(ben()), Set.copyOf(subjects.values()), tale, holds, now);
    }

    private static List<Object> timeless(Account account) {
        return List.of(account.lots(), account.holds(), account.counters(), account.debt(), account.standing());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("at " + now);
        accounts.forEach((member, account) -> text.append("\n    " + member + " owes " + account.debt() + " "
                        + account.counters() + account.holds() + ", has ")
                .append(account.lots().stream()
                        .map(lot -> lot.id() + " " + lot.points() + " until "
                                + lot.expires().orElse(Instant.MAX))
                        .toList()));
        subjects.values()
                .forEach(position -> text.append("\n    " + position.order() + " " + position.state() + " "
                        + position.tally() + position.stakes()));
        return text + "\n    " + tale.orders() + tale.reviews() + tale.graces();
    }
}
