package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Loaded;
import io.loyalty4j.store.Reading;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts and positions to look at, and who is due. */
final class Reads {
    private final Connections connections;
    private final Statements statements;
    private final Loading loading;

    Reads(Connections connections, Statements statements, Loading loading) {
        this.connections = connections;
        this.statements = statements;
        this.loading = loading;
    }

    Optional<Account> find(MemberId member) {
        return Optional.of(load(new Reading(member, Set.of(), Set.of())).account())
                .filter(account -> account.version() > 0);
    }

    Optional<OrderPosition> order(MemberId member, String order) {
        return Optional.ofNullable(
                load(new Reading(member, Set.of(), Set.of(order))).orders().get(order));
    }

    private Loaded load(Reading wanted) {
        return connections.read(
                connection -> loading.load(connection, List.of(wanted)).get(0));
    }

    List<MemberId> due(Instant now, int limit) {
        return members(
                "select member from {account} where next_due_at <= ? order by next_due_at, member limit ?", now, limit);
    }

    List<MemberId> adoptedBefore(Instant inForceFrom, int limit) {
        return members(
                "select member from {account} where program_from < ? order by program_from, member limit ?",
                inForceFrom,
                limit);
    }

    private List<MemberId> members(String sql, Instant at, int limit) {
        return connections.read(connection -> {
            List<MemberId> members = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(statements.of(sql))) {
                statement.setLong(1, Result.millis(at));
                statement.setInt(2, Math.max(0, limit));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        members.add(MemberId.of(rows.getString(1)));
                    }
                }
            }
            return members;
        });
    }
}
