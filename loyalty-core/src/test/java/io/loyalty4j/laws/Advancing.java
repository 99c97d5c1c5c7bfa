package io.loyalty4j.laws;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import java.time.Duration;
import java.time.Instant;

/** Law 6: advancing in one step or in many gives the same account, but for recorded-at and hash. */
final class Advancing {
    static final String LAW = "6 advancing in one step or in many is the same";
    private static final long THREE_YEARS = Duration.ofDays(1100).toMillis();

    private Advancing() {}

    /** Compares one step with a step for each instant at which something is due, and with a few steps at random. */
    static void check(Account account, Chance chance) {
        if (account.nextDueAt().isEmpty()) {
            return;
        }
        Instant end = account.time().plusMillis(chance.below(THREE_YEARS));
        Account inOne = advanced(account, end);
        Account eachDue = account;
        while (eachDue.nextDueAt().filter(at -> !at.isAfter(end)).isPresent()) {
            eachDue = advanced(eachDue, eachDue.nextDueAt().orElseThrow());
        }
        LawBroken.unlessSame(timeless(eachDue), timeless(inOne), LAW);
        Account random = account;
        for (int i = chance.between(1, 4); i > 0; i--) {
            long left = end.toEpochMilli() - random.time().toEpochMilli();
            random = advanced(random, random.time().plusMillis(chance.below(left + 1)));
        }
        LawBroken.unlessSame(timeless(advanced(random, end)), timeless(inOne), LAW);
    }

    static Account advanced(Account account, Instant until) {
        Account after = account;
        for (Posting posting : account.advance(until)) {
            after = after.apply(posting);
        }
        return after;
    }

    static Account timeless(Account account) {
        return new Account(
                account.member(),
                account.version(),
                Instant.EPOCH,
                account.since(),
                account.status(),
                account.lots(),
                account.holds(),
                account.debt(),
                account.idleAt(),
                account.standing(),
                account.counters(),
                account.program(),
                "");
    }
}
