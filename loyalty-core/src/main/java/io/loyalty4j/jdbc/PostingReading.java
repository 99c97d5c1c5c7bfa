package io.loyalty4j.jdbc;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads postings with their entries and awards. */
final class PostingReading {
    private final Statements statements;

    PostingReading(Statements statements) {
        this.statements = statements;
    }

    /** Some of a member's, by request id. */
    Map<String, Posting> byVersions(Connection connection, MemberId member, Collection<Long> versions)
            throws SQLException {
        Map<String, Posting> postings = new HashMap<>();
        for (long version : versions) {
            between(connection, member, version, version)
                    .forEach(posting -> postings.put(posting.header().requestId(), posting));
        }
        return postings;
    }

    /** Of a request id, or none. */
    List<Posting> byRequest(Connection connection, MemberId member, String request) throws SQLException {
        List<Long> versions = new ArrayList<>();
        String sql = statements.of("select version from {posting} where member = ? and request_id = ?");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, member.value());
            statement.setString(2, request);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.add(rows.getLong(1));
                }
            }
        }
        return List.copyOf(byVersions(connection, member, versions).values());
    }

    /** A member's from one version to another, in their order. Entries and awards are read last, so that no posting is without its own. */
    List<Posting> between(Connection connection, MemberId member, long first, long last) throws SQLException {
        Range range = new Range(member, first, last);
        List<Posting> headers = new ArrayList<>();
        range.read(connection, select("{posting}", "version"), row -> headers.add(PostingRows.read(row)));
        Map<Long, List<Entry>> entries = new HashMap<>();
        Map<Long, List<Award>> awards = new HashMap<>();
        range.read(connection, select("{entry}", "version, n"), row -> entries.computeIfAbsent(
                        row.number("version"), version -> new ArrayList<>())
                .add(PostingRows.entry(row)));
        range.read(connection, select("{award}", "version, n"), row -> awards.computeIfAbsent(
                        row.number("version"), version -> new ArrayList<>())
                .add(PostingRows.award(row)));
        return headers.stream()
                .map(posting -> PostingRows.with(
                        posting,
                        entries.getOrDefault(posting.header().version(), List.of()),
                        awards.getOrDefault(posting.header().version(), List.of())))
                .toList();
    }

    private String select(String table, String order) {
        return statements.of(
                "select * from " + table + " where member = ? and version >= ? and version <= ? order by " + order);
    }

    /** Versions of a member's journal. */
    private record Range(MemberId member, long first, long last) {
        void read(Connection connection, String sql, Read read) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, member.value());
                statement.setLong(2, first);
                statement.setLong(3, last);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        read.row(new Result(rows));
                    }
                }
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw new CorruptAccountException(member, "its journal cannot be read: " + e.getMessage());
            }
        }
    }

    /** What is done with a row. */
    private interface Read {
        void row(Result row) throws SQLException;
    }
}
