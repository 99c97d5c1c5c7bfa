package io.loyalty4j.earn;

import io.loyalty4j.shop.Window;
import java.util.List;
import java.util.function.Function;

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

    static Cap times(long most, Window window) {
        return new Cap(Unit.TIMES, most, Scope.WINDOW, window);
    }

    static Cap points(long most, Window window) {
        return new Cap(Unit.POINTS, most, Scope.WINDOW, window);
    }

    /** The sentence that makes a cap of the second half that is still to come. */
    static <R> Limit<R> limit(Unit unit, long most, Function<Cap, R> then) {
        return new Limit<>() {
            @Override
            public R perOrder() {
                return then.apply(new Cap(unit, most, Scope.ORDER, Window.LIFETIME));
            }

            @Override
            public R per(Window window) {
                return then.apply(new Cap(unit, most, Scope.WINDOW, window));
            }

            @Override
            public R inAll() {
                return then.apply(new Cap(unit, most, Scope.ALL, Window.LIFETIME));
            }
        };
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
