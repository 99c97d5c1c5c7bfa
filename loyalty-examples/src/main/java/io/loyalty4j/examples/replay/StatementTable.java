package io.loyalty4j.examples.replay;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One member's statement: of those with a short one, the member to whom most different things happened. */
final class StatementTable {
    private static final int SHORT = 24;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private StatementTable() {}

    static Section of(LoyaltyEngine loyalty, LoyaltyStore store, List<MemberId> everybody, ZoneId zone) {
        return mostEventful(store, everybody)
                .map(member -> of(member, loyalty.journal(member), zone))
                .orElse(new Section("Statement: there is no member", List.of()));
    }

    private static Section of(MemberId member, Journal journal, ZoneId zone) {
        List<Journal.Line> lines = journal.statement();
        TextTable table = TextTable.of("when", ">points", ">available", "order", "what", "why");
        lines.stream().limit(SHORT).forEach(line -> row(table, line, zone));
        int left = Math.max(0, lines.size() - SHORT);
        return Section.of(
                "Statement of member " + member + (left == 0 ? "" : ", without the last " + left + " lines"), table);
    }

    private static void row(TextTable table, Journal.Line line, ZoneId zone) {
        table.row(
                LocalDateTime.ofInstant(line.at(), zone).format(FORMAT),
                line.points() > 0 ? "+" + Figures.of(line.points()) : Figures.of(line.points()),
                Figures.of(line.available()),
                line.order().orElse(""),
                line.text(),
                line.why());
    }

    private static Optional<MemberId> mostEventful(LoyaltyStore store, List<MemberId> everybody) {
        return everybody.stream()
                .map(member -> Life.of(member, store))
                .min(Comparator.comparing(Life::tooLong)
                        .thenComparing(Comparator.comparingLong(Life::kinds).reversed())
                        .thenComparing(Life::postings)
                        .thenComparing(Life::member))
                .map(Life::member);
    }

    /** @param kinds of moves of points, and of tiers */
    private record Life(MemberId member, long kinds, int postings) {
        static Life of(MemberId member, LoyaltyStore store) {
            List<Posting> journal = Snapshot.journal(store, member);
            Stream<String> moves = journal.stream()
                    .flatMap(posting -> posting.entries().stream())
                    .map(entry -> entry.from() + " to " + entry.to());
            Stream<String> tiers = journal.stream().map(Posting::tierAfter);
            return new Life(member, Stream.concat(moves, tiers).distinct().count(), journal.size());
        }

        boolean tooLong() {
            return postings > SHORT;
        }
    }
}
