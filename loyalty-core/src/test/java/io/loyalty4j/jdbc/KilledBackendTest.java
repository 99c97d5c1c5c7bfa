package io.loyalty4j.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The server ends the sessions of tills at random, as an operator, a failover or a lack of memory does, while they book. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class KilledBackendTest {
    private static final int COMMANDS = Integer.getInteger("loyalty4j.chaos.sessions", 400);
    private static final String KILL = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'tills' order by random() limit 1";

    @Test
    void each_command_ends_and_has_one_effect_though_sessions_are_killed() throws Exception {
        UrlDataSource schema = (UrlDataSource) Database.POSTGRESQL.fresh();
        KilledTills tills = new KilledTills(JdbcLoyaltyStore.on(schema).createSchema(), COMMANDS);
        UrlDataSource named = new UrlDataSource(schema.url() + "&ApplicationName=tills", "postgres", "postgres");
        try (Database.Pool pool = Database.pooled(named, KilledTills.TILLS, Duration.ofSeconds(20));
                Connection admin = Database.POSTGRESQL.admin();
                Statement statement = admin.createStatement()) {
            tills.areSound(() -> JdbcLoyaltyStore.on(pool), () -> {
                try (ResultSet rows = statement.executeQuery(KILL)) {
                    return rows.next() ? 1 : 0;
                }
            });
        }
    }
}
