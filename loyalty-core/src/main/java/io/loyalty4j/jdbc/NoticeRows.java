package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.Result.millis;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Notice;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices as rows. */
final class NoticeRows {
    private NoticeRows() {}

    /** Those in a state; it is in the order too, for then H2 sorts by the index. */
    static Listing<Notice> aside(Statements statements) {
        return new Listing<>(
                statements,
                Table.NOTICE,
                "state = ?",
                List.of(Column.of("state"), Column.of("put_at#"), Column.of("member"), Column.of("id")),
                NoticeRows::read);
    }

    static List<@Nullable Object> row(Notice notice) {
        return PostingRows.row(
                notice.member().value(),
                notice.id(),
                notice.state().name(),
                millis(notice.at()),
                notice.kind(),
                LedgerText.facts(notice.facts()),
                (long) notice.attempts(),
                notice.reason());
    }

    /** Reads one; throws if it is not what would be written. */
    static Notice read(Result row) throws SQLException {
        Notice notice = new Notice(
                MemberId.of(row.text("member")),
                row.text("id"),
                Notice.State.valueOf(row.text("state")),
                row.instant("put_at"),
                row.text("kind"),
                LedgerText.facts(row.text("facts")),
                (int) row.number("attempts"),
                row.text("reason"));
        return row.said(Table.NOTICE, notice, row(notice));
    }

    /** What names one. */
    static List<@Nullable Object> key(Notice notice) {
        return PostingRows.row(notice.member().value(), notice.id());
    }
}
