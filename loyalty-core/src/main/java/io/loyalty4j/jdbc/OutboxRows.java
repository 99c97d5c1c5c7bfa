package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages as rows, beside the postings that send them. */
final class OutboxRows {
    private final Statements statements;
    private final List<PostingReading> journals;

    OutboxRows(Statements statements) {
        this.statements = statements;
        this.journals = List.of(PostingReading.live(statements), PostingReading.archived(statements));
    }

    static void write(Rows rows, Posting posting) {
        for (Message message : Message.of(List.of(posting))) {
            rows.insert(Table.OUTBOX, row(posting, message));
        }
    }

    private static List<@Nullable Object> row(Posting posting, Message message) {
        return PostingRows.row(
                posting.header().member().value(),
                posting.header().version(),
                number(message.id()),
                message.command().member().value(),
                message.command().requestId(),
                posting.header().recordedAt().toEpochMilli(),
                LedgerText.command(message.command()));
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
    }

    /** Without those that are not what their posting says: these stay where they are, and harm no other. */
    List<Message> oldest(Connection connection, int limit) throws SQLException {
        String sql = statements.of("select * from {outbox} order by sent_at, member, version, n limit ?");
        List<List<@Nullable Object>> waiting = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new Result(rows).of(Table.OUTBOX));
                }
            }
        }
        List<Message> messages = new ArrayList<>();
        for (List<@Nullable Object> row : waiting) {
            sent(connection, row).ifPresent(messages::add);
        }
        return messages;
    }

    private Optional<Message> sent(Connection connection, List<@Nullable Object> row) throws SQLException {
        String id = row.get(0) + "/" + row.get(1) + "/" + row.get(2);
        try {
            MemberId sender = MemberId.of(String.valueOf(row.get(0)));
            long version = Long.parseLong(String.valueOf(row.get(1)));
            for (PostingReading journal : journals) {
                for (Posting posting : journal.of(connection, Section.of(sender, version - 1), 1)) {
                    for (Message message : Message.of(List.of(posting))) {
                        if (row(posting, message).equals(row)) {
                            return Optional.of(message);
                        }
                    }
                }
            }
            Connections.LOG.error("The message {} is not what its posting says; it is not delivered", id);
        } catch (IllegalArgumentException | CorruptAccountException e) {
            Connections.LOG.error("The message {} cannot be read; it is not delivered", id, e);
        }
        return Optional.empty();
    }

    /** Deletes one, if it is there. */
    int delete(Connection connection, Message message) throws SQLException {
        String id = message.id();
        String path = id.substring(0, id.lastIndexOf('/'));
        try (PreparedStatement statement = connection.prepareStatement(statements.delete(Table.OUTBOX))) {
            statement.setString(1, path.substring(0, path.lastIndexOf('/')));
            statement.setLong(2, Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
            statement.setLong(3, number(id));
            return statement.executeUpdate();
        }
    }
}
