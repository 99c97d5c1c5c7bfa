package io.loyalty4j.testing;

import io.loyalty4j.ledger.Journal;
import io.loyalty4j.shop.MemberId;
import java.time.ZoneId;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What a failed expectation prints. */
final class Report {
    private static final int LAST_POSTINGS = 6;

    private final Seeing seeing;
    private final ZoneId zone;

    Report(Seeing seeing) {
        this.seeing = seeing;
        this.zone = seeing.world().setting().program().zone();
    }

    String text(String what, Object expected, Object actual) {
        World world = seeing.world();
        MemberId member = seeing.member();
        StringJoiner text = new StringJoiner("\n");
        text.add(member + ": " + what);
        text.add("  expected: " + said(expected));
        text.add("  actual:   " + said(actual));
        text.add("after: " + seeing.deed().words());
        text.add("at " + Times.text(world.now(), zone) + " " + zone + ": " + Holdings.text(world, member));
        Holdings.lots(world.account(member)).forEach(text::add);
        postings(text, world.engine().journal(member).statementBefore(Long.MAX_VALUE, LAST_POSTINGS));
        world.annals().reasons(member).ifPresent(reasons -> {
            text.add("rules:");
            reasons.lines().map(line -> "  " + line).forEach(text::add);
        });
        return text.toString();
    }

    private static String said(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "none" : list.stream().map(String::valueOf).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    private void postings(StringJoiner text, List<Journal.Line> lines) {
        text.add(lines.isEmpty() ? "last postings: none" : "last postings:");
        lines.forEach(line -> text.add("  #" + line.version() + " " + Times.text(line.at(), zone) + " " + line.text()
                + (line.why().isEmpty() ? "" : ": " + line.why())));
    }
}
