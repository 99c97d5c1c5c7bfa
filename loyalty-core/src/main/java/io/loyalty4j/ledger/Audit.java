package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;

import io.loyalty4j.ledger.Journal.Verification;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through an account's journal and checks what must hold after every posting. */
final class Audit {
    private final List<String> findings = new ArrayList<>();
    private final Map<Bucket, Long> sums = new EnumMap<>(Bucket.class);
    private final Set<String> requests = new HashSet<>();
    private final Map<String, Long> issuedFor = new HashMap<>();
    private Account account;

    private Audit(Account empty) {
        this.account = empty;
    }

    static Verification of(Account snapshot, List<Posting> postings) {
        Audit audit = new Audit(Account.of(snapshot.member()));
        try {
            postings.forEach(audit::next);
            audit.check(
                    audit.account.equals(snapshot),
                    "the stored account is not what its " + postings.size() + " postings lead to");
        } catch (CorruptAccountException | IllegalArgumentException | ArithmeticException e) {
            audit.findings.add(String.valueOf(e.getMessage()));
        }
        return new Verification(audit.findings.isEmpty(), List.copyOf(audit.findings));
    }

    private void next(Posting posting) {
        String at = "posting " + posting.header().version() + ": ";
        Account before = account;
        Fold fold = new Fold(before).apply(posting);
        account = fold.account();
        posting.entries().forEach(entry -> {
            sums.merge(entry.from(), -entry.points(), Math::addExact);
            sums.merge(entry.to(), entry.points(), Math::addExact);
        });
        check(
                requests.add(posting.header().requestId()),
                at + "the request id " + posting.header().requestId() + " was there before");
        check(
                !posting.header().recordedAt().isBefore(before.time()),
                at + "it was booked before the posting before it");
        check(posting.header().fingerprint().genuine(), at + "its command's text is not the one that was sent");
        awards(at, posting);
        balances(at, posting.after());
        fold.touched().values().forEach(lot -> lot(at, lot));
    }

    /** They add up to the points issued; those of an edited order are the whole order's, of which it issues the difference. */
    private void awards(String at, Posting posting) {
        long awarded = Issue.points(posting.awards());
        long issued = posting.entries().stream()
                .filter(entry -> entry.from() == ISSUED)
                .mapToLong(Entry::points)
                .sum();
        Optional<OrderPosition.Delta> order = posting.changes(Change.OrderSet.class)
                .map(Change.OrderSet::delta)
                .filter(delta -> delta.terms().isPresent())
                .findFirst();
        long stands =
                order.map(delta -> delta.tally().issued() - delta.tally().due()).orElse(issued);
        check(awarded == stands, at + "its awards of " + awarded + " are not the " + stands + " points that stand");
        order.ifPresent(delta -> {
            long before = issuedFor.getOrDefault(delta.order(), 0L);
            issuedFor.put(delta.order(), delta.tally().issued());
            check(
                    delta.tally().issued() - before == issued,
                    at + "it issued " + issued + " points and counts "
                            + (delta.tally().issued() - before));
        });
    }

    private void balances(String at, Posting.Balances after) {
        check(
                after.equals(
                        new Posting.Balances(account.pending(), account.available(), account.held(), account.debt())),
                at + "its balances are not those of the open lots");
        check(
                after.equals(new Posting.Balances(sum(PENDING), sum(AVAILABLE), sum(HELD), -sum(DEBT))),
                at + "its balances are not the sums of the entries");
        check(StandIns.owing(account) == after.debt(), at + "its debt is not that which is noted under its lots");
        check(after.debt() == 0 || after.available() == 0, at + "there is a debt beside available points");
        for (Bucket bucket : Bucket.values()) {
            boolean negative = bucket == ISSUED || bucket == DEBT;
            check(negative ? sum(bucket) <= 0 : sum(bucket) >= 0, at + bucket + " is " + sum(bucket));
        }
        long parts = account.holds().stream().mapToLong(Hold::points).sum();
        check(parts == account.held(), at + "holds of " + parts + " points hold " + account.held());
    }

    private void lot(String at, Lot lot) {
        long sum = lot.points().values().stream().mapToLong(Long::longValue).sum();
        boolean signs = lot.points().entrySet().stream()
                .allMatch(each -> each.getValue() > 0 || each.getKey() == ISSUED || each.getKey() == DEBT);
        check(sum == 0 && signs, at + "the lot " + lot.id() + " has " + lot.points());
        check(
                -lot.in(ISSUED) <= lot.original(),
                at + "the lot " + lot.id() + " gave more than its " + lot.original() + " points");
    }

    private long sum(Bucket bucket) {
        return sums.getOrDefault(bucket, 0L);
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }
}
