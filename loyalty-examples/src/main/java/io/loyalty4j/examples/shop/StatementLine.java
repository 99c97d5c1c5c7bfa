package io.loyalty4j.examples.shop;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A line of the statement, with the reasons for what was earned. */
record StatementLine(String day, String text, List<String> reasons, String change, String available) {
    /** The latest ones are shown; a shop with more to show asks for the page before. */
    static final int MOST = 25;

    /** The latest first. */
    static List<StatementLine> of(Journal journal, ZoneId zone) {
        Map<Long, Posting> postings = journal.postings().stream()
                .collect(Collectors.toMap(posting -> posting.header().version(), Function.identity()));
        List<StatementLine> lines = new ArrayList<>();
        for (Journal.Line line : journal.statementBefore(Long.MAX_VALUE, MOST)) {
            lines.add(of(line, Objects.requireNonNull(postings.get(line.version())), zone));
        }
        Collections.reverse(lines);
        return lines;
    }

    private static StatementLine of(Journal.Line line, Posting posting, ZoneId zone) {
        return new StatementLine(
                Words.shortDay(line.at(), zone),
                text(line, posting),
                reasons(posting.awards()),
                Words.change(line.points()),
                Words.number(line.available()));
    }

    /** One for each rule, whatever lines it was for. */
    private static List<String> reasons(List<Award> awards) {
        Map<String, List<Award>> rules =
                awards.stream().collect(Collectors.groupingBy(Award::rule, LinkedHashMap::new, Collectors.toList()));
        return rules.values().stream()
                .map(same -> Words.award(
                        same.get(0).rule(),
                        same.stream().mapToLong(Award::points).sum(),
                        same.get(0).reason()))
                .toList();
    }

    /** What the posting did to the points, in the words of the shop; the engine's own where it has none. */
    private static String text(Journal.Line line, Posting posting) {
        String what = String.join("; ", Moves.of(posting));
        return what.isEmpty()
                ? line.text()
                : line.order()
                        .map(order -> "Order " + Ids.shown(order) + ": " + what)
                        .orElseGet(() -> upper(what));
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
