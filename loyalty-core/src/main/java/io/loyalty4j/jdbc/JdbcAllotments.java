package io.loyalty4j.jdbc;

import io.loyalty4j.store.Allotments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Allotments, always in transactions of their own. */
final class JdbcAllotments implements Allotments {
    private final Connections connections;
    private final AllotmentRows rows;

    JdbcAllotments(Connections connections, AllotmentRows rows) {
        this.connections = connections;
        this.rows = rows;
    }

    @Override
    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
        Claim claim = new Claim(allotment, claimant, at);
        return connections.write(
                "a claim on " + allotment, connection -> rows.claim(connection, claim, wanted, limit));
    }

    @Override
    public void settle(String allotment, String claimant, long used) {
        connections.write("a settlement of " + allotment, connection -> {
            rows.settle(connection, allotment, claimant, used);
            return used;
        });
    }

    @Override
    public long taken(String allotment) {
        return connections.read(connection -> rows.taken(connection, allotment));
    }

    @Override
    public Optional<String> claimant(String allotment) {
        return connections.read(connection -> rows.claimant(connection, allotment));
    }

    @Override
    public List<Claim> unsettled(Instant before, int limit) {
        return connections.read(connection -> rows.unsettled(connection, before, limit));
    }
}
