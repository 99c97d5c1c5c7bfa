package io.loyalty4j.ledger;

import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What a member has reached, and the ladder it is measured by, as lines. */
final class StandingText {
    static final String COUNTED = "counted";
    static final String SETTLED = "standing-settled";
    static final String PROGRAM = "program";
    private static final String SPAN = "span";
    private static final String LADDER = "ladder";
    private static final String RUNG = "rung";

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

    static void program(TextWriter text, Change.ProgramAdopted adopted) {
        Account.ProgramTerms program = adopted.program();
        text.line(PROGRAM, program.version(), program.inForceFrom(), program.zone());
        Standing.Terms ladder = adopted.ladder();
        text.line(
                LADDER,
                ladder.measure(),
                ladder.per(),
                ladder.startsNext(),
                ladder.throughNext(),
                ladder.keptFor(),
                ladder.oneStep());
        ladder.rungs().forEach(rung -> text.line(RUNG, rung.tier(), rung.from(), rung.benefits()));
    }

    static Change.ProgramAdopted program(TextReader text) {
        TextFields line = text.line(PROGRAM);
        Account.ProgramTerms program =
                new Account.ProgramTerms(line.text(), line.instant(), ZoneId.of(line.text()));
        return new Change.ProgramAdopted(program, ladder(text));
    }

    private static Standing.Terms ladder(TextReader text) {
        TextFields line = text.line(LADDER);
        String measure = line.text();
        Window per = new Window(line.text());
        boolean startsNext = line.flag();
        boolean throughNext = line.flag();
        return new Standing.Terms(
                measure,
                per,
                startsNext,
                throughNext,
                line.optional(period -> Period.parse(period.text())),
                line.flag(),
                text.each(RUNG, rung -> new Standing.Rung(rung.text(), rung.decimal(), rung.list(TextFields::text))));
    }
}
