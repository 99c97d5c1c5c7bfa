package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.MemberId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The contended run: half of all orders are of eight members, the other half of two hundred; a million of them with {@code -Pslow}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ContendedTest {
    private static final int ORDERS = Integer.getInteger("loyalty4j.chaos.commits", 3_000);
    private static final int THREADS = 16;
    private static final int HOT = 8;
    private static final int OTHERS = 200;

    private static MemberId member(int number) {
        return MemberId.of(number % 2 == 0 ? "hot-" + number / 2 % HOT : "other-" + number / 2 % OTHERS);
    }

    @Test
    void what_many_tills_were_told_happened_in_one_order_and_is_all_there() throws Exception {
        try (Database.Pool pool = Database.pooled(Database.POSTGRESQL.fresh(), THREADS, Duration.ofSeconds(20))) {
            CountedCommits counted = new CountedCommits(pool);
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(counted.dataSource()).createSchema();
            List<LoyaltyEngine> two =
                    List.of(Market.machine(store), Market.machine(JdbcLoyaltyStore.on(counted.dataSource())));
            Tills tills = new Tills(Market.GOING_ON, two, THREADS);
            List<MemberId> members = IntStream.range(0, 2 * OTHERS)
                    .mapToObj(ContendedTest::member)
                    .distinct()
                    .toList();
            List<Told> told = new ArrayList<>();
            members.forEach(member -> told.add(tills.open(member)));
            long before = counted.commits();
            long begun = System.nanoTime();

            told.addAll(tills.sell(1, ORDERS + 1, ContendedTest::member));

            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "Contended run: %d orders of %d members by %d tills in %.1f s, %.0f a second, in %d commits of the database%n",
                    ORDERS,
                    members.size(),
                    THREADS,
                    seconds,
                    ORDERS / seconds,
                    counted.commits() - before);
            assertThat(told).hasSize(ORDERS + members.size()).allMatch(Told::applied);
            assertThat(members)
                    .allMatch(member -> store.find(member).orElseThrow().available() == 100);
            new Linear(store, Market.GOING_ON).check(told);
        }
    }
}
