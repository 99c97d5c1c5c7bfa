package io.loyalty4j.examples.replay;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.MemberId;
import java.util.Comparator;
import java.util.List;

/** The members who have most points to spend. */
final class BalancesTable {
    private static final int SHOWN = 10;

    private BalancesTable() {}

    static Section of(LoyaltyEngine loyalty, List<MemberId> everybody, PointWorth worth) {
        TextTable table = TextTable.of("member", "tier", ">available", ">worth");
        everybody.stream()
                .map(loyalty::account)
                .sorted(Comparator.comparingLong(Account::available).reversed().thenComparing(Account::member))
                .limit(SHOWN)
                .forEach(account -> table.row(
                        account.member().value(),
                        account.tier().code(),
                        Figures.of(account.available()),
                        Figures.of(worth.of(account.available()))));
        return Section.of("The ten largest balances", table);
    }
}
