package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import java.util.Optional;

/** Everything a rule says, as it was written. */
record Clauses(
        Formula formula,
        Condition<OrderLine> lines,
        Optional<String> activity,
        Condition<Occasion> when,
        Season season,
        Optional<Window> oncePer,
        Optional<String> description) {

    static Clauses of(Formula formula) {
        return new Clauses(
                formula,
                Condition.always(),
                Optional.empty(),
                Condition.always(),
                Season.ALWAYS,
                Optional.empty(),
                Optional.empty());
    }

    Clauses on(Condition<OrderLine> some) {
        return new Clauses(formula, some, activity, when, season, oncePer, description);
    }

    Clauses forActivity(String kind) {
        return new Clauses(formula, lines, Optional.of(kind), when, season, oncePer, description);
    }

    Clauses when(Condition<Occasion> condition) {
        return new Clauses(formula, lines, activity, condition, season, oncePer, description);
    }

    Clauses during(Season time) {
        return new Clauses(formula, lines, activity, when, time, oncePer, description);
    }

    Clauses oncePer(Window window) {
        return new Clauses(formula, lines, activity, when, season, Optional.of(window), description);
    }

    Clauses describedAs(String text) {
        return new Clauses(formula, lines, activity, when, season, oncePer, Optional.of(text));
    }
}
