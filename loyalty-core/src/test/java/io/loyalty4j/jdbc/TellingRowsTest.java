package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.JoinedShop.ANA;
import static io.loyalty4j.jdbc.JoinedShop.BEN;
import static io.loyalty4j.jdbc.JoinedShop.PROGRAM;
import static io.loyalty4j.jdbc.JoinedShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Notice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of contacts and notices that are many, or that somebody has spoilt. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TellingRowsTest {
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MANY = 100_000;

    static List<Database> all() {
        return Database.all();
    }

    static Stream<Database> planners() {
        return Stream.of(Database.H2, Database.POSTGRESQL);
    }

    private static void run(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Database.run(connection, statements);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_contact_that_cannot_be_read_stands_in_nobody_s_way(Database database) throws SQLException {
        DataSource source = database.fresh();
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(source).createSchema();
        LoyaltyEngine engine = LoyaltyEngine.builder(PROGRAM).store(store).build();
        engine.purchase(order(BEN, "o-1")).receipt();
        Optional<Contact> ofBen = store.contact(BEN);
        String row = "insert into loyalty_contact (member, due_at, memory, from_version, told) values ";
        for (String spoilt : List.of("('~', 1, null, null, null)", "('ana', 1, 'x', null, null)",
                "('bad-1', 1, null, 3, null)", "('bad-2', 2, null, null, 1)", "('bad-3', 2, null, 1, 99999999999)")) {
            run(source, row + spoilt);
        }

        for (int limit : List.of(1, 2, 5, 6)) {
            assertThat(store.contacts(FAR, limit)).containsExactly(ofBen.orElseThrow());
        }
        assertThatThrownBy(() -> store.contact(ANA)).isInstanceOf(CorruptAccountException.class);
        assertThat(engine.purchase(order(ANA, "o-1"))).isInstanceOf(Outcome.Applied.class);
        assertThat(store.keep(ANA, Optional.of(Contact.of(ANA)), Optional.empty())).isFalse();
        store.forget(ANA);
        engine.purchase(order(ANA, "o-2")).receipt();
        assertThat(store.contact(ANA).orElseThrow().news().orElseThrow().from()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_notice_that_cannot_be_read_stands_in_nobody_s_way(Database database) throws SQLException {
        DataSource source = database.fresh();
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(source).createSchema();
        Notice notice = new Notice(BEN, "b", Notice.State.PARKED, FAR, "Kind", new TreeMap<>(), 0, "");
        store.put(notice);
        for (int i = 0; i < 4; i++) {
            run(
                    source,
                    "insert into loyalty_notice (member, id, state, put_at, kind, facts, attempts, reason) values ('ana', '"
                            + i + "', 'PARKED', 1, '', 'x', 0, '')");
        }

        for (int limit : List.of(1, 3, 4, 5)) {
            assertThat(store.notices(Notice.State.PARKED, limit)).containsExactly(notice);
        }
        assertThat(store.notices(Notice.State.HELD_BACK, 9)).isEmpty();
    }

    /** FAULTS 52. */
    @ParameterizedTest
    @MethodSource("planners")
    void of_a_hundred_thousand_that_are_due_or_parked_no_more_are_read_than_are_asked_for(Database database)
            throws SQLException {
        DataSource source = database.fresh();
        JdbcLoyaltyStore.on(source).createSchema();
        Dialect dialect;
        try (Connection connection = source.getConnection()) {
            dialect = Dialect.of(connection);
        }
        String series = dialect == Dialect.H2 ? "select x as n from system_range(1, %d)" : "select n from generate_series(1, %d) n";
        String rows = " from (" + String.format(Locale.ROOT, series, MANY) + ") s";
        run(
                source,
                "insert into loyalty_contact (member, due_at) select concat('m-', n), n / 10" + rows,
                "insert into loyalty_notice (member, id, state, put_at, kind, facts, attempts, reason)"
                        + " select concat('m-', n), 'a', 'PARKED', n / 10, '', 'loyalty4j-facts/1', 0, ''" + rows,
                dialect == Dialect.H2 ? "analyze" : "analyze loyalty_contact, loyalty_notice");
        Statements statements = new Statements(dialect, "loyalty_", 5);

        assertThat(plan(source, ContactRows.due(statements).sql(false), (long) MANY, 10))
                .contains("loyalty_contact_due_at")
                .containsPattern(dialect == Dialect.H2 ? "index sorted" : "^limit")
                .doesNotContain("seq scan", "tablescan", "-> sort", "->  sort");
        assertThat(plan(source, NoticeRows.aside(statements).sql(false), "PARKED", 10))
                .contains("loyalty_notice_put_at")
                .containsPattern(dialect == Dialect.H2 ? "index sorted" : "^limit")
                .doesNotContain("seq scan", "tablescan", "-> sort", "->  sort");
    }

    private static String plan(DataSource source, String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("explain " + sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString().toLowerCase(Locale.ROOT);
        }
    }
}
