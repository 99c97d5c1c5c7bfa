package io.loyalty4j.ledger;

import java.util.List;
import java.util.Optional;

/** A journal that does not begin with the first posting: what lies behind a checkpoint stands by itself, what lies before it hangs together at least. */
final class Chain {
    private final Findings findings;

    Chain(Findings findings) {
        this.findings = findings;
    }

    /** The postings that an account can be folded from: all, or from the first checkpoint on if those before were archived. */
    static List<Posting> whole(List<Posting> postings) {
        return postings.subList(begin(postings), postings.size());
    }

    private static int begin(List<Posting> postings) {
        if (postings.isEmpty() || postings.get(0).header().version() == 1) {
            return 0;
        }
        for (int i = 0; i < postings.size(); i++) {
            if (postings.get(i).header().kind() == Posting.Kind.CHECKPOINT) {
                return i;
            }
        }
        return 0;
    }

    /** Whether the postings before those, left by an archive, are what they were. */
    void before(List<Posting> postings) {
        for (int i = 0; i < begin(postings); i++) {
            Posting posting = postings.get(i);
            Posting next = postings.get(i + 1);
            findings.at(posting);
            findings.check(next.previousHash().equals(posting.hash()), "the next one does not carry on its hash");
            findings.check(
                    next.header().version() == posting.header().version() + 1
                            && next.header().member().equals(posting.header().member()),
                    "the next one is " + next.header().version() + " of "
                            + next.header().member());
            findings.check(posting.header().fingerprint().genuine(), "its command's text is not the one that was sent");
        }
    }

    /** The posting that tells again what a journal has led to; empty if it ends with one already, or has none. */
    static Optional<Posting> checkpoint(Account account, List<Posting> postings) {
        boolean told =
                postings.isEmpty() || postings.get(postings.size() - 1).header().kind() == Posting.Kind.CHECKPOINT;
        return told ? Optional.empty() : Audit.restated(account, postings).map(Chain::posting);
    }

    private static Posting posting(Change.Restated restated) {
        Account account = restated.account();
        long version = account.version() + 1;
        Posting.Header header = new Posting.Header(
                account.member(),
                version,
                Posting.Kind.CHECKPOINT,
                "~" + version,
                Fingerprint.NONE,
                Optional.empty(),
                account.time(),
                account.time(),
                account.program().version(),
                Optional.empty());
        return new Posting(
                header,
                List.of(),
                List.of(),
                List.of(restated),
                new Posting.Balances(account.pending(), account.available(), account.held(), account.debt()),
                account.tier().code(),
                account.hash());
    }
}
