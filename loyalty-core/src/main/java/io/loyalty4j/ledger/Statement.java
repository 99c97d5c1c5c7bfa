package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Journal.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Postings as lines for people. Each line stands on its own posting alone, so that a page of them needs none before it. */
final class Statement {
    private Statement() {}

    /** A line for each posting that moved points, gave or withdrew a tier, or gave a voucher with a code. */
    static List<Line> of(List<Posting> postings) {
        return postings.stream().flatMap(posting -> line(posting).stream()).toList();
    }

    /** Those of some days; what time did belongs to the day on which it fell due, however late it was booked. */
    static List<Line> of(List<Posting> postings, LocalDate from, LocalDate until, ZoneId zone) {
        List<Posting> some = new ArrayList<>();
        LocalDate day = LocalDate.MIN;
        for (Posting posting : postings) {
            LocalDate own = known(posting.header()).atZone(zone).toLocalDate();
            day = own.isAfter(day) ? own : day;
            if (!day.isBefore(from) && day.isBefore(until)) {
                some.add(posting);
            }
        }
        return of(some);
    }

    private static Instant known(Posting.Header header) {
        return header.kind() == Posting.Kind.TIME ? header.occurredAt() : header.recordedAt();
    }

    static Optional<Line> line(Posting posting) {
        if (posting.entries().isEmpty()
                && StatementText.ofTiers(posting).isEmpty()
                && posting.changes(Change.VoucherIssued.class).findAny().isEmpty()) {
            return Optional.empty();
        }
        Posting.Header header = posting.header();
        return Optional.of(new Line(
                header.version(),
                header.occurredAt(),
                StatementText.of(posting),
                why(posting),
                change(posting),
                posting.after().available(),
                header.order(),
                header.person()));
    }

    private static long change(Posting posting) {
        long change = 0;
        for (Entry entry : posting.entries()) {
            change += entry.to() == AVAILABLE ? entry.points() : entry.from() == AVAILABLE ? -entry.points() : 0;
        }
        return change;
    }

    private static String why(Posting posting) {
        return posting.awards().stream()
                .collect(Collectors.groupingBy(Award::rule, TreeMap::new, Collectors.summingLong(Award::points)))
                .entrySet()
                .stream()
                .map(rule -> rule.getKey() + " " + rule.getValue() + " (" + reason(posting, rule.getKey()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String reason(Posting posting, String rule) {
        return posting.awards().stream()
                .filter(award -> award.rule().equals(rule))
                .findFirst()
                .map(Award::why)
                .orElse("");
    }
}
