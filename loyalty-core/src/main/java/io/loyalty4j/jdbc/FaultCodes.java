package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.Fault.BAD_DATA;
import static io.loyalty4j.jdbc.Fault.CONFLICT;
import static io.loyalty4j.jdbc.Fault.CONNECTION_LOST;
import static io.loyalty4j.jdbc.Fault.DUPLICATE;
import static io.loyalty4j.jdbc.Fault.FULL;
import static io.loyalty4j.jdbc.Fault.OTHER;
import static io.loyalty4j.jdbc.Fault.READ_ONLY;
import static io.loyalty4j.jdbc.Fault.TIMEOUT;
import static io.loyalty4j.jdbc.Fault.TOO_MANY_CONNECTIONS;
import static java.util.Map.entry;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One error by its vendor's number, else by its SQLState, else by its type. The number goes first: MariaDB says HY000 to conflicts, full
 * disks and read-only servers alike, and 08004 when it has no more connections. PostgreSQL gives no numbers, and those of H2 are not MariaDB's.
 */
final class FaultCodes {
    private static final Map<Integer, Fault> NUMBERS = Map.ofEntries(
            entry(1020, CONFLICT), // MariaDB ER_CHECKREAD, with innodb_snapshot_isolation
            entry(1205, CONFLICT), // MariaDB ER_LOCK_WAIT_TIMEOUT
            entry(1213, CONFLICT), // MariaDB ER_LOCK_DEADLOCK
            entry(50200, CONFLICT), // H2 LOCK_TIMEOUT_1
            entry(90131, CONFLICT), // H2 CONCURRENT_UPDATE_1
            entry(1062, DUPLICATE), // MariaDB ER_DUP_ENTRY
            entry(1586, DUPLICATE), // MariaDB ER_DUP_ENTRY_WITH_KEY_NAME
            entry(1317, TIMEOUT), // MariaDB ER_QUERY_INTERRUPTED
            entry(1969, TIMEOUT), // MariaDB ER_STATEMENT_TIMEOUT
            entry(3024, TIMEOUT), // MySQL ER_QUERY_TIMEOUT
            entry(1927, CONNECTION_LOST), // MariaDB ER_CONNECTION_KILLED
            entry(90007, CONNECTION_LOST), // H2 OBJECT_CLOSED
            entry(90067, CONNECTION_LOST), // H2 CONNECTION_BROKEN_1
            entry(90098, CONNECTION_LOST), // H2 DATABASE_IS_CLOSED
            entry(90121, CONNECTION_LOST), // H2 DATABASE_CALLED_AT_SHUTDOWN
            entry(1040, TOO_MANY_CONNECTIONS), // MariaDB ER_CON_COUNT_ERROR
            entry(1203, TOO_MANY_CONNECTIONS), // MariaDB ER_TOO_MANY_USER_CONNECTIONS
            entry(1226, TOO_MANY_CONNECTIONS), // MariaDB ER_USER_LIMIT_REACHED
            entry(1290, READ_ONLY), // MariaDB ER_OPTION_PREVENTS_STATEMENT
            entry(1836, READ_ONLY), // MariaDB ER_READ_ONLY_MODE
            entry(90097, READ_ONLY), // H2 DATABASE_IS_READ_ONLY
            entry(1021, FULL), // MariaDB ER_DISK_FULL
            entry(1114, FULL), // MariaDB ER_RECORD_FILE_FULL
            entry(90100, FULL), // H2 NO_DISK_SPACE_AVAILABLE
            entry(4025, BAD_DATA)); // MariaDB ER_CONSTRAINT_FAILED

    /** A class of two characters, a code of five, or what lies between: the longest that fits decides. */
    private static final Map<String, Fault> STATES = Map.ofEntries(
            entry("40", CONFLICT),
            entry("55P03", CONFLICT),
            entry("23505", DUPLICATE),
            entry("57014", TIMEOUT),
            entry("HYT", TIMEOUT),
            entry("08", CONNECTION_LOST),
            entry("40003", CONNECTION_LOST),
            entry("57P", CONNECTION_LOST),
            entry("25P03", CONNECTION_LOST), // PostgreSQL, idle_in_transaction_session_timeout
            entry("25P04", CONNECTION_LOST), // PostgreSQL, transaction_timeout
            entry("53300", TOO_MANY_CONNECTIONS),
            entry("25006", READ_ONLY),
            entry("53100", FULL),
            entry("22", BAD_DATA),
            entry("23", BAD_DATA));

    private FaultCodes() {}

    static Fault of(SQLException error) {
        Fault byNumber = NUMBERS.getOrDefault(error.getErrorCode(), OTHER);
        Fault byState = byNumber == OTHER ? ofState(error.getSQLState()) : byNumber;
        return byState == OTHER ? ofType(error) : byState;
    }

    private static Fault ofState(@Nullable String state) {
        String rest = state == null ? "" : state;
        while (!rest.isEmpty() && !STATES.containsKey(rest)) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return STATES.getOrDefault(rest, OTHER);
    }

    /** HikariCP gives its time-outs no code unless the server gave one. */
    private static Fault ofType(SQLException error) {
        if (error instanceof SQLTransientConnectionException) {
            return TOO_MANY_CONNECTIONS;
        }
        if (error instanceof SQLTimeoutException) {
            return TIMEOUT;
        }
        return error instanceof SQLRecoverableException ? CONNECTION_LOST : OTHER;
    }
}
