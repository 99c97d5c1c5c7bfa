package io.loyalty4j.jdbc;

import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Unit;
import io.loyalty4j.store.Updates;
import java.util.List;

/** Updates, in the shop's transaction where there is one. */
final class JdbcUpdates {
    private final Connections connections;
    private final JdbcAttempts attempts;
    private final Updates own;
    private final boolean oneMember;

    JdbcUpdates(Connections connections, JdbcAttempts attempts, Updates own, boolean oneMember) {
        this.connections = connections;
        this.attempts = attempts;
        this.own = own;
        this.oneMember = oneMember;
    }

    Commit update(Unit unit) {
        return connections.joined() ? Updates.once(unit, attempts::join) : own.update(unit.request(), unit.decision());
    }

    List<Commit> updateAll(List<Unit> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        if (connections.joined()) {
            return Updates.once(units, attempts::join);
        }
        return oneMember ? own.updateEach(units) : own.updateAll(units);
    }
}
