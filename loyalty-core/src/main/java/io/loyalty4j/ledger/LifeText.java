package io.loyalty4j.ledger;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an account is beside its postings, lots, holds and counters, as lines. */
final class LifeText {
    private static final String LIFE = "life";

    private LifeText() {}

    static void write(TextWriter text, Account account) {
        text.line(LIFE, account.status(), account.time(), account.since(), account.debt(), account.idleAt());
        Standing standing = account.standing();
        ProgramText.write(text, new Change.ProgramAdopted(account.program(), standing.terms()));
        StandingText.write(text, new Change.StandingSet(standing.amounts(), standing.spans(), standing.settled()));
    }

    /** Without postings, lots, holds and counters. */
    static Account read(MemberId member, TextReader text) {
        TextFields line = text.line(LIFE);
        Account.Status status = line.constant(Account.Status.class);
        Instant time = line.instant();
        Optional<Instant> since = line.optional(TextFields::instant);
        long debt = line.number();
        Optional<Instant> idleAt = line.optional(TextFields::instant);
        Change.ProgramAdopted program = ProgramText.read(text);
        Change.StandingSet set = StandingText.read(text);
        Standing standing = new Standing(program.ladder(), set.amounts(), set.spans(), set.settled());
        return new Account(
                member,
                0,
                time,
                since,
                status,
                List.of(),
                List.of(),
                debt,
                idleAt,
                standing,
                Map.of(),
                program.program(),
                "");
    }
}
