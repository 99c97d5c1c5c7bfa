package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Adds up the entries, of each bucket and of each lot, and holds the account's lots and the posting's balances to them. */
final class LotAudit {
    private final Findings findings;
    private final Map<Bucket, Long> sums = new EnumMap<>(Bucket.class);
    private final Map<String, Map<Bucket, Long>> lots = new HashMap<>();
    private boolean begun;

    LotAudit(Findings findings) {
        this.findings = findings;
    }

    /** Goes on from where an account stood; closed lots are taken as they say they were. */
    void begin(Change.Restated restated) {
        begun = true;
        sums.putAll(restated.totals());
        restated.account().lots().forEach(this::known);
    }

    private void known(Lot lot) {
        if (!lots.containsKey(lot.id())) {
            Map<Bucket, Long> points = new EnumMap<>(Bucket.class);
            points.putAll(lot.points());
            lots.put(lot.id(), points);
        }
    }

    /** Of all postings so far, zeros left out. */
    Map<Bucket, Long> totals() {
        Map<Bucket, Long> totals = new EnumMap<>(sums);
        totals.values().removeIf(total -> total == 0);
        return totals;
    }

    static long issued(Posting posting) {
        return posting.entries().stream()
                .filter(entry -> entry.from() == ISSUED)
                .mapToLong(Entry::points)
                .sum();
    }

    void next(Posting posting, Map<String, Lot> touched, Account account) {
        if (begun) {
            posting.changes(Change.LotReopened.class)
                    .map(Change.LotReopened::before)
                    .forEach(this::known);
        }
        for (Entry entry : posting.entries()) {
            move(sums, entry);
            move(lots.computeIfAbsent(entry.lot(), lot -> new EnumMap<>(Bucket.class)), entry);
        }
        balances(posting.after(), account);
        findings.check(
                StandIns.owing(account) == account.debt(),
                "its debt is " + account.debt() + ", under its lots is noted " + StandIns.owing(account));
        for (Bucket bucket : Bucket.values()) {
            findings.check(
                    bucket.negative() ? sum(bucket) <= 0 : sum(bucket) >= 0,
                    "in all, " + bucket + " is " + sum(bucket));
        }
        touched.values().forEach(this::lot);
        posting.changes(Change.LotOpened.class).forEach(this::opened);
    }

    private static void move(Map<Bucket, Long> sums, Entry entry) {
        sums.merge(entry.from(), -entry.points(), Math::addExact);
        sums.merge(entry.to(), entry.points(), Math::addExact);
    }

    private void balances(Posting.Balances after, Account account) {
        findings.check(
                after.equals(
                        new Posting.Balances(account.pending(), account.available(), account.held(), account.debt())),
                "its balances are not those of the open lots");
        findings.check(
                after.equals(new Posting.Balances(sum(PENDING), sum(AVAILABLE), sum(HELD), -sum(DEBT))),
                "its balances are not the sums of the entries");
    }

    /** Closed ones too, which the account does not have any more. */
    private void lot(Lot lot) {
        lot.imbalance().ifPresent(findings::add);
        for (Bucket bucket : Bucket.values()) {
            findings.check(
                    lot.in(bucket) == in(lot.id(), bucket),
                    "the lot " + lot.id() + " has " + lot.in(bucket) + " " + bucket + ", its entries "
                            + in(lot.id(), bucket));
        }
    }

    private void opened(Change.LotOpened opened) {
        findings.check(
                in(opened.lot(), ISSUED) == -opened.terms().original(),
                "the lot " + opened.lot() + " was opened with " + opened.terms().original() + " points and got "
                        + -in(opened.lot(), ISSUED));
    }

    private long sum(Bucket bucket) {
        return sums.getOrDefault(bucket, 0L);
    }

    /** What the entries so far put into a bucket of a lot. */
    long in(String lot, Bucket bucket) {
        return lots.getOrDefault(lot, Map.of()).getOrDefault(bucket, 0L);
    }
}
