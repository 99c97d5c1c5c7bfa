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
            of(connection, Section.of(member, version - 1), 1).stream()
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

    /** Of a section, in their order. What seems altered is read once more, for it may have been archived in between. */
    List<Posting> of(Connection connection, Section section, int limit) throws SQLException {
        try {
            return once(connection, section, limit);
        } catch (CorruptAccountException e) {
            return once(connection, section, limit);
        }
    }

    /** Entries and awards are read last, so that no posting is without its own. */
    private List<Posting> once(Connection connection, Section section, int limit) throws SQLException {
        List<Posting> headers = new ArrayList<>();
        Map<Key, String> hashes = new HashMap<>();
        List<Object> values = new ArrayList<>(section.condition().values());
        values.add(limit);
        read(connection, select("posting", section.condition(), "version limit ?"), values, row -> {
            headers.add(PostingRows.read(row));
            hashes.put(Key.of(row), row.text("hash"));
        });
        if (headers.isEmpty()) {
            return headers;
        }
        Map<Key, List<Entry>> entries = new HashMap<>();
        Map<Key, List<Award>> awards = new HashMap<>();
        for (Section.Condition part : section.through(headers.get(headers.size() - 1))) {
            read(
                    connection,
                    select("entry", part, "version, n"),
                    part.values(),
                    row -> next(row, entries).add(EntryRows.read(row)));
            read(
                    connection,
                    select("award", part, "version, n"),
                    part.values(),
                    row -> next(row, awards).add(AwardRows.read(row)));
        }
        return headers.stream()
                .map(posting -> PostingRows.with(
                        posting,
                        entries.getOrDefault(Key.of(posting), List.of()),
                        awards.getOrDefault(Key.of(posting), List.of())))
                .map(posting -> unaltered(posting, hashes))
                .toList();
    }

    private static Posting unaltered(Posting posting, Map<Key, String> hashes) {
        if (!posting.hash().equals(hashes.get(Key.of(posting)))) {
            Posting.Header header = posting.header();
            throw new CorruptAccountException(
                    header.member(), "posting " + header.version() + " is not what was written, by its hash");
        }
        return posting;
    }

    /** The list that a numbered row is the next of. */
    private static <T> List<T> next(Result row, Map<Key, List<T>> lists) throws SQLException {
        List<T> list = lists.computeIfAbsent(Key.of(row), key -> new ArrayList<>());
        if (row.number("n") != list.size()) {
            throw new IllegalStateException("the row " + row.number("n") + " stands where " + list.size() + " belongs");
        }
        return list;
    }

    private String select(String table, Section.Condition condition, String order) {
        return statements.of(
                "select * from {" + kind + table + "} where " + condition.text() + " order by member, " + order);
    }

    private static void read(Connection connection, String sql, List<Object> values, Read read) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read(new Result(rows), read);
                }
            }
        }
    }

    private static void read(Result row, Read read) throws SQLException {
        try {
            read.row(row);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CorruptAccountException(
                    MemberId.of(row.text("member")), "its journal cannot be read: " + e.getMessage());
        }
    }

    /** What is done with a row. */
    private interface Read {
        void row(Result row) throws SQLException;
    }

    /** Names a posting. */
    private record Key(String member, long version) {
        static Key of(Posting posting) {
            return new Key(posting.header().member().value(), posting.header().version());
        }

        static Key of(Result row) throws SQLException {
            return new Key(row.text("member"), row.number("version"));
        }
    }
}
