package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.jdbc.ShardLog.Told;
import io.loyalty4j.store.LoyaltyStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whatever concerns one member, or one allotment, is read and written on one server, and nothing is asked of the other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OneShardTest {
    private static final int RUNS = 3;
    private static final Set<String> OF_ONE = Set.of(
            "find", "order", "update", "posting", "profile", "replace", "delete", "claim", "settle", "taken", "claimant",
            "delivered");

    private static ShardedPostgres sharded;

    @BeforeAll
    static void create() {
        sharded = ShardedPostgres.fresh();
        sharded.store().createSchema();
    }

    @AfterAll
    static void close() {
        sharded.close();
    }

    @Test
    void each_update_and_each_claim_touches_one_server_and_all_of_a_member_is_there() throws SQLException {
        Map<String, Set<String>> seen = new HashMap<>();
        LoyaltyStore watched = watched(sharded.store(), seen);
        watched.messages(1);
        for (CrashCase one : CrashCase.all()) {
            for (int run = 0; run < RUNS; run++) {
                CrashCase.Till till = one.till(watched, one.name().replace(' ', '-') + run);
                one.before().andThen(one.act()).accept(till);
                till.comesBackLater();
                assertThat(till.picture().findings()).isEmpty();
            }
        }
        assertThat(seen.keySet()).contains("find", "update", "updateAll", "claim", "settle", "delivered", "replace");
        assertThat(seen.get("update")).containsExactlyInAnyOrder("ds_0", "ds_1");
        assertThat(seen.get("updateAll")).containsExactlyInAnyOrder("ds_0", "ds_1");
        allOfAMemberIsOnOneServer();
    }

    /** Which servers calls asked, by the calls' names. */
    private static LoyaltyStore watched(LoyaltyStore real, Map<String, Set<String>> seen) {
        return (LoyaltyStore) Proxy.newProxyInstance(
                OneShardTest.class.getClassLoader(), new Class<?>[] {LoyaltyStore.class}, (proxy, method, arguments) -> {
                    sharded.log.clear();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        look(method, seen);
                    }
                });
    }

    private static void look(Method method, Map<String, Set<String>> seen) {
        if (OF_ONE.contains(method.getName())) {
            assertThat(sharded.log.shards())
                    .as("%s asked: %s", method.getName(), sharded.log.all())
                    .hasSizeLessThanOrEqualTo(1);
        }
        for (List<Told> transaction : sharded.log.transactions()) {
            assertThat(transaction.stream().map(Told::shard).distinct())
                    .as("a transaction of %s: %s", method.getName(), transaction)
                    .hasSize(1);
        }
        seen.computeIfAbsent(method.getName(), name -> new HashSet<>()).addAll(sharded.log.shards());
    }

    private static void allOfAMemberIsOnOneServer() throws SQLException {
        Map<String, String> homes = new HashMap<>();
        int rows = 0;
        for (String shard : sharded.shards.keySet()) {
            for (String table : ShardedPostgres.memberTables().toList()) {
                for (String member : members(shard, table)) {
                    assertThat(homes.computeIfAbsent(member, first -> shard))
                            .as("where %s is", member)
                            .isEqualTo(shard);
                    rows++;
                }
            }
        }
        assertThat(homes).containsValues("ds_0", "ds_1").hasSizeGreaterThan(CrashCase.all().size());
        assertThat(rows).isGreaterThan(homes.size());
    }

    private static Set<String> members(String shard, String table) throws SQLException {
        Set<String> members = new HashSet<>();
        try (Connection connection = sharded.shards.get(shard).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select distinct member from " + table)) {
            while (found.next()) {
                members.add(found.getString(1));
            }
        }
        return members;
    }
}
