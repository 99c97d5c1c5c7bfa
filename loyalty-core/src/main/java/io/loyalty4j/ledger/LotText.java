package io.loyalty4j.ledger;

import java.util.EnumMap;
import java.util.Map;

/** Lots and their terms, as lines. */
final class LotText {
    private static final String POINTS = "lot-points";

    private LotText() {}

    static void terms(TextWriter text, String what, String lot, LotTerms terms) {
        text.line(
                what,
                lot,
                terms.source(),
                terms.order(),
                terms.original(),
                terms.opened(),
                terms.activates(),
                terms.expires(),
                terms.idleAt(),
                terms.redated());
    }

    static LotTerms terms(TextFields line) {
        return new LotTerms(
                line.text(),
                line.optional(TextFields::text),
                line.number(),
                line.instant(),
                line.instant(),
                line.optional(TextFields::instant),
                line.optional(TextFields::instant),
                line.flag());
    }

    static void write(TextWriter text, String what, Lot lot) {
        terms(text, what, lot.id(), lot.terms());
        lot.points().forEach((bucket, points) -> text.line(POINTS, bucket, points));
    }

    static Lot read(TextReader text, String what) {
        TextFields line = text.line(what);
        String id = line.text();
        LotTerms terms = terms(line);
        Map<Bucket, Long> points = new EnumMap<>(Bucket.class);
        points.putAll(text.map(POINTS, part -> part.constant(Bucket.class), TextFields::number));
        return new Lot(id, terms, points);
    }
}
