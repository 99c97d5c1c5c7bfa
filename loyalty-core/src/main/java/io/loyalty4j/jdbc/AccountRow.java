package io.loyalty4j.jdbc;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.shop.MemberId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account's own row.
 *
 * @param life what it is beside lots, holds and counters
 */
record AccountRow(long version, String hash, List<@Nullable Object> columns, String life) {
    static AccountRow of(Result row) throws SQLException {
        return new AccountRow(row.number("version"), row.text("hash"), row.of(Table.ACCOUNT), row.text("life"));
    }

    /**
     * With what was found of it in other tables.
     *
     * @throws IllegalArgumentException if the row is not the one that would be written for it: its balances are not those of its lots, for example
     */
    Account account(MemberId member, List<Lot> lots, List<Hold> holds, Map<String, Counter> counters) {
        if (version < 1) {
            throw new IllegalArgumentException("its row has the version " + version);
        }
        Account account = LedgerText.account(member, version, hash, life, lots, holds, counters);
        Result.same(Table.ACCOUNT, columns, Writing.account(account));
        return account;
    }
}
