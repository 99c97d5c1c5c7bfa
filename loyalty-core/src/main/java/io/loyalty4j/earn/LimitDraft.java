package io.loyalty4j.earn;

import io.loyalty4j.earn.Cap.Scope;
import io.loyalty4j.earn.Cap.Unit;
import io.loyalty4j.shop.Window;
import java.util.function.Function;

/** A limit of which the second half is still to come. */
record LimitDraft<R>(Unit unit, long most, Function<Cap, R> then) implements Limit<R> {
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
}
