package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** What arrived at a receiver, whoever told it: a table of its own, each row written for good when it is there. */
record Received(DataSource source) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Received create() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Database.run(
                    connection, "create table received (number bigserial primary key, event varchar(200) not null)");
        }
        return this;
    }

    void add(String event) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into received (event) values (?)")) {
            insert.setString(1, event);
            insert.executeUpdate();
        }
    }

    /** Ids of events, in the order in which they arrived. */
    List<String> ids() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select event from received, pg_sleep(0.01) order by received.number")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    /** Looks until it is so. */
    void until(String what, Predicate<List<String>> so) throws SQLException {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> ids = ids();
        while (!so.test(ids)) {
            assertThat(Instant.now()).as("%s; there is %s", what, ids).isBefore(end);
            ids = ids();
        }
    }

    void untilThereAre(int events) throws SQLException {
        until(events + " events", ids -> new HashSet<>(ids).size() >= events);
    }

    /**
     * Holds that each member was told everything, in order, and again nothing but what they were told last.
     *
     * @return how often something was told again
     */
    static int hold(List<String> ids, List<String> expected) {
        Map<String, List<String>> first = new TreeMap<>();
        Set<String> known = new HashSet<>();
        int again = 0;
        for (String id : ids) {
            List<String> told = first.computeIfAbsent(member(id), any -> new ArrayList<>());
            if (known.add(id)) {
                told.add(id);
            } else {
                assertThat(told.get(told.size() - 1))
                        .as("told before %s came again", id)
                        .isEqualTo(id);
                again++;
            }
        }
        assertThat(first).isEqualTo(byMember(expected));
        return again;
    }

    private static Map<String, List<String>> byMember(List<String> ids) {
        Map<String, List<String>> members = new TreeMap<>();
        ids.forEach(id ->
                members.computeIfAbsent(member(id), any -> new ArrayList<>()).add(id));
        return members;
    }

    private static String member(String id) {
        return id.substring(0, id.indexOf('/'));
    }
}
