package io.loyalty4j.jdbc;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.LedgerText;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Awards of postings as rows. */
final class AwardRows {
    private AwardRows() {}

    static List<@Nullable Object> of(String member, long version, long n, Award award) {
        return PostingRows.row(
                member,
                version,
                n,
                award.rule(),
                award.line().orElse(null),
                award.points(),
                award.wanted(),
                LedgerText.reason(award.reason()));
    }

    static Award read(Result row) throws SQLException {
        return new Award(
                row.text("rule"),
                row.someWord("line_id"),
                row.number("points"),
                row.number("wanted"),
                LedgerText.reason(row.text("reason")));
    }
}
