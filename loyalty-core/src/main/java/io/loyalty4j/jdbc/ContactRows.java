package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Contacts as rows, one for a member. A commit notes its news without reading them; whatever else changes, changes if the row is the one that was seen. */
final class ContactRows {
    private final Statements statements;

    ContactRows(Statements statements) {
        this.statements = statements;
    }

    /** Those that are due at an instant. */
    static Listing<Contact> due(Statements statements) {
        return new Listing<>(
                statements,
                Table.CONTACT,
                "due_at <= ?",
                List.of(Column.of("due_at#"), Column.of("member")),
                ContactRows::read);
    }

    /** A checkpoint says again what was said: it is no news. */
    static void news(Rows rows, List<Posting> postings) {
        List<Posting> fresh = postings.stream()
                .filter(posting -> posting.header().kind() != Posting.Kind.CHECKPOINT)
                .toList();
        if (!fresh.isEmpty()) {
            rows.news(row(Contact.after(Optional.empty(), fresh)));
        }
    }

    private static List<@Nullable Object> row(Contact contact) {
        return PostingRows.row(
                contact.member().value(),
                contact.news().map(Contact.News::from).orElse(null),
                contact.news().map(Contact.News::through).orElse(null),
                contact.news().map(news -> (long) news.told()).orElse(null),
                contact.news().map(news -> (long) news.attempts()).orElse(null),
                contact.news().map(news -> LedgerText.words(news.channels())).orElse(null),
                Result.millis(contact.dueAt()),
                contact.lease().orElse(null),
                contact.memory().isEmpty() ? null : LedgerText.facts(contact.memory()));
    }

    /**
     * Reads one.
     *
     * @throws RuntimeException if it is not what would be written
     */
    static Contact read(Result row) throws SQLException {
        MemberId member = MemberId.of(row.text("member"));
        Optional<Contact.News> news = row.someNumber("from_version").isPresent() ? Optional.of(news(row)) : Optional.empty();
        Contact contact = new Contact(
                member,
                news,
                row.someInstant("due_at"),
                row.someText("lease"),
                LedgerText.facts(row.someText("memory").orElse(LedgerText.facts(new TreeMap<>()))));
        return row.said(Table.CONTACT, contact, row(contact));
    }

    private static Contact.News news(Result row) throws SQLException {
        return new Contact.News(
                row.number("from_version"),
                row.number("through_version"),
                (int) row.number("told"),
                (int) row.number("attempts"),
                LedgerText.words(row.text("channels")));
    }

    Optional<Contact> find(Connection connection, MemberId member) throws SQLException {
        try (PreparedStatement statement = one(connection, member, "");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(read(new Result(rows))) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CorruptAccountException(member, "its contact cannot be read: " + e.getMessage());
        }
    }

    private PreparedStatement one(Connection connection, MemberId member, String lock) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(statements.of("select * from {contact} where member = ?") + lock);
        statement.setString(1, member.value());
        return statement;
    }

    /** Whether the one that was seen was still there. */
    boolean keep(Connection connection, MemberId member, Optional<Contact> seen, Optional<Contact> next) throws SQLException {
        Optional<List<@Nullable Object>> known = locked(connection, member);
        Optional<List<@Nullable Object>> wanted = next.map(ContactRows::row);
        if (!known.equals(seen.map(ContactRows::row)) || known.equals(wanted)) {
            return known.equals(seen.map(ContactRows::row));
        }
        Rows rows = new Rows(statements);
        if (wanted.isEmpty()) {
            rows.delete(Table.CONTACT, PostingRows.row(member.value()));
        } else if (known.isEmpty()) {
            rows.insert(Table.CONTACT, wanted.get());
        } else {
            rows.replace(Table.CONTACT, wanted.get());
        }
        rows.write(connection);
        return true;
    }

    private Optional<List<@Nullable Object>> locked(Connection connection, MemberId member) throws SQLException {
        try (PreparedStatement statement = one(connection, member, " for update");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(new Result(rows).of(Table.CONTACT)) : Optional.empty();
        }
    }
}
