package io.loyalty4j.jdbc;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Postings as rows of three tables, and back. What the columns say is what is hashed, so a row that was changed by hand breaks the chain. */
final class PostingRows {
    private PostingRows() {}

    static void write(Rows rows, Posting posting) {
        Posting.Header header = posting.header();
        String member = header.member().value();
        rows.insert(Table.POSTING, header(posting));
        for (int i = 0; i < posting.entries().size(); i++) {
            rows.insert(
                    Table.ENTRY,
                    EntryRows.of(member, header.version(), i, posting.entries().get(i)));
        }
        for (int i = 0; i < posting.awards().size(); i++) {
            rows.insert(
                    Table.AWARD,
                    AwardRows.of(member, header.version(), i, posting.awards().get(i)));
        }
    }

    private static List<@Nullable Object> header(Posting posting) {
        Posting.Header header = posting.header();
        Posting.Balances after = posting.after();
        return row(
                header.member().value(),
                header.version(),
                header.requestId(),
                header.kind().name(),
                header.order().orElse(null),
                header.occurredAt().toEpochMilli(),
                header.recordedAt().toEpochMilli(),
                header.programVersion(),
                header.person().map(Posting.Person::actor).orElse(null),
                header.person().map(Posting.Person::reason).orElse(null),
                header.person().flatMap(Posting.Person::approver).orElse(null),
                after.pending(),
                after.available(),
                after.held(),
                after.debt(),
                posting.tierAfter(),
                header.fingerprint().sha256(),
                header.fingerprint().text(),
                LedgerText.changes(posting.changes()),
                posting.previousHash(),
                posting.hash());
    }

    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** The same with what other tables have of it. */
    static Posting with(Posting posting, List<Entry> entries, List<Award> awards) {
        return new Posting(
                posting.header(),
                awards,
                entries,
                posting.changes(),
                posting.after(),
                posting.tierAfter(),
                posting.previousHash());
    }

    /** Without what other tables have of it. */
    static Posting read(Result row) throws SQLException {
        return new Posting(
                readHeader(row),
                List.of(),
                List.of(),
                LedgerText.changes(row.text("changes")),
                new Posting.Balances(
                        row.number("pending"), row.number("available"), row.number("held"), row.number("debt")),
                row.text("tier"),
                row.text("previous_hash"));
    }

    private static Posting.Header readHeader(Result row) throws SQLException {
        Optional<String> actor = row.someText("actor");
        Optional<String> approver = row.someWord("approver");
        Optional<String> reason = row.someText("reason");
        if (actor.isEmpty() && (approver.isPresent() || reason.isPresent())) {
            throw new IllegalArgumentException("there is a reason or an approver, and nobody who asked");
        }
        return new Posting.Header(
                MemberId.of(row.text("member")),
                row.number("version"),
                Posting.Kind.valueOf(row.text("kind")),
                row.text("request_id"),
                new Fingerprint(row.text("command"), row.text("fingerprint")),
                row.someWord("order_id"),
                row.instant("occurred_at"),
                row.instant("recorded_at"),
                row.text("program"),
                actor.map(who -> new Posting.Person(who, reason.orElse(""), approver)));
    }
}
