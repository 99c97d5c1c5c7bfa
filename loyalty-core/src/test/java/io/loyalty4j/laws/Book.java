package io.loyalty4j.laws;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Posting.Balances;
import io.loyalty4j.ledger.Posting.Header;
import io.loyalty4j.shop.MemberId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One member's books, kept from the postings alone: what they fold to, and what their entries add up to. Checks every posting as it comes. */
final class Book {
    static final String CHAIN = "3 the journal folds to the account";
    private static final String SIGNS = "1 signs and normal form";
    private static final String SUMS = "2 sums of entries, balances and open lots are the same";
    private static final String GRACE = "grace comes once in a lot's life";
    private static final String AWARDS = "5 awards add up to points issued";

    private final Sums sums = new Sums();
    private final Map<String, OrderBook> orders = new HashMap<>();
    private final ReleaseBook releases = new ReleaseBook();
    private final Set<String> redated = new HashSet<>();
    private final Set<String> requests = new HashSet<>();
    private Account account;

    Book(MemberId member) {
        this.account = Account.of(member);
    }

    /** The account after more postings, which are not taken note of. */
    Account after(List<Posting> postings) {
        Account after = account;
        for (Posting posting : postings) {
            after = after.apply(posting);
        }
        return after;
    }

    Account account() {
        return account;
    }

    Sums sums() {
        return sums;
    }

    void add(Posting posting) {
        Header header = posting.header();
        LawBroken.unlessSame(header.version(), account.version() + 1, CHAIN);
        LawBroken.unlessSame(posting.previousHash(), account.hash(), CHAIN);
        LawBroken.unless(!header.recordedAt().isBefore(account.time()), CHAIN, () -> "booked backwards: " + posting);
        LawBroken.unless(requests.add(header.requestId()), "4 one request id, one effect", () -> "twice: " + header);
        Account before = account;
        account = account.apply(posting);
        sums.add(posting.entries());
        normalForm(posting);
        balances(posting);
        long issued = posting.entries().stream()
                .filter(entry -> entry.from() == ISSUED)
                .mapToLong(entry -> entry.points())
                .sum();
        LawBroken.unlessSame(posting.awards().stream().mapToLong(Award::points).sum(), issued, AWARDS);
        LawBroken.unless(
                posting.awards().stream().allMatch(award -> award.points() > 0), AWARDS, () -> "empty in " + posting);
        LawBroken.unless(
                posting.awards().stream().allMatch(award -> award.wanted() >= award.points()),
                "what was wanted is at least what was given",
                () -> "less in " + posting);
        posting.changes().forEach(change -> {
            if (change instanceof Change.LotRedated redated) {
                LawBroken.unless(this.redated.add(redated.lot()), GRACE, () -> "again: " + redated);
            }
        });
        releases.track(posting, before, account);
        OrderBook.track(orders, posting, before, sums);
    }

    private void normalForm(Posting posting) {
        for (Bucket bucket : Bucket.values()) {
            boolean negative = bucket == ISSUED || bucket == DEBT;
            LawBroken.unless(
                    negative ? sums.of(bucket) <= 0 : sums.of(bucket) >= 0,
                    SIGNS,
                    () -> bucket + " is " + sums.of(bucket) + " after " + posting);
        }
        LawBroken.unless(
                sums.of(DEBT) == 0 || sums.of(AVAILABLE) == 0, SIGNS, () -> "debt beside points after " + posting);
        posting.entries()
                .forEach(entry -> sums.of(entry.lot())
                        .forEach((bucket, points) -> LawBroken.unless(
                                points > 0 || bucket == ISSUED || bucket == DEBT,
                                SIGNS,
                                () -> entry.lot() + " has " + points + " " + bucket + " after " + posting)));
        LawBroken.unless(
                account.lots().stream().allMatch(lot -> lot.remaining() > 0)
                        && account.holds().stream()
                                .allMatch(hold -> hold.parts().stream().allMatch(part -> part.points() > 0)),
                SIGNS,
                () -> "something empty is open after " + posting);
    }

    private void balances(Posting posting) {
        LawBroken.unlessSame(
                posting.after(),
                new Balances(sums.of(PENDING), sums.of(AVAILABLE), sums.of(HELD), -sums.of(DEBT)),
                SUMS);
        LawBroken.unlessSame(
                new Balances(account.pending(), account.available(), account.held(), account.debt()),
                posting.after(),
                SUMS);
        for (Lot lot : account.lots()) {
            LawBroken.unlessSame(lot.points(), sums.of(lot.id()), SUMS);
        }
        Map<String, Long> held = account.holds().stream()
                .map(Hold::parts)
                .flatMap(parts -> parts.stream())
                .collect(Collectors.groupingBy(Hold.Part::lot, Collectors.summingLong(Hold.Part::points)));
        LawBroken.unlessSame(held.values().stream().mapToLong(Long::longValue).sum(), sums.of(HELD), SUMS);
        held.forEach((lot, points) -> LawBroken.unlessSame(points, sums.of(lot, HELD), SUMS));
    }
}
