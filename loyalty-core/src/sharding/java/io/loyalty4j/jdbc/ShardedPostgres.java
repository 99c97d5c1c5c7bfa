package io.loyalty4j.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;

/**
 * Two PostgreSQLs that look like one: each row is on the one that its column {@code member_id} chooses. The layer cannot commit on both
 * at once, gives no rows for {@code RETURNING}, and does not parse {@code SKIP LOCKED}.
 */
final class ShardedPostgres {
    private static final List<PostgresDatabase> SERVERS =
            List.of(new PostgresDatabase("shard 0", false), new PostgresDatabase("shard 1", false));

    /** Empty databases on both servers, by their own names, so that a test can look what lies where. */
    final Map<String, DataSource> shards =
            Map.of("ds_0", SERVERS.get(0).freshDatabase(), "ds_1", SERVERS.get(1).freshDatabase());

    private final DataSource all;

    /** All of {@code tables} have a column {@code member_id}; they are created through {@link #all()}. */
    ShardedPostgres(String... tables) {
        Map<String, DataSource> pools = shards.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Database.pooled(each.getValue(), 8, Duration.ofSeconds(10))));
        try {
            all = YamlShardingSphereDataSourceFactory.createDataSource(pools, rules(List.of(tables)));
        } catch (SQLException e) {
            throw new IllegalStateException("no shards", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataSource all() {
        return all;
    }

    private static byte[] rules(List<String> tables) {
        String nodes = tables.stream()
                .map(table -> "    " + table + ": {actualDataNodes: 'ds_$->{0..1}." + table + "'}\n")
                .collect(Collectors.joining());
        String yaml = "mode: {type: Standalone, repository: {type: JDBC}}\n"
                + "rules:\n"
                + "- !SHARDING\n"
                + "  tables:\n" + nodes
                + "  bindingTables: ['" + String.join(",", tables) + "']\n"
                + "  defaultDatabaseStrategy: {standard: {shardingColumn: member_id, shardingAlgorithmName: by_member}}\n"
                + "  defaultTableStrategy: {none: }\n"
                + "  shardingAlgorithms:\n"
                + "    by_member:\n"
                + "      type: INLINE\n"
                + "      props: {algorithm-expression: 'ds_$->{Math.floorMod(member_id.hashCode(), 2)}'}\n"
                + "- !SINGLE\n"
                + "  tables: ['*.*']\n";
        return yaml.getBytes(StandardCharsets.UTF_8);
    }
}
