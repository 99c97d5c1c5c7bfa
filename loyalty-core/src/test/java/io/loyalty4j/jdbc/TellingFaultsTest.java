package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.Ear;
import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.notify.Patience;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FAULTS 47 to 51 and 53, in memory and on each database. */
@Timeout(120)
final class TellingFaultsTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("telling")
            .currency("GBP")
            .zone("Europe/London")
            .earn("base", points(1).per("1.00"))
            .reward("cash-1", discount("1.00").costs(10))
            .build();
    private static final Patience PATIENCE = new Patience(
            3, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofMinutes(2), 4);

    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");

    /** Where it is tried. */
    private record Where(String name, Supplier<LoyaltyStore> stores) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Where> stores() {
        return Stream.concat(
                Stream.of(new Where("in memory", LoyaltyStore::inMemory)),
                Database.all().stream()
                        .map(database -> new Where(
                                database.toString(),
                                () -> JdbcLoyaltyStore.on(database.fresh()).createSchema())));
    }

    private LoyaltyEngine engine(LoyaltyStore store, Notifier notifier) {
        return LoyaltyEngine.builder(PROGRAM)
                .store(store)
                .clock(clock)
                .notifications(notifier)
                .patience(PATIENCE)
                .build();
    }

    private static Order order(MemberId member, String id, String price) {
        return Order.of(member, id).currency("GBP").line(OrderLine.of("thing", price));
    }

    private void rounds(LoyaltyEngine engine, int number) {
        for (int i = 0; i < number; i++) {
            engine.runDue(clock.instant());
            clock.pass(Duration.ofMinutes(3));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("47: a listener that always throws harms no checkout and no other account; its events are parked")
    void throwing(Where where) {
        LoyaltyStore store = where.stores.get();
        Ear ear = new Ear().first(event -> {
            if (event.member().equals(ANA)) {
                throw new IllegalStateException("always");
            }
        });
        try (LoyaltyEngine engine = engine(store, ear)) {
            engine.purchase(order(ANA, "1", "20.00"));
            engine.runDue();
            assertThat(engine.purchase(order(ANA, "2", "20.00"))).isInstanceOf(Outcome.Applied.class);
            engine.purchase(order(BEN, "1", "20.00"));
            engine.runDue();
            assertThat(ear.kinds(BEN)).containsExactly("Enrolled", "PointsEarned");
            rounds(engine, 12);
            assertThat(engine.notifications().parked(10))
                    .extracting(notice -> notice.id())
                    .containsExactly("ana/1/0@any", "ana/1/1@any", "ana/2/0@any");
            assertThat(store.contact(ANA).flatMap(Contact::news)).isEmpty();
            ear.first(event -> {});
            engine.notifications().parked(10).forEach(engine.notifications()::retry);
            rounds(engine, 2);
            assertThat(ear.kinds(ANA)).containsExactlyInAnyOrder("Enrolled", "PointsEarned", "PointsEarned");
            assertThat(engine.notifications().status().parked()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName(
            "48, 53: a listener that sleeps holds no lock; others are told; within the lease nobody else tells its event, after it the same id comes again")
    void sleeping(Where where) throws Exception {
        LoyaltyStore store = where.stores.get();
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        Ear sleeper = new Ear().first(event -> {
            if (event.member().equals(ANA)) {
                asleep.countDown();
                awake.await(20, TimeUnit.SECONDS);
            }
        });
        Ear other = new Ear();
        try (LoyaltyEngine first = engine(store, sleeper);
                LoyaltyEngine second = engine(store, other)) {
            first.purchase(order(ANA, "1", "20.00"));
            CompletableFuture<Integer> round =
                    CompletableFuture.supplyAsync(() -> first.runDue().told());
            asleep.await();
            assertThat(first.purchase(order(ANA, "2", "20.00"))).isInstanceOf(Outcome.Applied.class);
            assertThat(second.purchase(order(ANA, "3", "9.00").redeem("cash-1")))
                    .isInstanceOf(Outcome.Applied.class);
            second.purchase(order(BEN, "1", "20.00"));
            second.runDue();
            assertThat(other.kinds(BEN)).containsExactly("Enrolled", "PointsEarned");
            assertThat(other.kinds(ANA)).as("within the lease").isEmpty();
            clock.pass(PATIENCE.lease().plusSeconds(1));
            second.runDue();
            assertThat(other.ids()).contains("ana/1/0").doesNotHaveDuplicates();
            List<String> all = other.kinds(ANA);
            assertThat(all).startsWith("Enrolled", "PointsEarned", "PointsEarned", "PointsEarned");
            awake.countDown();
            round.get(60, TimeUnit.SECONDS);
            assertThat(sleeper.ids()).as("told a second time, by the same id").containsOnly("ana/1/0");
            rounds(first, 2);
            rounds(second, 2);
            assertThat(sleeper.ids()).containsOnly("ana/1/0");
            assertThat(other.kinds(ANA)).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("50: who fails between telling and noting it has it told again, by the same id, and nothing is lost")
    void failingBehind(Where where) {
        AtomicBoolean fails = new AtomicBoolean();
        LoyaltyStore store = new ForwardingStore(where.stores.get()) {
            @Override
            public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
                if (fails.getAndSet(false)) {
                    throw new StoreFailedException("the database went away", new SQLException("of a test"));
                }
                return store.keep(member, seen, next);
            }
        };
        Ear ear = new Ear()
                .first(event -> fails.set(event.id().equals("ana/2/0")
                        && event.at().plusSeconds(30).isAfter(clock.instant())));
        try (LoyaltyEngine engine = engine(store, ear)) {
            engine.purchase(order(ANA, "1", "20.00"));
            engine.purchase(order(ANA, "2", "20.00"));
            engine.purchase(order(ANA, "3", "20.00"));
            rounds(engine, 3);
            assertThat(ear.ids()).containsExactly("ana/1/0", "ana/1/1", "ana/2/0", "ana/2/0", "ana/3/0");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName(
            "51: a listener that redeems, and one that books on what it has itself booked, find no lock and no end of the world")
    void callingBack(Where where) {
        LoyaltyStore store = where.stores.get();
        LoyaltyEngine[] self = new LoyaltyEngine[1];
        Ear ear = new Ear().first(event -> {
            if (event instanceof PointsEarned) {
                self[0].purchase(order(event.member(), "r-" + event.id().replace('/', '-'), "3.00")
                        .redeem("cash-1"));
                self[0].runDue();
            }
        });
        try (LoyaltyEngine engine = engine(store, ear)) {
            self[0] = engine;
            engine.purchase(order(ANA, "1", "20.00"));
            rounds(engine, 12);
            assertThat(ear.ids()).doesNotHaveDuplicates();
            assertThat(ear.heard().stream()
                            .filter(PointsEarned.class::isInstance)
                            .count())
                    .isGreaterThan(2);
            assertThat(engine.journal(ANA).verify().findings()).isEmpty();
        }
    }

    static Stream<Database> databases() {
        return Database.all().stream();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @DisplayName("49: what cannot be read is parked, and everything else goes on")
    void poison(Database database) throws SQLException {
        DataSource source = database.fresh();
        LoyaltyStore store = JdbcLoyaltyStore.on(source).createSchema();
        Ear ear = new Ear();
        try (LoyaltyEngine engine = engine(store, ear)) {
            engine.purchase(order(ANA, "1", "20.00"));
            engine.purchase(order(ANA, "2", "20.00"));
            engine.purchase(order(ANA, "3", "20.00"));
            engine.purchase(order(BEN, "1", "20.00"));
            try (Connection connection = source.getConnection()) {
                Database.run(
                        connection,
                        "create table kept as select changes from loyalty_posting where member = 'ana' and version = 2",
                        "update loyalty_posting set changes = 'x' where member = 'ana' and version = 2");
            }
            engine.runDue();
            assertThat(ear.kinds(BEN)).containsExactly("Enrolled", "PointsEarned");
            assertThat(ear.ids()).filteredOn(id -> id.startsWith("ana")).containsExactly("ana/1/0", "ana/1/1");
            rounds(engine, 5);
            assertThat(ear.ids())
                    .filteredOn(id -> id.startsWith("ana"))
                    .containsExactly("ana/1/0", "ana/1/1", "ana/3/0");
            assertThat(engine.notifications().parked(10))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.id()).isEqualTo("ana/2/0@any"))
                    .satisfies(notice -> assertThat(notice.kind()).isEqualTo("Posting"));
            try (Connection connection = source.getConnection()) {
                Database.run(
                        connection,
                        "update loyalty_posting set changes = (select changes from kept) where member = 'ana' and version = 2");
            }
            engine.notifications().parked(10).forEach(engine.notifications()::retry);
            rounds(engine, 2);
            assertThat(ear.ids()).as("once it can be read").contains("ana/2/0").doesNotHaveDuplicates();
            assertThat(engine.notifications().parked(10)).isEmpty();
        }
    }
}
