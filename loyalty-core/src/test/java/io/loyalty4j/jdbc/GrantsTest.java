package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.JoinedShop.ANA;
import static io.loyalty4j.jdbc.JoinedShop.BEN;
import static io.loyalty4j.jdbc.JoinedShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rights that are written down for the shop's user are enough for all that the library does, and too few to change the journal. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class GrantsTest {
    private static final String SECRET = "Correct-horse-7";

    static List<Database> all() {
        return Database.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_shop_s_user_lives_a_whole_life_and_cannot_change_the_journal(Database database) throws Exception {
        UrlDataSource owner = (UrlDataSource) database.fresh();
        JdbcLoyaltyStore.on(owner).createSchema();
        UrlDataSource user = new UrlDataSource(plain(owner.url()), user(database, owner), SECRET);
        JoinedShop shop = new JoinedShop(database);
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(user);
        LoyaltyEngine engine = shop.engine(store);

        engine.enrol(Member.of(ANA)).receipt();
        engine.purchase(order(ANA, "o-1")).receipt();
        engine.record(Activity.of(ANA, "early", "a-1")).receipt();
        engine.reserve(order(ANA, "o-2").redeem("ten")).receipt();
        engine.purchase(order(ANA, "o-2").redeem("ten")).receipt();
        engine.refund(Refund.of(order(ANA, "o-1"), "r-1").line("thing", 1)).receipt();
        engine.reserve(order(ANA, "o-3").redeem("ten")).receipt();
        engine.execute(Transfer.of(ANA, "t-1", 3).to(BEN)).receipt();
        engine.cancel(order(ANA, "o-2")).receipt();
        shop.clock.pass(Duration.ofDays(400));
        engine.runDue(shop.clock.instant());
        engine.execute(StatusChange.forget(ANA, "s-1").by("operator").because("asked-for"))
                .receipt();

        for (String member : List.of("ana", "ben")) {
            assertThat(engine.journal(MemberId.of(member)).verify().findings()).isEmpty();
        }
        for (String table : List.of("posting", "entry", "award")) {
            for (String change : List.of("update loyalty_%s set version = version", "delete from loyalty_%s")) {
                assertThatThrownBy(() -> run(user, change.replace("%s", table)))
                        .as(change + " of " + table)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThatThrownBy(() -> run(user, "delete from loyalty_account")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> run(user, "update loyalty_schema set version = 2"))
                .isInstanceOf(SQLException.class);
    }

    private static void run(UrlDataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Database.run(connection, statements);
        }
    }

    /** Without what the address says of another user, and what only an owner may set. */
    private static String plain(String url) {
        return url.replaceAll("(user|password)=[^&]*&?|;DB_CLOSE_DELAY=-1", "");
    }

    /** Creates a user who has what is written down, and no more. */
    private static String user(Database database, UrlDataSource owner) throws SQLException, IOException {
        try (Connection connection = owner.getConnection();
                Connection admin = database.admin()) {
            Dialect dialect = Dialect.of(connection);
            String name = "shop_" + Long.toString(System.nanoTime(), 36);
            switch (dialect) {
                case MARIADB -> {
                    admin.setCatalog(connection.getCatalog());
                    grant(admin, dialect, name + "@localhost", " identified by ");
                }
                case POSTGRESQL -> {
                    grant(connection, dialect, name, " password ");
                    Database.run(connection, "grant usage on schema " + connection.getSchema() + " to " + name);
                }
                case H2 -> grant(connection, dialect, name, " password ");
            }
            return dialect == Dialect.H2 ? name.toUpperCase(Locale.ROOT) : name;
        }
    }

    private static void grant(Connection connection, Dialect dialect, String grantee, String password)
            throws SQLException, IOException {
        Database.run(connection, "create user " + grantee + password + "'" + SECRET + "'");
        for (String grant : grants(dialect)) {
            Database.run(connection, grant.strip().replaceAll(" shop$", " " + grantee));
        }
    }

    private static List<String> grants(Dialect dialect) throws IOException {
        try (InputStream in = GrantsTest.class.getResourceAsStream(dialect.folder() + "/grants.sql")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(text.split(";", -1))
                    .filter(each -> !each.isBlank())
                    .toList();
        }
    }
}
