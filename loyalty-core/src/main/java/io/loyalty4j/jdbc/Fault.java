package io.loyalty4j.jdbc;

import java.sql.SQLException;

/**
 * What an error of the database means for the unit of work that met it. The codes are those of PostgreSQL's appendix A, MariaDB's error
 * code list, H2's {@code ErrorCode} and class 40 of ISO 9075; {@link FaultCodes} tells them apart.
 */
enum Fault {
    /**
     * Another transaction was first, or both waited for each other: nothing is kept, the whole unit may be tried again. It must be rolled
     * back, for MariaDB takes back all of it (1213, 1020) or one statement alone (1205), and goes on in either case.
     */
    CONFLICT,
    /** The row is there already: for a journal, the request is known. PostgreSQL's transaction is of no use any more, the others' is. */
    DUPLICATE,
    /** The server took too long or was told to stop; the unit must be rolled back and may be tried again while there is time. */
    TIMEOUT,
    /** No answer will come. If a commit was asked for, nobody knows whether it happened until the journal is looked up on a new connection. */
    CONNECTION_LOST,
    /** No connection was to be had, so nothing happened: the pool or the server gives no more. */
    TOO_MANY_CONNECTIONS,
    /** The server or the session may only read: a replica, or not the primary any more. Another try there meets the same. */
    READ_ONLY,
    /** No room to write: an operator must act. */
    FULL,
    /** A value or a constraint does not fit the tables: a mistake of the store or of its tables, not of the moment. */
    BAD_DATA,
    /** None of these. */
    OTHER;

    /** The first error that is known, from {@code error} on through what caused it and what came after it. */
    static Fault of(SQLException error) {
        return FaultChain.of(error)
                .map(FaultCodes::of)
                .filter(fault -> fault != OTHER)
                .findFirst()
                .orElse(OTHER);
    }
}
