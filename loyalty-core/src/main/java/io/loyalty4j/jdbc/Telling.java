package io.loyalty4j.jdbc;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Contacts;
import io.loyalty4j.store.Notice;
import io.loyalty4j.store.Notices;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What members are still to be told, and what was put aside. */
final class Telling implements Contacts, Notices {
    private final Connections connections;
    private final Statements statements;
    private final ContactRows contacts;
    private final Listing<Contact> due;
    private final Listing<Notice> aside;

    Telling(Connections connections, Statements statements) {
        this.connections = connections;
        this.statements = statements;
        this.contacts = new ContactRows(statements);
        this.due = ContactRows.due(statements);
        this.aside = NoticeRows.aside(statements);
    }

    @Override
    public List<Contact> contacts(Instant until, int limit) {
        return connections.read(connection -> due.first(connection, Result.millis(until), limit));
    }

    @Override
    public Optional<Contact> contact(MemberId member) {
        return connections.read(connection -> contacts.find(connection, member));
    }

    @Override
    public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
        return connections.write("what " + member + " is to be told", connection -> {
            boolean kept = contacts.keep(connection, member, seen, next);
            if (!kept && connections.joined()) {
                throw new SQLException("the transaction began before others wrote what is to be told", "40001");
            }
            return kept;
        });
    }

    @Override
    public List<Notice> notices(Notice.State state, int limit) {
        return connections.read(connection -> aside.first(connection, state.name(), limit));
    }

    @Override
    public long count(Notice.State state) {
        return connections.read(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(statements.of("select count(*) from {notice} where state = ?"))) {
                statement.setString(1, state.name());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? rows.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public void put(Notice notice) {
        connections.write("that a message was put aside", connection -> {
            Rows rows = new Rows(statements);
            rows.replace(Table.NOTICE, NoticeRows.row(notice));
            rows.write(connection);
            return true;
        });
    }

    @Override
    public void remove(Notice notice) {
        connections.write("that a message is put aside no longer", connection -> deleted(
                connection, statements.delete(Table.NOTICE), notice.member().value(), notice.id()));
    }

    @Override
    public void forget(MemberId member) {
        connections.write("that a member is forgotten", connection -> deleted(
                        connection, statements.delete(Table.CONTACT), member.value())
                + deleted(connection, statements.of("delete from {notice} where member = ?"), member.value()));
    }

    private static int deleted(Connection connection, String sql, String... key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < key.length; i++) {
                statement.setString(i + 1, key[i]);
            }
            return statement.executeUpdate();
        }
    }
}
