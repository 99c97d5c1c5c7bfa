package io.loyalty4j.laws;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is due is a property of state: its next instant is exact, and what is booked is the same in however many steps. */
final class Dues {
    static final String LAW = "6 the next due instant is exact";
    private static final Instant FAR = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Instant WITH_THE_GOODS = Instant.parse("9999-12-31T00:00:00Z");

    private Dues() {}

    /** Checks an account, and gives what time has in store for it. */
    static List<Posting> check(Account account, Chance chance) {
        LawBroken.unlessSame(account.nextDueAt(), searched(account), LAW);
        List<Posting> all = account.advance(FAR);
        LawBroken.unlessSame(
                all.stream().findFirst().map(posting -> posting.header().occurredAt()), account.nextDueAt(), LAW);
        account.nextDueAt()
                .ifPresent(due -> LawBroken.unless(
                        account.advance(due.minusMillis(1)).isEmpty(), LAW, () -> "something is due before " + due));
        Account at = account;
        for (Posting posting : all) {
            LawBroken.unless(
                    !posting.entries().isEmpty() || !posting.changes().isEmpty(), LAW, () -> "nothing became due");
            at = at.apply(posting);
            LawBroken.unlessSame(at.nextDueAt(), searched(at), LAW);
        }
        LawBroken.unlessSame(at.nextDueAt(), Optional.empty(), LAW);
        if (!all.isEmpty()) {
            inTwoSteps(account, all, chance.of(all).header().occurredAt().plusMillis(chance.below(3) - 1));
        }
        return all;
    }

    private static void inTwoSteps(Account account, List<Posting> all, Instant between) {
        List<Posting> booked = new ArrayList<>(account.advance(between));
        Account half = account;
        for (Posting posting : booked) {
            half = half.apply(posting);
        }
        booked.addAll(half.advance(FAR));
        LawBroken.unlessSame(
                booked.stream().map(Dues::timeless).toList(),
                all.stream().map(Dues::timeless).toList(),
                Advancing.LAW);
    }

    /** A posting without when it was booked, and without the hash that says so. */
    private static Posting timeless(Posting posting) {
        Posting.Header header = posting.header();
        return new Posting(
                new Posting.Header(
                        header.member(),
                        header.version(),
                        header.kind(),
                        header.requestId(),
                        header.fingerprint(),
                        header.order(),
                        header.occurredAt(),
                        header.occurredAt(),
                        header.programVersion(),
                        header.person()),
                posting.awards(),
                posting.entries(),
                posting.changes(),
                posting.after(),
                posting.tierAfter(),
                "");
    }

    /** The least instant that anything of the account names at which something would be otherwise than the moment before. */
    private static Optional<Instant> searched(Account account) {
        List<Instant> due = new ArrayList<>();
        for (Lot lot : account.lots()) {
            boolean waits = lot.terms().activates().equals(WITH_THE_GOODS);
            if (lot.in(Bucket.PENDING) > 0 && !waits) {
                due.add(lot.terms().activates());
            }
            if (lot.in(Bucket.AVAILABLE) > 0) {
                lot.terms().expires().ifPresent(due::add);
                lot.terms().idleAt().ifPresent(own -> due.add(later(own, account.idleAt())));
            }
        }
        account.holds().forEach(hold -> due.add(hold.until()));
        account.standing().spans().stream()
                .flatMap(span -> Stream.of(span.from(), span.until()))
                .filter(change -> change.isAfter(account.standing().settled()) && change.isBefore(FAR))
                .filter(change -> !tier(account, change).equals(tier(account, change.minusMillis(1))))
                .forEach(due::add);
        return due.stream().min(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }

    private static String tier(Account account, Instant at) {
        return account.standing().tierAt(at);
    }
}
