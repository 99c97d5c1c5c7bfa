package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.MemberId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accounts as lines: version and hash, the life, then lots, holds and counters. */
final class AccountText {
    static final String WHOLE = "loyalty4j-account/1";
    static final String LOT = "lot";

    private AccountText() {}

    static void write(TextWriter text, Account account) {
        text.line(WHOLE, account.version(), account.hash());
        LifeText.write(text, account);
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
        Account life = LifeText.read(member, text);
        List<Lot> lots = text.groups(LOT, each -> LotText.read(each, LOT));
        List<Hold> holds = text.groups(HoldText.HOLD, HoldText::read);
        Map<String, Counter> counters = text.map(CounterText.COUNTER, TextFields::text, CounterText::counter);
        return with(life, version, hash, lots, holds, counters);
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
