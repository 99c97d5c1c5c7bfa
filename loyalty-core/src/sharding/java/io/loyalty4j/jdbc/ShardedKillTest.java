package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Sessions and processes are killed while they book for members of both servers; FAULTS 1, 2 and 50, past one machine. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ShardedKillTest {
    private static final int COMMANDS = Integer.getInteger("loyalty4j.chaos.killed.commands", 300);
    private static final int KILLS = Integer.getInteger("loyalty4j.chaos.kills", 4);
    private static final long SEED = Long.getLong("loyalty4j.chaos.seed", System.nanoTime());
    private static final String KILL = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'tills' order by random() limit 1";

    @Test
    void each_command_ends_and_has_one_effect_though_sessions_of_both_servers_are_killed() throws Exception {
        try (ShardedPostgres calm = ShardedPostgres.fresh()) {
            calm.store().createSchema();
            SplittableRandom any = new SplittableRandom(SEED);
            try (ShardedPostgres killed = new ShardedPostgres(
                    calm.shards.values().stream().map(ShardedKillTest::named).toList())) {
                new KilledTills(calm.store(), COMMANDS)
                        .areSound(killed::store, () -> kill(List.copyOf(calm.shards.values())
                                .get(any.nextInt(calm.shards.size()))));
            }
            bothHaveAccounts(calm);
        }
    }

    @Test
    void what_killed_processes_told_is_there_on_both_servers_and_each_command_has_one_effect() throws Exception {
        System.out.printf(Locale.ROOT, "Killed processes over two servers: seed %d%n", SEED);
        try (ShardedPostgres sharded = ShardedPostgres.fresh()) {
            List<String> urls =
                    sharded.shards.values().stream().map(UrlDataSource::url).toList();
            KilledShop shop = new KilledShop(
                    sharded.store().createSchema(),
                    SEED,
                    from -> Machine.start(
                            ShardedErrandMachine.class,
                            urls.get(0),
                            urls.get(1),
                            Long.toString(SEED),
                            Integer.toString(from)));
            for (int kill = 0; kill < KILLS; kill++) {
                shop.runAndKill();
            }
            shop.isSound();
            bothHaveAccounts(sharded);
        }
    }

    private static UrlDataSource named(UrlDataSource shard) {
        return new UrlDataSource(shard.url() + "?ApplicationName=tills", shard.user(), shard.password());
    }

    private static int kill(UrlDataSource shard) throws SQLException {
        try (Connection admin = shard.getConnection();
                Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(KILL)) {
            return rows.next() ? 1 : 0;
        }
    }

    private static void bothHaveAccounts(ShardedPostgres sharded) throws SQLException {
        int all = 0;
        for (UrlDataSource shard : sharded.shards.values()) {
            try (Connection connection = shard.getConnection()) {
                int here = Database.number(connection, "select count(*) from loyalty_account");
                assertThat(here).isPositive();
                all += here;
            }
        }
        assertThat(all).isLessThanOrEqualTo(Errands.members().size());
    }
}
