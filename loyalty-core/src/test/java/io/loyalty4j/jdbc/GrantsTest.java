package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.JoinedShop.ANA;
import static io.loyalty4j.jdbc.JoinedShop.BEN;
import static io.loyalty4j.jdbc.JoinedShop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
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
        UrlDataSource user = new UrlDataSource(plain(owner.url()), user(owner, "shop"), SECRET);
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

        Notice notice =
                new Notice(BEN, "ben/1/0", Notice.State.PARKED, shop.clock.instant(), "Kind", new TreeMap<>(), 0, "");
        store.put(notice);
        store.put(notice);
        store.remove(notice);
        store.keep(BEN, store.contact(BEN), Optional.empty());
        store.forget(ANA);

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

    @ParameterizedTest
    @MethodSource("all")
    void the_archiving_user_moves_old_postings_and_the_shop_s_user_cannot(Database database) throws Exception {
        UrlDataSource owner = (UrlDataSource) database.fresh();
        JoinedShop shop = new JoinedShop(owner);
        shop.own.purchase(order(ANA, "o-1")).receipt();
        shop.own.reserve(order(ANA, "o-2").redeem("ten")).receipt();
        shop.own.purchase(order(BEN, "o-3")).receipt();
        shop.clock.pass(Duration.ofDays(40));
        Instant now = shop.clock.instant();
        AllTold.in(shop.owning);
        JdbcLoyaltyStore ofShop =
                JdbcLoyaltyStore.on(new UrlDataSource(plain(owner.url()), user(owner, "shop"), SECRET));
        UrlDataSource archivist = new UrlDataSource(plain(owner.url()), user(owner, "shop", "archivist"), SECRET);

        assertThatThrownBy(() -> ofShop.archive(now, 10, Optional.empty())).isInstanceOf(StoreFailedException.class);
        assertThat(shop.owning.archived().postings()).isEmpty();
        JdbcLoyaltyStore.Archived archived = JdbcLoyaltyStore.on(archivist).archive(now, 10, Optional.empty());

        assertThat(archived.postings()).isGreaterThanOrEqualTo(3);
        assertThat(archived.unsound()).isEmpty();
        assertThat(ofShop.archived().postings()).hasSize((int) archived.postings());
        assertThat(shop.engine(ofShop).purchase(order(ANA, "o-1"))).isInstanceOf(Outcome.Replayed.class);
        shop.engine(ofShop).purchase(order(ANA, "o-4")).receipt();
        for (MemberId member : List.of(ANA, BEN)) {
            assertThat(shop.engine(ofShop).journal(member).verify().findings()).isEmpty();
        }
        for (String table : List.of("posting", "entry", "award")) {
            for (String change : List.of(
                    "update loyalty_%s set version = version",
                    "update loyalty_archived_%s set version = version", "delete from loyalty_archived_%s")) {
                assertThatThrownBy(() -> run(archivist, change.replace("%s", table)))
                        .as(change + " of " + table)
                        .isInstanceOf(SQLException.class);
            }
        }
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

    /** Creates a user who has what is written down in these blocks, and no more. */
    private static String user(UrlDataSource owner, String... blocks) throws SQLException, IOException {
        try (Connection connection = owner.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            String name = "shop_" + Long.toString(System.nanoTime(), 36);
            String grantee = dialect == Dialect.MARIADB ? name + "@localhost" : name;
            Database.run(
                    connection,
                    "create user " + grantee + (dialect == Dialect.MARIADB ? " identified by '" : " password '")
                            + SECRET + "'");
            if (dialect == Dialect.POSTGRESQL) {
                Database.run(connection, "grant usage on schema " + connection.getSchema() + " to " + name);
            }
            for (String block : blocks) {
                for (String grant : grants(dialect, block)) {
                    Database.run(connection, grant + grantee);
                }
            }
            return dialect == Dialect.H2 ? name.toUpperCase(Locale.ROOT) : name;
        }
    }

    /** Whom they are written down for, {@code shop} or {@code archivist}, stands at their end. */
    private static List<String> grants(Dialect dialect, String grantee) throws IOException {
        try (InputStream in = GrantsTest.class.getResourceAsStream(dialect.folder() + "/grants.sql")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(text.split(";", -1))
                    .map(String::strip)
                    .filter(each -> each.endsWith(" to " + grantee))
                    .map(each -> each.substring(0, each.length() - grantee.length()))
                    .toList();
        }
    }
}
