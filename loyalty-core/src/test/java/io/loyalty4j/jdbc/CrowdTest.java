package io.loyalty4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.MemberId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FAULTS 9 and 10: a thousand who redeem 10 of 1,000 points of one account, at tills of one machine, of two, and of many processes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CrowdTest {
    private static final int PROCESSES = Integer.getInteger("loyalty4j.chaos.processes", 2);
    private static final int ORDERS = 1_000;
    private static final int THREADS = 32;
    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();
    private static final MemberId ANA = MemberId.of("ana");

    /** Where the crowd comes to. */
    private record Place(Database database, int engines) {
        @Override
        public String toString() {
            return engines + (engines == 1 ? " engine on " : " engines on ") + database;
        }
    }

    static List<Place> places() {
        return List.of(new Place(Database.H2, 1), new Place(Database.POSTGRESQL, 1), new Place(Database.POSTGRESQL, 2));
    }

    @ParameterizedTest
    @MethodSource("places")
    void of_a_thousand_who_redeem_10_of_1000_points_exactly_a_hundred_succeed(Place place) throws Exception {
        try (Database.Pool pool = Database.pooled(place.database.fresh(), 8, Duration.ofSeconds(20))) {
            CountedCommits counted = new CountedCommits(pool);
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(counted.dataSource()).createSchema();
            List<LoyaltyEngine> machines = Stream.generate(
                            () -> Market.machine(JdbcLoyaltyStore.on(counted.dataSource())))
                    .limit(place.engines)
                    .toList();
            Tills tills = new Tills(Market.SELLING_OUT, machines, THREADS);
            Told first = tills.open(ANA);
            long before = counted.commits();

            List<Told> told = tills.sell(1, ORDERS + 1, number -> ANA);

            report(place.toString(), told);
            System.out.printf(
                    Locale.ROOT, "%s: %d commits of the database for 100 orders%n", place, counted.commits() - before);
            assertThat(counted.commits() - before)
                    .as("tills commit together, or each for itself")
                    .isLessThanOrEqualTo(100);
            holds(store, first, told);
        }
    }

    @Test
    void of_a_thousand_at_the_tills_of_many_processes_exactly_a_hundred_succeed() throws Exception {
        UrlDataSource source = (UrlDataSource) Database.POSTGRESQL.fresh();
        JdbcLoyaltyStore store = JdbcLoyaltyStore.on(source).createSchema();
        Told first = new Tills(Market.SELLING_OUT, List.of(Market.machine(store)), 1).open(ANA);

        List<Told> told = new ArrayList<>();
        List<Machine> machines = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                machines.add(Machine.start(
                        CrowdMachine.class,
                        source.url(),
                        ANA.value(),
                        Integer.toString(1 + i * ORDERS / PROCESSES),
                        Integer.toString(1 + (i + 1) * ORDERS / PROCESSES),
                        Integer.toString(THREADS / 4)));
            }
            for (Machine machine : machines) {
                machine.awaits("ready");
            }
            machines.forEach(machine -> machine.say("go"));
            for (Machine machine : machines) {
                machine.rest().forEach(line -> told.add(Told.read(line)));
                assertThat(machine.done()).isTrue();
            }
        } finally {
            for (Machine machine : machines) {
                machine.close();
            }
        }

        report(PROCESSES + " processes", told);
        holds(store, first, told);
    }

    private static void holds(JdbcLoyaltyStore store, Told first, List<Told> told) {
        assertThat(told).hasSize(ORDERS);
        assertThat(told).filteredOn(Told::applied).hasSize(100);
        assertThat(told)
                .filteredOn(each -> !each.applied())
                .extracting(Told::answer)
                .containsOnly("insufficient-points");
        assertThat(Market.machine(store).account(ANA).available()).isZero();
        assertThat(told).allMatch(each -> each.ended() - each.begun() < PATIENCE);
        new Linear(store, Market.SELLING_OUT)
                .check(Stream.concat(Stream.of(first), told.stream()).toList());
    }

    private static void report(String what, List<Told> told) {
        long[] nanos = told.stream()
                .mapToLong(each -> each.ended() - each.begun())
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: the slowest of a hundred answers took %.1f ms, the middle one %.1f ms%n",
                what,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length / 2] / 1e6);
    }
}
