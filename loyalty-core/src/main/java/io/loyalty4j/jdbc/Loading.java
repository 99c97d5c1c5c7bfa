package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Stake;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Loaded;
import io.loyalty4j.store.Reading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what decisions about some members need: all of it in one statement, then, where orders name them, closed lots. */
final class Loading {
    private static final List<Part> ALWAYS =
            List.of(Part.ACCOUNT, Part.LOT, Part.HOLD, Part.COUNTER, Part.VOUCHER, Part.PROFILE);

    private final Statements statements;
    private final PostingReading postings;
    private final PostingReading archived;

    Loading(Statements statements) {
        this.statements = statements;
        this.postings = PostingReading.live(statements);
        this.archived = PostingReading.archived(statements);
    }

    /** Waits until nobody else writes the accounts, and keeps others away until the transaction ends. Gives the newest version of those there are. */
    Map<MemberId, Long> lock(Connection connection, List<Reading> wanted) throws SQLException {
        List<String> members = members(wanted);
        Map<MemberId, Long> versions = new HashMap<>();
        String sql = statements.of("select member, version from {account} where ")
                + Statements.among("member", members.size()) + " order by member for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(statements.patience());
            bind(statement, members, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.put(MemberId.of(rows.getString(1)), rows.getLong(2));
                }
            }
        }
        return versions;
    }

    private static List<String> members(List<Reading> wanted) {
        return wanted.stream().map(reading -> reading.member().value()).sorted().toList();
    }

    List<Loaded> load(Connection connection, List<Reading> wanted) throws SQLException {
        Map<MemberId, Found> found = new LinkedHashMap<>();
        wanted.forEach(reading -> found.put(reading.member(), new Found(reading.member())));
        read(connection, wanted, found);
        List<Loaded> loaded = new ArrayList<>();
        for (Reading reading : wanted) {
            loaded.add(loaded(connection, reading, found.getOrDefault(reading.member(), new Found(reading.member()))));
        }
        return loaded;
    }

    private void read(Connection connection, List<Reading> wanted, Map<MemberId, Found> found) throws SQLException {
        List<String> members = members(wanted);
        List<String> orders = ids(wanted.stream().map(Reading::orders).toList());
        List<String> requests = ids(wanted.stream().map(Reading::requests).toList());
        List<Part> parts = new ArrayList<>(ALWAYS);
        if (!orders.isEmpty()) {
            parts.add(Part.POSITION);
        }
        if (!requests.isEmpty()) {
            parts.add(Part.FIRST);
            parts.add(Part.ARCHIVED);
        }
        String sql = parts.stream()
                .map(part -> part.select(
                        statements, members.size(), part == Part.POSITION ? orders.size() : requests.size()))
                .collect(Collectors.joining(" union all "));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (Part part : parts) {
                place = bind(statement, members, place);
                if (part == Part.POSITION) {
                    place = bind(statement, orders, place);
                } else if (part == Part.FIRST || part == Part.ARCHIVED) {
                    place = bind(statement, requests, place);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Part part = Part.valueOf(rows.getString("part"));
                    Result row = new Result(rows, part.labels());
                    Found own = found.get(MemberId.of(row.text("member")));
                    if (own != null) {
                        own.add(part, row);
                    }
                }
            }
        }
    }

    private static List<String> ids(List<Set<String>> each) {
        return List.copyOf(each.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Gives the place behind them. */
    private static int bind(PreparedStatement statement, Collection<String> values, int from) throws SQLException {
        int place = from;
        for (String value : values) {
            statement.setString(place++, value);
        }
        return place;
    }

    private Loaded loaded(Connection connection, Reading reading, Found found) throws SQLException {
        found.orders.keySet().retainAll(reading.orders());
        found.first.keySet().retainAll(reading.requests());
        Account account = found.account();
        return new Loaded(
                account,
                first(connection, reading.member(), found.first.values()),
                found.orders,
                closed(connection, account, found.orders.values()),
                found.profile);
    }

    private Map<String, Posting> first(Connection connection, MemberId member, Collection<Long> versions)
            throws SQLException {
        Map<String, Posting> found = postings.byVersions(connection, member, versions);
        if (found.size() < versions.size()) {
            found.putAll(archived.byVersions(connection, member, versions));
        }
        return found;
    }

    /** The lots in which orders have stakes and that are not open. */
    private Map<String, Lot> closed(Connection connection, Account account, Collection<OrderPosition> orders)
            throws SQLException {
        Set<String> open = account.lots().stream().map(Lot::id).collect(Collectors.toSet());
        List<String> closed = orders.stream()
                .flatMap(order -> order.stakes().stream())
                .map(Stake::lot)
                .filter(lot -> !open.contains(lot))
                .distinct()
                .sorted()
                .toList();
        Map<String, Lot> lots = new LinkedHashMap<>();
        if (!closed.isEmpty()) {
            String sql =
                    statements.of("select * from {lot} where member = ? and ") + Statements.among("lot", closed.size());
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, account.member().value());
                bind(statement, closed, 2);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Lot lot = LotRows.read(new Result(rows));
                        lots.put(lot.id(), lot);
                    }
                }
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw new CorruptAccountException(account.member(), String.valueOf(e.getMessage()));
            }
        }
        return lots;
    }
}
