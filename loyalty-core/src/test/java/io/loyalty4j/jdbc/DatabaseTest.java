package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The databases are what the other tests take them for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DatabaseTest {
    static List<Database> all() {
        return Database.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_schema_is_empty_and_keeps_what_is_committed(Database database) throws SQLException {
        for (int schema = 0; schema < 2; schema++) {
            DataSource source = database.fresh();
            try (Connection first = source.getConnection()) {
                Database.run(first, "CREATE TABLE t (n INT PRIMARY KEY)", "INSERT INTO t VALUES (7)");
            }
            try (Connection second = source.getConnection()) {
                assertThat(Database.number(second, "SELECT n FROM t")).isEqualTo(7);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_killed_session_is_gone_and_the_others_are_not(Database database) throws SQLException {
        DataSource source = database.fresh();
        try (Connection victim = source.getConnection();
                Connection other = source.getConnection()) {
            database.kill(victim);
            assertThatThrownBy(() -> Database.number(victim, "SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(Database.number(other, "SELECT 1")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_pool_gives_no_more_connections_than_it_has(Database database) throws SQLException {
        try (Database.Pool pool = Database.pooled(database.fresh(), 1, Duration.ofMillis(250));
                Connection only = pool.getConnection()) {
            assertThat(Database.number(only, "SELECT 1")).isEqualTo(1);
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        }
    }

    @Test
    void the_durable_one_waits_for_the_disk_and_the_quick_one_does_not() throws SQLException {
        assertThat(List.of(setting(Database.POSTGRESQL, "fsync"), setting(Database.POSTGRESQL, "synchronous_commit")))
                .containsOnly("off");
        assertThat(List.of(
                        setting(Database.POSTGRESQL_DURABLE, "fsync"),
                        setting(Database.POSTGRESQL_DURABLE, "synchronous_commit"),
                        setting(Database.POSTGRESQL_DURABLE, "full_page_writes")))
                .containsOnly("on");
    }

    private static String setting(Database database, String name) throws SQLException {
        try (Connection admin = database.admin();
                Statement statement = admin.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
