package io.loyalty4j.examples.replay;

import io.loyalty4j.examples.replay.ReplayTally.NotBooked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was not replayed and why, each reason with its first few lines. */
final class SkippedTable {
    private SkippedTable() {}

    static Section of(SkippedLines skipped) {
        TextTable table = TextTable.of(">lines", "reason", "first at line");
        for (SkipReason reason : skipped.reasons()) {
            table.row(Figures.of(skipped.count(reason)), reason.toString(), first(skipped, reason));
        }
        return Section.of("Skipped: " + Figures.plural(skipped.count(), "line"), table);
    }

    private static String first(SkippedLines skipped, SkipReason reason) {
        String shown = skipped.first(reason).stream().map(SkippedTable::shown).collect(Collectors.joining("; "));
        long more = skipped.count(reason) - skipped.first(reason).size();
        return more == 0 ? shown : shown + "; and " + Figures.of(more) + " more";
    }

    private static String shown(SkippedLine line) {
        return line.detail().isEmpty() ? line.place().toString() : line.place() + " [" + line.detail() + "]";
    }

    /** Orders and returns that the engine would not book. */
    static Section refused(List<NotBooked> refused) {
        List<String> lines = new ArrayList<>();
        refused.stream().limit(SkippedLines.KEPT).forEach(one -> lines.add("  " + one.invoice() + ": " + one.why()));
        if (refused.size() > lines.size()) {
            lines.add("  and " + Figures.of(refused.size() - lines.size()) + " more");
        }
        return new Section("Not booked: " + Figures.plural(refused.size(), "command"), lines);
    }
}
