package io.loyalty4j.earn;

import io.loyalty4j.shop.Window;
import java.util.List;

/** A limit as a rule states it. */
record Cap(Unit unit, long most, Scope scope, Window window) {

    static final Cap ONCE_PER_PERSON = new Cap(Unit.TIMES, 1, Scope.PERSON, Window.LIFETIME);

    /** What is counted. */
    enum Unit {
        POINTS,
        TIMES
    }

    /** Where it is counted. */
    enum Scope {
        ORDER,
        WINDOW,
        PERSON,
        ALL
    }

    /** The clause that states it. */
    String clause() {
        return scope == Scope.PERSON ? "oncePerPerson" : unit == Unit.POINTS ? "atMostPoints" : "atMostTimes";
    }

    /** Whether it is a matter of more members than one. */
    boolean shared() {
        return scope == Scope.ALL || scope == Scope.PERSON;
    }

    List<String> mistakes() {
        return most >= 0 ? List.of() : List.of(most + " is less than 0");
    }

    /** In words: "200 points per month". */
    String describe() {
        String times = most == 1 ? "once " : most + " times ";
        return (unit == Unit.POINTS ? most + " points " : times)
                + switch (scope) {
                    case ORDER -> "per order";
                    case WINDOW -> "per " + window.describe();
                    case PERSON -> "per person";
                    case ALL -> "in all";
                };
    }
}
