package io.loyalty4j.ledger;

import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.Standing;
import java.time.Period;
import java.time.ZoneId;

/** The version of the program that an account has adopted, and its ladder, as lines. */
final class ProgramText {
    static final String PROGRAM = "program";
    private static final String LADDER = "ladder";
    private static final String RUNG = "rung";

    private ProgramText() {}

    static void write(TextWriter text, Change.ProgramAdopted adopted) {
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

    static Change.ProgramAdopted read(TextReader text) {
        TextFields line = text.line(PROGRAM);
        Account.ProgramTerms program = new Account.ProgramTerms(line.text(), line.instant(), ZoneId.of(line.text()));
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
