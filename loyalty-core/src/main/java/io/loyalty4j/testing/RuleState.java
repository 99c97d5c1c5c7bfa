package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.MemberId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where an order and its returns have led.
 *
 * @param vouchers that rules have given, by reward
 * @param all that the member has and that will matter, with the order's position in short
 */
record RuleState(
        long available, long pending, long held, long debt, Map<String, Long> vouchers, SortedMap<String, String> all) {
    static RuleState of(RuleVisit visit, MemberId member, Optional<OrderPosition> position) {
        Account account = visit.account(member);
        SortedMap<String, String> all = Possessions.withMemory(account, visit.rewards());
        all.put("order", Alike.digest(position));
        return new RuleState(
                account.available(), account.pending(), account.held(), account.debt(), visit.vouchers(account), all);
    }

    /** What the member has, less what they owe. */
    long worth() {
        return available + pending + held - debt;
    }

    /** The figures alone. */
    String points() {
        return available + " available, " + pending + " pending, " + held + " held, " + debt + " owed"
                + (vouchers.isEmpty() ? "" : ", vouchers " + vouchers);
    }

    /** Finds nothing that differs. */
    void expect(String what, RuleState actual) {
        String difference = Contrast.of(all, actual.all, Possessions.NONE);
        Expect.that(what + "\n  differs: " + difference, difference.isEmpty());
    }
}
