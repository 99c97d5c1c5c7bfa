package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts as lines: the life of one, then its lots, holds and counters. */
final class AccountText {
    static final String WHOLE = "loyalty4j-account/1";
    static final String LOT = "lot";
    private static final String LIFE = "life";

    private AccountText() {}

    static void write(TextWriter text, Account account) {
        text.line(WHOLE, account.version(), account.hash());
        life(text, account);
        account.lots().forEach(lot -> LotText.write(text, LOT, lot));
        account.holds().forEach(hold -> HoldText.write(text, hold));
        new TreeMap<>(account.counters())
                .forEach((name, counter) ->
                        text.line(CounterText.COUNTER, CounterText.parts(new Change.CounterSet(name, counter))));
    }

    static Account read(MemberId member, TextReader text) {
        TextFields head = text.line(WHOLE);
        long version = head.number();
        String hash = head.text();
        Account life = life(member, text);
        List<Lot> lots = text.groups(LOT, each -> LotText.read(each, LOT));
        List<Hold> holds = text.groups(HoldText.HOLD, HoldText::read);
        Map<String, Counter> counters = text.map(CounterText.COUNTER, TextFields::text, CounterText::counter);
        return with(life, version, hash, lots, holds, counters);
    }

    static void life(TextWriter text, Account account) {
        text.line(LIFE, account.status(), account.time(), account.since(), account.debt(), account.idleAt());
        Standing standing = account.standing();
        StandingText.program(text, new Change.ProgramAdopted(account.program(), standing.terms()));
        StandingText.write(text, new Change.StandingSet(standing.amounts(), standing.spans(), standing.settled()));
    }

    /** Without postings, lots, holds and counters. */
    static Account life(MemberId member, TextReader text) {
        TextFields line = text.line(LIFE);
        Account.Status status = line.constant(Account.Status.class);
        Instant time = line.instant();
        Optional<Instant> since = line.optional(TextFields::instant);
        long debt = line.number();
        Optional<Instant> idleAt = line.optional(TextFields::instant);
        Change.ProgramAdopted program = StandingText.program(text);
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

    static Account with(
            Account life, long version, String hash, List<Lot> lots, List<Hold> holds, Map<String, Counter> counters) {
        return new Account(
                life.member(),
                version,
                life.time(),
                life.since(),
                life.status(),
                lots,
                holds,
                life.debt(),
                life.idleAt(),
                life.standing(),
                counters,
                life.program(),
                hash);
    }
}
