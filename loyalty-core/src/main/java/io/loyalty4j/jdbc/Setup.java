package io.loyalty4j.jdbc;

import io.loyalty4j.store.Retries;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How a store was set up.
 *
 * @param joining whether connections may come in the midst of a transaction of the shop's, which is then the store's too
 * @param claims where claims get connections of their own; empty if that is nowhere
 * @param rollbackOnly told when a transaction of the shop's may not be committed any more
 * @param portable whether each transaction is kept to one member
 */
record Setup(
        DataSource source,
        boolean joining,
        Optional<DataSource> claims,
        Runnable rollbackOnly,
        String prefix,
        Retries retries,
        boolean portable) {
    private static final String LEGAL_PREFIX = "[a-z][a-z0-9_]{0,24}";

    Setup {
        if (!prefix.matches(LEGAL_PREFIX)) {
            throw new IllegalArgumentException(
                    "a table prefix is made of at most 25 small letters, digits and underscores,"
                            + " the first of them a letter: " + prefix);
        }
    }

    static Setup on(DataSource source) {
        return new Setup(source, false, Optional.empty(), () -> {}, "loyalty_", Retries.DEFAULT, false);
    }

    static Setup joining(DataSource source) {
        return new Setup(source, true, Optional.empty(), () -> {}, "loyalty_", Retries.DEFAULT, false);
    }

    /** Seconds, as drivers count them: the time of all attempts, at least one. */
    int patience() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, retries.deadline().toSeconds()));
    }

    Connections connections() {
        return new Connections(source, joining, rollbackOnly, retries);
    }

    /** Those that are never of the shop's transactions; empty if nobody said where they come from. */
    Optional<Connections> connectionsForClaims() {
        return claims.map(plain -> new Connections(plain, false, rollbackOnly, retries));
    }

    Setup claims(DataSource other) {
        return new Setup(source, joining, Optional.of(other), rollbackOnly, prefix, retries, portable);
    }

    Setup rollbackOnly(Runnable mark) {
        return new Setup(source, joining, claims, mark, prefix, retries, portable);
    }

    Setup prefix(String other) {
        return new Setup(source, joining, claims, rollbackOnly, other, retries, portable);
    }

    Setup retries(Retries other) {
        return new Setup(source, joining, claims, rollbackOnly, prefix, other, portable);
    }

    Setup keepingToOneMember() {
        return new Setup(source, joining, claims, rollbackOnly, prefix, retries, true);
    }
}
