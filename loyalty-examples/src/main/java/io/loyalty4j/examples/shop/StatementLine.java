package io.loyalty4j.examples.shop;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A line of the statement, with the reasons for what was earned. */
record StatementLine(String day, String text, List<String> reasons, String change, String available) {
    private static final int MOST = 25;

    /** The latest first. */
    static List<StatementLine> of(Journal journal, ZoneId zone) {
        Map<Long, Posting> postings = journal.postings().stream()
                .collect(Collectors.toMap(posting -> posting.header().version(), Function.identity()));
        List<StatementLine> lines = new ArrayList<>();
        for (Journal.Line line : journal.statementBefore(Long.MAX_VALUE, MOST)) {
            List<Award> awards = postings.containsKey(line.version())
                    ? postings.get(line.version()).awards()
                    : List.of();
            lines.add(of(line, awards, zone));
        }
        Collections.reverse(lines);
        return lines;
    }

    private static StatementLine of(Journal.Line line, List<Award> awards, ZoneId zone) {
        return new StatementLine(
                Words.day(line.at(), zone),
                upper(line.text()),
                awards.stream().map(Words::award).toList(),
                line.points() > 0 ? "+" + Words.number(line.points()) : Words.number(line.points()),
                Words.number(line.available()));
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
