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
import java.util.List;
import java.util.Map;

/** Reads postings with their entries and awards. */
final class PostingReading {
    private static final String ARCHIVED = "archived_";

    private final Statements statements;
    private final String kind;

    private PostingReading(Statements statements, String kind) {
        this.statements = statements;
        this.kind = kind;
    }

    /** Of the journal as it stands. */
    static PostingReading live(Statements statements) {
        return new PostingReading(statements, "");
    }

    /** Of what was moved out of it. */
    static PostingReading archived(Statements statements) {
        return new PostingReading(statements, ARCHIVED);
    }

    /** Some of a member's, by request id. */
    Map<String, Posting> byVersions(Connection connection, MemberId member, Collection<Long> versions)
            throws SQLException {
        Map<String, Posting> postings = new HashMap<>();
        for (long version : versions) {
            after(connection, member, version - 1, 1).stream()
                    .filter(posting -> posting.header().version() == version)
                    .forEach(posting -> postings.put(posting.header().requestId(), posting));
        }
        return postings;
    }

    /** Of a request id, or none. */
    List<Posting> byRequest(Connection connection, MemberId member, String request) throws SQLException {
        List<Long> versions = new ArrayList<>();
        String sql = statements.of("select version from {" + kind + "posting} where member = ? and request_id = ?");
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

    /** Of a member's, behind a version, in their order. What seems altered is read once more, for it may have been archived in between. */
    List<Posting> after(Connection connection, MemberId member, long version, int limit) throws SQLException {
        try {
            return once(connection, member, version, limit);
        } catch (CorruptAccountException e) {
            return once(connection, member, version, limit);
        }
    }

    /** Entries and awards are read last, so that no posting is without its own. */
    private List<Posting> once(Connection connection, MemberId member, long version, int limit) throws SQLException {
        List<Posting> headers = new ArrayList<>();
        Map<Long, String> hashes = new HashMap<>();
        String some = statements.of(
                "select * from {" + kind + "posting} where member = ? and version > ? order by version limit ?");
        read(connection, some, member, version, limit, row -> {
            headers.add(PostingRows.read(row));
            hashes.put(row.number("version"), row.text("hash"));
        });
        if (headers.isEmpty()) {
            return headers;
        }
        long last = headers.get(headers.size() - 1).header().version();
        Map<Long, List<Entry>> entries = new HashMap<>();
        Map<Long, List<Award>> awards = new HashMap<>();
        read(
                connection,
                children("entry"),
                member,
                version,
                last,
                row -> next(row, entries).add(PostingRows.entry(row)));
        read(
                connection,
                children("award"),
                member,
                version,
                last,
                row -> next(row, awards).add(PostingRows.award(row)));
        return headers.stream()
                .map(posting -> PostingRows.with(
                        posting,
                        entries.getOrDefault(posting.header().version(), List.of()),
                        awards.getOrDefault(posting.header().version(), List.of())))
                .map(posting -> unaltered(posting, hashes))
                .toList();
    }

    private static Posting unaltered(Posting posting, Map<Long, String> hashes) {
        long version = posting.header().version();
        if (!posting.hash().equals(hashes.get(version))) {
            throw new CorruptAccountException(
                    posting.header().member(), "posting " + version + " is not what was written, by its hash");
        }
        return posting;
    }

    /** The list that a numbered row is the next of. */
    private static <T> List<T> next(Result row, Map<Long, List<T>> lists) throws SQLException {
        List<T> list = lists.computeIfAbsent(row.number("version"), version -> new ArrayList<>());
        if (row.number("n") != list.size()) {
            throw new IllegalStateException("the row " + row.number("n") + " stands where " + list.size() + " belongs");
        }
        return list;
    }

    private String children(String table) {
        return statements.of("select * from {" + kind + table
                + "} where member = ? and version > ? and version <= ? order by version, n");
    }

    private static void read(Connection connection, String sql, MemberId member, long first, long second, Read read)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, member.value());
            statement.setLong(2, first);
            statement.setLong(3, second);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.row(new Result(rows));
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CorruptAccountException(member, "its journal cannot be read: " + e.getMessage());
        }
    }

    /** What is done with a row. */
    private interface Read {
        void row(Result row) throws SQLException;
    }
}
