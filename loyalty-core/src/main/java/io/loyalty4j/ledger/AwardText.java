package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.shop.Reason;
import java.util.List;
import java.util.Optional;

/** Awards and their reasons, as lines. */
final class AwardText {
    static final String AWARD = "award";

    private AwardText() {}

    static void write(TextWriter text, Award award) {
        text.line(
                AWARD,
                award.rule(),
                award.line(),
                award.points(),
                award.wanted(),
                award.reason().code(),
                award.reason().facts());
    }

    static Award read(TextFields line) {
        String rule = line.text();
        Optional<String> of = line.optional(TextFields::text);
        return new Award(rule, of, line.number(), line.number(), reason(line));
    }

    static List<Object> parts(Reason reason) {
        return List.of(reason.code(), reason.facts());
    }

    static Reason reason(TextFields line) {
        return new Reason(line.text(), line.list(TextFields::text));
    }
}
