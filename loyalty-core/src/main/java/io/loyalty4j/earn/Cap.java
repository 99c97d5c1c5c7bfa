package io.loyalty4j.earn;

import io.loyalty4j.shop.Window;
import java.util.List;

/** A limit as a rule states it. */
record Cap(Unit unit, long most, Scope scope, Window window) {

    /** What is counted. */
    enum Unit {
        POINTS,
        TIMES
    }

    /** Where it is counted. */
    enum Scope {
        ORDER,
        WINDOW,
        ALL
    }

    /** The clause that states it. */
    String clause() {
        return unit == Unit.POINTS ? "atMostPoints" : "atMostTimes";
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
                    case ALL -> "in all";
                };
    }
}
