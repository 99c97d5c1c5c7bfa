package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Profiles as rows, one for a member. */
final class ProfileRows {
    private final Statements statements;

    ProfileRows(Statements statements) {
        this.statements = statements;
    }

    Optional<Member> find(Connection connection, MemberId member) throws SQLException {
        return find(connection, member, "");
    }

    private Optional<Member> find(Connection connection, MemberId member, String lock) throws SQLException {
        String sql = statements.of("select body from {profile} where member = ?") + lock;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, member.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(LedgerText.profile(member, rows.getString(1))) : Optional.empty();
            }
        } catch (IllegalArgumentException e) {
            throw new CorruptAccountException(member, "its profile cannot be read: " + e.getMessage());
        }
    }

    /** Whether the one that was seen was still there. */
    boolean replace(Connection connection, Optional<Member> seen, Member next) throws SQLException {
        Optional<Member> known = find(connection, next.member(), " for update");
        if (!known.equals(seen)) {
            return false;
        }
        if (known.equals(Optional.of(next))) {
            return true;
        }
        String sql = known.isPresent()
                ? statements.of("update {profile} set body = ? where member = ?")
                : statements.of("insert into {profile} (body, member) values (?, ?)");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, LedgerText.profile(next));
            statement.setString(2, next.member().value());
            return statement.executeUpdate() == 1;
        }
    }

    int delete(Connection connection, MemberId member) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statements.delete(Table.PROFILE))) {
            statement.setString(1, member.value());
            return statement.executeUpdate();
        }
    }
}
