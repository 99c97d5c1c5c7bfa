package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.List;
import javax.sql.DataSource;

/** A shop with a table of its own for orders beside the tables of points, and two engines on them: one inside its transactions, one with its own. */
final class JoinedShop {
    static final MemberId ANA = MemberId.of("ana");
    static final MemberId BEN = MemberId.of("ben");
    static final LoyaltyProgram PROGRAM = Programs.plain()
            .earn("early", points(10).forActivity("early").atMostPoints(25).inAll())
            .transfers(Transfers.upTo(500).per(YEAR))
            .expiry(Expiry.after(Period.ofMonths(12)))
            .build();

    final DataSource plain;
    final ShopTransactions transactions;
    final JdbcLoyaltyStore joining;
    final JdbcLoyaltyStore owning;
    final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    final LoyaltyEngine joined;
    final LoyaltyEngine own;

    JoinedShop(Database database) {
        this(database.fresh());
    }

    JoinedShop(DataSource plain) {
        this.plain = plain;
        this.transactions = new ShopTransactions(plain);
        this.owning = JdbcLoyaltyStore.on(plain).createSchema();
        this.joining = JdbcLoyaltyStore.joining(transactions.aware())
                .claimingFrom(plain)
                .markingRollbackOnly(transactions::markRollbackOnly);
        this.joined = engine(joining);
        this.own = engine(owning);
        try (Connection connection = plain.getConnection()) {
            Database.run(connection, "create table shop_order (id varchar(64) not null primary key)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    LoyaltyEngine engine(JdbcLoyaltyStore store) {
        return LoyaltyEngine.builder(PROGRAM).store(store).clock(clock).build();
    }

    static Order order(MemberId member, String id) {
        return Order.of(member, id).currency("GBP").line(OrderLine.of("thing", "20.00"));
    }

    /** The shop's own row of an order. */
    static void row(Connection connection, String order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into shop_order (id) values (?)")) {
            statement.setString(1, order);
            statement.executeUpdate();
        }
    }

    /** How many rows the shop has of its own. */
    long rows() throws SQLException {
        return count("shop_order");
    }

    long count(String table) throws SQLException {
        try (Connection connection = plain.getConnection();
                PreparedStatement statement = connection.prepareStatement("select count(*) from " + table);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** That no table says anything of members. */
    boolean empty() throws SQLException {
        long rows = 0;
        for (String table :
                List.of("account", "posting", "entry", "award", "lot", "hold", "position", "profile", "outbox")) {
            rows += count("loyalty_" + table);
        }
        return rows == 0;
    }

    long available(MemberId member) {
        return own.account(member).available();
    }
}
