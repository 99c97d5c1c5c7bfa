package io.loyalty4j.jdbc;

import io.loyalty4j.earn.Counter;
import java.sql.SQLException;

/** Counters, and those of them that are vouchers, in a table of their own. */
final class CounterRows {
    private static final String VOUCHER = "voucher";

    private CounterRows() {}

    static Table table(String counter) {
        return counter.startsWith(VOUCHER) ? Table.VOUCHER : Table.COUNTER;
    }

    static Counter read(Result row) throws SQLException {
        return new Counter(row.number("amount"), row.someText("terms"), row.someInstant("until_at"));
    }
}
