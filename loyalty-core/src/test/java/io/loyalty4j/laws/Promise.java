package io.loyalty4j.laws;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a rule gave when the basket was bought, or the activity done.
 *
 * @param room points that limits left it
 * @param card the stamp card that was open
 * @param threshold points that the other rules must come to
 * @param spent what must be left of the rule's lines
 */
record Promise(
        RuleSpec rule, Optional<Long> room, Optional<NaiveCard> card, Optional<Long> threshold, BigDecimal spent) {
    String id() {
        return rule.id();
    }

    boolean multiplies() {
        return rule.kind() == RuleSpec.Kind.TIMES;
    }

    boolean limited() {
        return room.isPresent();
    }

    Promise unlimited() {
        return new Promise(rule, Optional.empty(), card, threshold, spent);
    }
}
