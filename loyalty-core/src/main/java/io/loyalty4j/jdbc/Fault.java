package io.loyalty4j.jdbc;

import java.sql.SQLException;

/**
 * What an error of the database means for the unit of work that met it; {@link FaultCodes} tells them apart.
 */
enum Fault {
    /**
     * Another transaction was first, or both waited for each other: nothing is kept, the whole unit may be tried again. It must be rolled
     * back, for MariaDB takes back all of it (1213, 1020) or one statement alone (1205), and goes on in either case.
     */
    CONFLICT("others wrote the same"),
    /** The row is there already: for a journal, the request is known. PostgreSQL's transaction is of no use any more, the others' is. */
    DUPLICATE("the row is there already"),
    /** The server took too long or was told to stop; the unit must be rolled back and may be tried again while there is time. */
    TIMEOUT("the database took too long"),
    /** No answer will come. If a commit was asked for, nobody knows whether it happened until the journal is looked up on a new connection. */
    CONNECTION_LOST("the connection was lost"),
    /** No connection was to be had, so nothing happened: the pool or the server gives no more. */
    TOO_MANY_CONNECTIONS("no connection was to be had"),
    /** The server or the session may only read: a replica, or not the primary any more. Another try there meets the same. */
    READ_ONLY("the database only reads here; it is not the primary"),
    /** No room to write: an operator must act. */
    FULL("the database has no room left"),
    /** A value or a constraint does not fit the tables: a mistake of the store or of its tables, not of the moment. */
    BAD_DATA("a value does not fit the tables"),
    /** None of these. */
    OTHER("an error of the database");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether another attempt, at once, may do better. */
    boolean passes() {
        return this == CONFLICT || this == DUPLICATE || this == TIMEOUT || this == CONNECTION_LOST;
    }

    /** Whether it is the same whatever is written. */
    boolean concernsAll() {
        return this == TOO_MANY_CONNECTIONS || this == READ_ONLY || this == FULL;
    }

    /** Whether a commit that ended so may have been done all the same, or may yet be. */
    boolean leavesACommitOpen() {
        return this != CONFLICT && this != DUPLICATE && this != BAD_DATA && this != READ_ONLY;
    }

    /** The first error that is known, from {@code error} on through what caused it and what came after it. */
    static Fault of(SQLException error) {
        return FaultChain.of(error)
                .map(FaultCodes::of)
                .filter(fault -> fault != OTHER)
                .findFirst()
                .orElse(OTHER);
    }
}
