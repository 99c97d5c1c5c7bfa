package io.loyalty4j.jdbc;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Posting.Balances;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * An account's own row.
 *
 * @param life what it is beside lots, holds and counters
 */
record AccountRow(long version, String hash, Balances balances, String life) {
    static AccountRow of(Result row) throws SQLException {
        return new AccountRow(
                row.number("version"),
                row.text("hash"),
                new Balances(row.number("pending"), row.number("available"), row.number("held"), row.number("debt")),
                row.text("life"));
    }

    /**
     * With what was found of it in other tables.
     *
     * @throws CorruptAccountException if the balances are not those of its lots
     */
    Account account(MemberId member, List<Lot> lots, List<Hold> holds, Map<String, Counter> counters) {
        Account account = LedgerText.account(member, version, hash, life, lots, holds, counters);
        Balances found = new Balances(account.pending(), account.available(), account.held(), account.debt());
        if (!found.equals(balances)) {
            throw new CorruptAccountException(
                    member, "its row says " + balances + ", its lots come to " + found);
        }
        return account;
    }
}
