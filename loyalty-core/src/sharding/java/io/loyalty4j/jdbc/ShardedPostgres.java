package io.loyalty4j.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;

/**
 * Two PostgreSQLs that look like one: each row is on the one that its member chooses, allotments and claims on the one that the allotment's name chooses. The
 * layer cannot commit on both at once, gives no rows for {@code RETURNING}, and does not parse {@code SKIP LOCKED}.
 */
final class ShardedPostgres implements AutoCloseable {
    private static final List<String> SHARED = List.of("allotment", "claim");
    private static final List<PostgresDatabase> SERVERS =
            List.of(new PostgresDatabase("shard 0", false), new PostgresDatabase("shard 1", false));

    /** What each of the servers was told. */
    final ShardLog log = new ShardLog();

    /** The databases by their own names, past the layer, so that a test can look what lies where. */
    final Map<String, UrlDataSource> shards = new LinkedHashMap<>();

    private final Map<String, HikariDataSource> pools;
    private final DataSource all;

    /** Over databases that are there, for example those that another process has. */
    ShardedPostgres(List<UrlDataSource> databases) {
        for (int i = 0; i < databases.size(); i++) {
            shards.put("ds_" + i, databases.get(i));
        }
        pools = shards.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, shard -> WatchedShard.pool(shard.getKey(), shard.getValue(), log)));
        try {
            all = YamlShardingSphereDataSourceFactory.createDataSource(Map.copyOf(pools), rules());
        } catch (SQLException e) {
            throw new IllegalStateException("no shards", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Over empty databases on both servers. */
    static ShardedPostgres fresh() {
        return new ShardedPostgres(SERVERS.stream()
                .map(server -> (UrlDataSource) server.freshDatabase())
                .toList());
    }

    DataSource all() {
        return all;
    }

    /** A store on all of them. */
    JdbcLoyaltyStore store() {
        return JdbcLoyaltyStore.on(all).oneMemberPerTransaction();
    }

    /** All that have rows of members. */
    static Stream<String> memberTables() {
        return members().map(table -> "loyalty_" + table);
    }

    private static Stream<String> members() {
        return Stream.concat(
                Stream.of(Table.values()).map(Table::title),
                Stream.of("archived_posting", "archived_entry", "archived_award"));
    }

    /** Empties all tables, past the layer. */
    void empty() {
        String all = Stream.concat(members(), SHARED.stream())
                .map(table -> "loyalty_" + table)
                .collect(Collectors.joining(", "));
        shards.values().forEach(shard -> {
            try (Connection connection = shard.getConnection()) {
                Database.run(connection, "TRUNCATE " + all);
            } catch (SQLException e) {
                throw new IllegalStateException("not emptied", e);
            }
        });
    }

    @Override
    public void close() {
        try {
            ((AutoCloseable) all).close();
        } catch (Exception e) {
            throw new IllegalStateException("the layer did not close", e);
        }
        pools.values().forEach(HikariDataSource::close);
    }

    private static byte[] rules() {
        String nodes = Stream.concat(
                        members().map(table -> node(table, "member")), SHARED.stream().map(table -> node(table, "allotment")))
                .collect(Collectors.joining());
        String yaml = "rules:\n"
                + "- !SHARDING\n"
                + "  tables:\n" + nodes
                + "  bindingTables: ['" + memberTables().collect(Collectors.joining(","))
                + "']\n"
                + "  defaultTableStrategy: {none: }\n"
                + "  shardingAlgorithms:\n"
                + algorithm("member")
                + algorithm("allotment")
                + "- !SINGLE\n"
                + "  tables: ['*.*']\n";
        return yaml.getBytes(StandardCharsets.UTF_8);
    }

    private static String node(String table, String column) {
        return "    loyalty_" + table + ":\n"
                + "      actualDataNodes: 'ds_$->{0..1}.loyalty_" + table + "'\n"
                + "      databaseStrategy: {standard: {shardingColumn: " + column + ", shardingAlgorithmName: by_" + column + "}}\n";
    }

    private static String algorithm(String column) {
        return "    by_" + column + ":\n"
                + "      type: INLINE\n"
                + "      props:\n"
                + "        algorithm-expression: 'ds_$->{Math.floorMod(" + column + ".hashCode(), 2)}'\n"
                + "        allow-range-query-with-inline-sharding: true\n";
    }
}
