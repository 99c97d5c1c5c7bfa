package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.Optional;

/** Bookings follow each other in time, and none leaves behind what has fallen due, but to the postings that were booked with it. */
final class TimeAudit {
    private final Findings findings;

    TimeAudit(Findings findings) {
        this.findings = findings;
    }

    void next(Posting posting, Account before) {
        Posting.Header header = posting.header();
        findings.check(!header.recordedAt().isBefore(before.time()), "it was booked before the posting before it");
        findings.check(!header.occurredAt().isAfter(header.recordedAt()), "it was booked before it occurred");
        if (header.recordedAt().isAfter(before.time())) {
            end(before);
        }
        Optional<Instant> due = before.nextDueAt();
        findings.check(
                header.kind() != Posting.Kind.TIME
                        || due.filter(header.occurredAt()::equals).isPresent(),
                "what fell due at " + header.occurredAt() + " was due at "
                        + due.map(Instant::toString).orElse("no time"));
    }

    /** An account when the postings of one commit have ended. */
    void end(Account account) {
        account.nextDueAt()
                .filter(due -> !due.isAfter(account.time()))
                .ifPresent(due -> findings.add("what was due at " + due + " had not been booked at " + account.time()));
    }
}
