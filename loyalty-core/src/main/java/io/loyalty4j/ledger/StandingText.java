package io.loyalty4j.ledger;

import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a member has reached, as lines. */
final class StandingText {
    static final String COUNTED = "counted";
    static final String SETTLED = "standing-settled";
    private static final String SPAN = "span";

    private StandingText() {}

    static void write(TextWriter text, Change.StandingSet set) {
        text.lines(COUNTED, set.amounts());
        text.line(SETTLED, set.settled());
        for (Standing.Span span : set.spans()) {
            text.line(SPAN, span.tier(), span.source(), span.period(), span.needed(), span.from(), span.until());
        }
    }

    static Change.StandingSet read(TextReader text) {
        Map<LocalDate, BigDecimal> amounts = text.map(COUNTED, TextFields::day, TextFields::decimal);
        Instant settled = text.line(SETTLED).instant();
        List<Standing.Span> spans = text.each(
                SPAN,
                line -> new Standing.Span(
                        line.text(), line.text(), line.day(), line.decimal(), line.instant(), line.instant()));
        return new Change.StandingSet(amounts, spans, settled);
    }
}
