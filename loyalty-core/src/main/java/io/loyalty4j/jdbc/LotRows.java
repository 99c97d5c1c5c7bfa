package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.LotTerms;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lots as rows. */
final class LotRows {
    /** In the order of their columns. */
    static final List<Bucket> BUCKETS = List.of(
            Bucket.ISSUED,
            Bucket.PENDING,
            Bucket.AVAILABLE,
            Bucket.HELD,
            Bucket.REDEEMED,
            Bucket.EXPIRED,
            Bucket.REVOKED,
            Bucket.TRANSFERRED,
            Bucket.DEBT);

    private LotRows() {}

    static Lot read(Result row) throws SQLException {
        Map<Bucket, Long> points = new EnumMap<>(Bucket.class);
        for (Bucket bucket : BUCKETS) {
            points.put(bucket, row.number(bucket.name().toLowerCase(Locale.ROOT)));
        }
        LotTerms terms = new LotTerms(
                row.text("source"),
                row.someText("order_id"),
                row.number("original"),
                row.instant("opened_at"),
                row.instant("activates_at"),
                row.someInstant("expires_at"),
                row.someInstant("idle_at"),
                row.number("redated") == 1);
        return new Lot(row.text("lot"), terms, points);
    }
}
