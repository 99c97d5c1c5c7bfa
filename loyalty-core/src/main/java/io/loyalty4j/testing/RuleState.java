package io.loyalty4j.testing;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.tier.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where an order and its returns have led.
 *
 * @param vouchers that rules have given, by reward
 * @param position of the order, in short
 */
record RuleState(
        long available,
        long pending,
        long held,
        long debt,
        Map<String, Long> vouchers,
        Map<String, Counter> counters,
        Standing standing,
        String position) {
    static RuleState of(RuleVisit visit, MemberId member, Optional<OrderPosition> position) {
        Account account = visit.account(member);
        return new RuleState(
                account.available(),
                account.pending(),
                account.held(),
                account.debt(),
                visit.vouchers(account),
                new TreeMap<>(account.counters()),
                account.standing(),
                Alike.digest(position));
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
}
