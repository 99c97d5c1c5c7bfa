package io.loyalty4j.examples.replay;

import io.loyalty4j.ledger.Bucket;

/** Points issued and what became of them, with what they are worth. */
final class PointsTable {
    private PointsTable() {}

    static Section of(PointTotals totals, PointWorth worth) {
        TextTable table = TextTable.of("", ">points", ">worth");
        row(table, worth, "issued", totals.issued());
        row(table, worth, "redeemed", -totals.in(Bucket.REDEEMED));
        row(table, worth, "expired", -totals.in(Bucket.EXPIRED));
        row(table, worth, "revoked (clawed back)", -totals.in(Bucket.REVOKED));
        row(table, worth, "outstanding", totals.outstanding());
        row(table, worth, "  available", totals.in(Bucket.AVAILABLE));
        row(table, worth, "  pending", totals.in(Bucket.PENDING));
        row(table, worth, "  held", totals.in(Bucket.HELD));
        row(table, worth, "  debt", totals.in(Bucket.DEBT));
        return Section.of(
                "Points",
                table,
                worth.describe(),
                "redeemed is net: " + Figures.plural(totals.restored(), "redeemed point")
                        + " came back with returned goods");
    }

    private static void row(TextTable table, PointWorth worth, String what, long points) {
        table.row(what, Figures.of(points), Figures.of(worth.of(points)));
    }
}
