package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Journal.Verification;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through an account's journal and checks what must hold after every posting: the chain, the sums, holds, orders and time, each by a class of its own. */
final class Audit {
    private final Findings findings = new Findings();
    private final Set<String> requests = new HashSet<>();
    private final LotAudit lots = new LotAudit(findings);
    private final HoldAudit holds = new HoldAudit(findings);
    private final OrderAudit orders = new OrderAudit(findings, lots);
    private final TimeAudit time = new TimeAudit(findings);
    private Account account;

    private Audit(Account empty) {
        this.account = empty;
    }

    static Verification of(Account snapshot, List<Posting> postings) {
        Audit audit = new Audit(Account.of(snapshot.member()));
        try {
            postings.forEach(audit::next);
            audit.findings.atTheEnd();
            audit.time.end(audit.account);
            audit.findings.check(
                    audit.account.equals(snapshot),
                    "the stored account is not what its " + postings.size() + " postings lead to");
        } catch (CorruptAccountException | IllegalArgumentException | ArithmeticException e) {
            audit.findings.add(String.valueOf(e.getMessage()));
        }
        List<String> found = audit.findings.all();
        return new Verification(found.isEmpty(), found);
    }

    private void next(Posting posting) {
        findings.at(posting);
        Account before = account;
        Fold fold = new Fold(before).apply(posting);
        account = fold.account();
        command(posting);
        time.next(posting, before);
        lots.next(posting, fold.touched(), account);
        holds.next(posting, account);
        orders.next(posting);
        AccountCheck.of(account).ifPresent(findings::add);
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
