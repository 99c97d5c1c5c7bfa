package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.PostingRows.row;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Messages as rows, beside the postings that send them. */
final class OutboxRows {
    private final Statements statements;

    OutboxRows(Statements statements) {
        this.statements = statements;
    }

    static void write(Rows rows, Posting posting) {
        for (Message message : Message.of(List.of(posting))) {
            rows.insert(
                    Table.OUTBOX,
                    row(
                            posting.header().member().value(),
                            posting.header().version(),
                            number(message.id()),
                            message.command().member().value(),
                            message.command().requestId(),
                            posting.header().recordedAt().toEpochMilli(),
                            LedgerText.command(message.command())));
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
    }

    List<Message> oldest(Connection connection, int limit) throws SQLException {
        String sql = statements.of("select * from {outbox} order by sent_at, member, version, n limit ?");
        List<Message> messages = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    messages.add(read(new Result(rows)));
                }
            }
        }
        return messages;
    }

    private static Message read(Result row) throws SQLException {
        String id = row.text("member") + "/" + row.number("version") + "/" + row.number("n");
        MemberId receiver = MemberId.of(row.text("receiver"));
        return new Message(id, LedgerText.command(receiver, row.text("request_id"), row.text("body")));
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
