package io.loyalty4j.insight;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import java.util.stream.Stream;

/**
 * A journal as comma-separated values, for an auditor or another system: RFC 4180 with a header row, times as ISO 8601 in UTC. Rows are made as they are asked
 * for, from one posting at a time, each with its line end. Texts stand as they were booked, so import them as text: a spreadsheet that guesses takes an id
 * that begins with {@code =} for a formula.
 */
public final class JournalCsv {
    private static final Object[] HEADER = {
        "member",
        "version",
        "kind",
        "request_id",
        "order_id",
        "occurred_at",
        "recorded_at",
        "program_version",
        "actor",
        "reason",
        "approver"
    };

    private JournalCsv() {}

    /** A row for each movement of points: header, lot, from, to, points. What moved none has no row. */
    public static Stream<String> entries(Stream<Posting> postings) {
        return rows(
                postings.flatMap(posting -> posting.entries().stream().map(entry -> row(posting, entry))),
                "lot",
                "from_bucket",
                "to_bucket",
                "points");
    }

    /** A row for each award: header, rule, line, points, wanted, why. Those of an edited order are the whole order's. */
    public static Stream<String> awards(Stream<Posting> postings) {
        return rows(
                postings.flatMap(posting -> posting.awards().stream().map(award -> row(posting, award))),
                "rule",
                "line",
                "points",
                "wanted",
                "why");
    }

    private static Stream<String> rows(Stream<String> rows, Object... columns) {
        return Stream.concat(Stream.of(Csv.row(joined(HEADER, columns))), rows);
    }

    private static String row(Posting posting, Entry entry) {
        return Csv.row(joined(header(posting.header()), entry.lot(), entry.from(), entry.to(), entry.points()));
    }

    private static String row(Posting posting, Award award) {
        return Csv.row(joined(
                header(posting.header()),
                award.rule(),
                award.line().orElse(""),
                award.points(),
                award.wanted(),
                award.why()));
    }

    private static Object[] header(Posting.Header header) {
        return new Object[] {
            header.member().value(),
            header.version(),
            header.kind(),
            header.requestId(),
            header.order().orElse(""),
            header.occurredAt(),
            header.recordedAt(),
            header.programVersion(),
            header.person().map(Posting.Person::actor).orElse(""),
            header.person().map(Posting.Person::reason).orElse(""),
            header.person().flatMap(Posting.Person::approver).orElse("")
        };
    }

    private static Object[] joined(Object[] first, Object... second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray();
    }
}
