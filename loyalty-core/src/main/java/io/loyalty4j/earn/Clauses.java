package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Copies;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Reason;
import java.util.List;
import java.util.Optional;

/** Everything a rule says, as it was written. */
record Clauses(
        Formula formula,
        Condition<OrderLine> lines,
        Optional<String> activity,
        Condition<Occasion> when,
        Season season,
        List<Cap> caps,
        Optional<String> group,
        Optional<String> description) {

    static Clauses of(Formula formula) {
        return new Clauses(
                formula,
                Condition.always(),
                Optional.empty(),
                Condition.always(),
                Season.ALWAYS,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    Clauses on(Condition<OrderLine> some) {
        return new Clauses(formula, some, activity, when, season, caps, group, description);
    }

    Clauses forActivity(String kind) {
        return new Clauses(formula, lines, Optional.of(kind), when, season, caps, group, description);
    }

    Clauses when(Condition<Occasion> condition) {
        return new Clauses(formula, lines, activity, condition, season, caps, group, description);
    }

    Clauses during(Season time) {
        return new Clauses(formula, lines, activity, when, time, caps, group, description);
    }

    Clauses atMost(Cap cap) {
        List<Cap> more = Copies.plus(caps, cap);
        return new Clauses(formula, lines, activity, when, season, more, group, description);
    }

    Clauses within(List<Cap> others) {
        return new Clauses(formula, lines, activity, when, season, others, group, description);
    }

    Clauses bestOf(String name) {
        return new Clauses(formula, lines, activity, when, season, caps, Optional.of(name), description);
    }

    Clauses describedAs(String text) {
        return new Clauses(formula, lines, activity, when, season, caps, group, Optional.of(text));
    }

    String describe() {
        return description.orElseGet(
                () -> formula.describe() + (oncePerPerson() ? ", " + Cap.ONCE_PER_PERSON.describe() : ""));
    }

    /** What it would give on an occasion; in the rule's own words where it has some. */
    Optional<Reason> promise(Occasion occasion) {
        return description.isEmpty() && formula instanceof Promising promising
                ? promising.promise(occasion)
                : Optional.of(Reason.of("custom", describe()));
    }

    boolean oncePerPerson() {
        return caps.contains(Cap.ONCE_PER_PERSON);
    }
}
