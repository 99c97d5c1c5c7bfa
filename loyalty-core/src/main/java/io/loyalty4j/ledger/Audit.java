package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Journal.Verification;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Goes through an account's journal and checks what must hold after every posting: the chain, the sums, holds, orders and time, each by a class of its own. */
final class Audit {
    private final Findings findings = new Findings();
    private final Set<String> requests = new HashSet<>();
    private final LotAudit lots = new LotAudit(findings);
    private final HoldAudit holds = new HoldAudit(findings);
    private final OrderAudit orders = new OrderAudit(findings, lots);
    private final TimeAudit time = new TimeAudit(findings);
    /** Lots as they were last moved. */
    private final Map<String, Lot> latest = new HashMap<>();

    private Account account;

    private Audit(Account empty) {
        this.account = empty;
    }

    static Verification of(Account snapshot, List<Posting> postings, Optional<Function<String, State>> stored) {
        Audit audit = new Audit(Account.of(snapshot.member()));
        Verification verification = audit.through(snapshot, postings);
        if (stored.isEmpty() || !verification.sound()) {
            return verification;
        }
        new StoredOrders(audit.findings, snapshot, stored.get()).check(audit.orders.positions(), audit.latest);
        return audit.verification();
    }

    /** What a posting behind some others says that carries the journal on without them; empty if they do not fit together. */
    static Optional<Change.Restated> restated(Account snapshot, List<Posting> postings) {
        Audit audit = new Audit(Account.of(snapshot.member()));
        return audit.through(snapshot, postings).sound()
                ? Optional.of(new Change.Restated(snapshot, audit.lots.totals(), audit.orders.orders()))
                : Optional.empty();
    }

    private Verification through(Account snapshot, List<Posting> postings) {
        try {
            new Chain(findings).before(postings);
            Chain.whole(postings).forEach(this::next);
            findings.atTheEnd();
            time.end(account);
            findings.check(
                    account.equals(snapshot),
                    "the stored account is not what its " + postings.size() + " postings lead to");
        } catch (CorruptAccountException | IllegalArgumentException | ArithmeticException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
        return verification();
    }

    private Verification verification() {
        List<String> found = findings.all();
        return new Verification(found.isEmpty(), found);
    }

    private void next(Posting posting) {
        findings.at(posting);
        posting.changes(Change.Restated.class).forEach(this::restated);
        Account before = account;
        Fold fold = new Fold(before).apply(posting);
        account = fold.account();
        command(posting);
        time.next(posting, before);
        latest.putAll(fold.touched());
        lots.next(posting, fold.touched(), account);
        holds.next(posting, account);
        orders.next(posting);
        AccountCheck.of(account).ifPresent(findings::add);
    }

    /** A journal begins with it, or it says what those before it led to. */
    private void restated(Change.Restated restated) {
        if (account.version() == 0) {
            account = restated.account();
            lots.begin(restated);
            holds.begin(account);
            orders.begin(restated);
        } else {
            findings.check(
                    restated.equals(new Change.Restated(account, lots.totals(), orders.orders())),
                    "what it tells again of the account is not what was there");
        }
    }

    /** What it says of the command, and what it awards for it. */
    private void command(Posting posting) {
        Posting.Header header = posting.header();
        findings.check(requests.add(header.requestId()), "the request id " + header.requestId() + " was there before");
        findings.check(header.fingerprint().genuine(), "its command's text is not the one that was sent");
        long awarded = posting.awards().stream().mapToLong(Award::points).sum();
        long stands = stands(posting);
        findings.check(awarded == stands, "its awards of " + awarded + " are not the " + stands + " points that stand");
    }

    /** The points it issued; an edited order's awards are the whole order's, of which it issues the difference. */
    private static long stands(Posting posting) {
        return posting.changes(Change.OrderSet.class)
                .map(Change.OrderSet::delta)
                .filter(delta -> delta.terms().isPresent())
                .map(delta -> delta.tally().issued() - delta.tally().due())
                .findFirst()
                .orElseGet(() -> LotAudit.issued(posting));
    }
}
