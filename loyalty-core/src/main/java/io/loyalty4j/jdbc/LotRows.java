package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.Result.millis;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.LotTerms;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lots as rows. */
final class LotRows {
    /** In the order of their columns. */
    private static final List<Bucket> BUCKETS = List.of(
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
        Lot lot = new Lot(row.text("lot"), terms, points);
        return row.said(Table.LOT, lot, row(row.text("member"), lot));
    }

    static List<@Nullable Object> row(String member, Lot lot) {
        List<@Nullable Object> row = new ArrayList<>(PostingRows.row(
                member,
                lot.id(),
                lot.remaining() == 0 ? 0L : 1L,
                lot.source(),
                lot.terms().order().orElse(null),
                lot.original(),
                lot.terms().opened().toEpochMilli(),
                lot.terms().activates().toEpochMilli(),
                millis(lot.expires()),
                millis(lot.terms().idleAt()),
                lot.terms().redated() ? 1L : 0L));
        BUCKETS.forEach(bucket -> row.add(lot.in(bucket)));
        return row;
    }
}
