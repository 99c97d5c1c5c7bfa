package io.loyalty4j.jdbc;

import io.loyalty4j.store.Allotment;
import io.loyalty4j.store.Allotment.Grant;
import io.loyalty4j.store.Allotments.Claim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Allotments as rows: one for each with the sums, which is locked while they change, and one for each open grant. Of the grants of others only the sum is
 * read, so that a claim costs the same however many there are.
 */
final class AllotmentRows {
    /** Stands for all other claimants together; no claimant has this name, for theirs are made of ids. */
    private static final String OTHERS = "";

    private final Statements statements;

    AllotmentRows(Statements statements) {
        this.statements = statements;
    }

    long claim(Connection connection, Claim claim, long wanted, long limit) throws SQLException {
        Allotment before = locked(connection, claim.allotment(), claim.claimant());
        Allotment after = before.claimed(claim.claimant(), wanted, limit, claim.at());
        keep(connection, before, after, claim.claimant());
        return after.granted(claim.claimant());
    }

    void settle(Connection connection, String name, String claimant, long used) throws SQLException {
        Allotment before = locked(connection, name, claimant);
        keep(connection, before, before.settled(claimant, used), claimant);
    }

    /** Nobody else changes it until the transaction ends. */
    private Allotment locked(Connection connection, String name, String claimant) throws SQLException {
        Optional<Allotment> known = find(connection, name, claimant, " for update");
        return known.orElseGet(() -> Allotment.of(name));
    }

    private Optional<Allotment> find(Connection connection, String name, String claimant, String lock)
            throws SQLException {
        String sql = statements.of("select first_by, used, granted from {allotment} where allotment = ?") + lock;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Result row = new Result(rows);
                Map<String, Grant> open = new HashMap<>();
                long granted = row.number("granted");
                Optional<Grant> own = grant(connection, name, claimant);
                own.ifPresent(grant -> open.put(claimant, grant));
                long others = granted - own.map(Grant::amount).orElse(0L);
                if (others > 0) {
                    open.put(OTHERS, new Grant(others, Instant.EPOCH));
                }
                return Optional.of(new Allotment(name, row.someText("first_by"), row.number("used"), open));
            }
        }
    }

    private Optional<Grant> grant(Connection connection, String name, String claimant) throws SQLException {
        String sql = statements.of("select points, claimed_at from {claim} where allotment = ? and claimant = ?");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, claimant);
            try (ResultSet rows = statement.executeQuery()) {
                Result row = new Result(rows);
                return rows.next()
                        ? Optional.of(new Grant(row.number("points"), row.instant("claimed_at")))
                        : Optional.empty();
            }
        }
    }

    private void keep(Connection connection, Allotment before, Allotment after, String claimant) throws SQLException {
        if (after.equals(before)) {
            return;
        }
        Optional<Grant> grant = Optional.ofNullable(after.open().get(claimant));
        if (before.taken() == 0) {
            update(
                    connection,
                    "insert into {allotment} (first_by, used, granted, allotment) values (?, ?, ?, ?)",
                    sums(after));
        } else if (after.taken() == 0) {
            update(connection, "delete from {allotment} where allotment = ?", List.of(after.name()));
        } else {
            update(
                    connection,
                    "update {allotment} set first_by = ?, used = ?, granted = ? where allotment = ?",
                    sums(after));
        }
        if (before.open().containsKey(claimant)) {
            update(
                    connection,
                    "delete from {claim} where allotment = ? and claimant = ?",
                    List.of(after.name(), claimant));
        }
        if (grant.isPresent()) {
            update(
                    connection,
                    "insert into {claim} (allotment, claimant, points, claimed_at) values (?, ?, ?, ?)",
                    List.of(
                            after.name(),
                            claimant,
                            grant.get().amount(),
                            grant.get().at().toEpochMilli()));
        }
    }

    private static List<@Nullable Object> sums(Allotment allotment) {
        return PostingRows.row(
                allotment.first().orElse(null),
                allotment.used(),
                allotment.taken() - allotment.used(),
                allotment.name());
    }

    private void update(Connection connection, String text, List<? extends @Nullable Object> values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statements.of(text))) {
            for (int i = 0; i < values.size(); i++) {
                Rows.bind(statement, i + 1, false, values.get(i));
            }
            if (statement.executeUpdate() != 1) {
                throw new SQLException("a row was not written by: " + text);
            }
        }
    }

    long taken(Connection connection, String name) throws SQLException {
        return find(connection, name, OTHERS, "").map(Allotment::taken).orElse(0L);
    }

    Optional<String> claimant(Connection connection, String name) throws SQLException {
        Optional<String> first = find(connection, name, OTHERS, "").flatMap(Allotment::first);
        return first.isPresent() ? first : oldest(connection, name);
    }

    private Optional<String> oldest(Connection connection, String name) throws SQLException {
        String sql =
                statements.of("select claimant from {claim} where allotment = ? order by claimed_at, claimant limit 1");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    List<Claim> unsettled(Connection connection, Instant before, int limit) throws SQLException {
        String sql = statements.of(
                "select allotment, claimant, claimed_at from {claim} where claimed_at < ? order by claimed_at, allotment, claimant limit ?");
        List<Claim> claims = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Result.millis(before));
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Result row = new Result(rows);
                    claims.add(new Claim(row.text("allotment"), row.text("claimant"), row.instant("claimed_at")));
                }
            }
        }
        return claims;
    }
}
