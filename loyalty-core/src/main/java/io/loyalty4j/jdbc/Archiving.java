package io.loyalty4j.jdbc;

import io.loyalty4j.jdbc.JdbcLoyaltyStore.Archived;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Batch;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Reading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves old postings out of the journal, member by member, each in one transaction with the checkpoint that goes on without them. Who is still to be told of
 * some keeps all of them: events are read off them.
 */
final class Archiving {
    private static final List<Table> JOURNAL = List.of(Table.POSTING, Table.ENTRY, Table.AWARD);

    private final Connections connections;
    private final Statements statements;
    private final JdbcAttempts attempts;
    private final Loading loading;
    private final PostingReading postings;
    private final ContactRows contacts;

    Archiving(Connections connections, Statements statements, JdbcAttempts attempts, Loading loading) {
        this.connections = connections;
        this.statements = statements;
        this.attempts = attempts;
        this.loading = loading;
        this.postings = PostingReading.live(statements);
        this.contacts = new ContactRows(statements);
    }

    Archived run(Instant recordedBefore, int limit, Optional<MemberId> after) {
        List<MemberId> members = members(recordedBefore, limit, after);
        List<MemberId> unsound = new ArrayList<>();
        long moved = 0;
        for (MemberId member : members) {
            try {
                moved += connections.write(
                        "the archive of " + member, connection -> archive(connection, member, recordedBefore));
            } catch (CorruptAccountException e) {
                Connections.LOG.error("The journal of {} stays where it is", member, e);
                unsound.add(member);
            }
        }
        Optional<MemberId> last =
                members.size() < limit ? Optional.empty() : Optional.of(members.get(members.size() - 1));
        return new Archived(moved, unsound, last);
    }

    private List<MemberId> members(Instant recordedBefore, int limit, Optional<MemberId> after) {
        String sql = statements.of(
                "select distinct member from {posting} p where recorded_at < ? and kind <> ? and member > ?"
                        + " and not exists (select 1 from {contact} c where c.member = p.member and c.from_version is not null)"
                        + " order by member limit ?");
        return connections.read(connection -> {
            List<MemberId> members = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, Result.millis(recordedBefore));
                statement.setString(2, Posting.Kind.CHECKPOINT.name());
                statement.setString(3, after.map(MemberId::value).orElse(""));
                statement.setInt(4, limit);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        members.add(MemberId.of(rows.getString(1)));
                    }
                }
            }
            return members;
        });
    }

    /** Gives how many postings were moved. */
    private long archive(Connection connection, MemberId member, Instant recordedBefore) throws SQLException {
        Reading wanted = new Reading(member, Set.of(), Set.of());
        loading.lock(connection, List.of(wanted));
        if (contacts.find(connection, member).flatMap(Contact::news).isPresent()) {
            return 0;
        }
        Account account = loading.load(connection, List.of(wanted)).get(0).account();
        List<Posting> journal = postings.of(connection, Section.of(member, 0), Integer.MAX_VALUE);
        long end = journal.stream()
                .filter(posting -> posting.header().recordedAt().isBefore(recordedBefore))
                .filter(posting -> posting.header().kind() != Posting.Kind.CHECKPOINT
                        || posting.header().version() < account.version())
                .mapToLong(posting -> posting.header().version())
                .max()
                .orElse(0);
        Optional<Posting> checkpoint = Journal.of(account, journal).checkpoint();
        if (checkpoint.isPresent()) {
            tell(connection, account, checkpoint.get());
        }
        return move(connection, member, end);
    }

    private void tell(Connection connection, Account account, Posting checkpoint) throws SQLException {
        Batch batch = new Batch(account, account.apply(checkpoint), List.of(checkpoint), List.of(), List.of());
        if (!attempts.write(connection, List.of(batch)).isEmpty()) {
            throw new SQLException("somebody has written the account of " + account.member(), "40001");
        }
    }

    private long move(Connection connection, MemberId member, long end) throws SQLException {
        long moved = 0;
        for (Table table : JOURNAL) {
            String rows = " from " + statements.table(table) + " where member = ? and version <= ?";
            String archive = statements.table("archived_" + table.title());
            long copied = update(connection, "insert into " + archive + " select *" + rows, member, end);
            long deleted = update(connection, "delete" + rows, member, end);
            if (copied != deleted) {
                throw new SQLException(copied + " rows were copied to " + archive + ", and " + deleted + " deleted");
            }
            moved += table == Table.POSTING ? copied : 0;
        }
        return moved;
    }

    private static long update(Connection connection, String sql, MemberId member, long end) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, member.value());
            statement.setLong(2, end);
            return statement.executeUpdate();
        }
    }
}
