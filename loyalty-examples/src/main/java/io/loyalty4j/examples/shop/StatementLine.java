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
                Words.shortDay(line.at(), zone),
                upper(named(line.text())),
                reasons(awards),
                line.points() > 0 ? "+" + Words.number(line.points()) : Words.number(line.points()),
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

    /** The engine calls a reward by its id, at the end of what it says of a code. */
    private static String named(String text) {
        int last = text.lastIndexOf(" for ");
        return last < 0
                ? text
                : text.substring(0, last + " for ".length()) + Words.name(text.substring(last + " for ".length()));
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
