package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ShardedPostgresTest {
    @Test
    void every_member_is_on_one_server_and_all_are_counted() throws SQLException {
        ShardedPostgres sharded = new ShardedPostgres("account", "posting");
        try (Connection connection = sharded.all().getConnection()) {
            Database.run(
                    connection,
                    "CREATE TABLE account (member_id VARCHAR(64) PRIMARY KEY, version BIGINT NOT NULL)",
                    "CREATE TABLE posting (member_id VARCHAR(64), seq BIGINT, PRIMARY KEY (member_id, seq))");
            connection.setAutoCommit(false);
            for (int member = 0; member < 20; member++) {
                insert(connection, "INSERT INTO account (member_id, version) VALUES (?, 1)", "m" + member);
                insert(connection, "INSERT INTO posting (member_id, seq) VALUES (?, 1)", "m" + member);
                connection.commit();
            }
            assertThat(count(connection, "account a JOIN posting p ON a.member_id = p.member_id"))
                    .isEqualTo(20);
        }
        int first = counted(sharded.shards.get("ds_0"));
        assertThat(first).isBetween(1, 19);
        assertThat(first + counted(sharded.shards.get("ds_1"))).isEqualTo(20);
    }

    private static void insert(Connection connection, String sql, String member) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, member);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private static int counted(DataSource shard) throws SQLException {
        try (Connection connection = shard.getConnection()) {
            return count(connection, "account");
        }
    }

    private static int count(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + from)) {
            result.next();
            return result.getInt(1);
        }
    }
}
