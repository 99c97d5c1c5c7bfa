package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Entry;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of postings as rows. */
final class EntryRows {
    private EntryRows() {}

    static List<@Nullable Object> of(String member, long version, long n, Entry entry) {
        return PostingRows.row(
                member, version, n, entry.lot(), entry.from().name(), entry.to().name(), entry.points());
    }

    static Entry read(Result row) throws SQLException {
        return new Entry(
                row.text("lot"),
                Bucket.valueOf(row.text("from_bucket")),
                Bucket.valueOf(row.text("to_bucket")),
                row.number("points"));
    }
}
