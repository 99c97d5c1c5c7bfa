package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.Ear;
import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.LoyaltyEngine.DueReport;
import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.notify.Patience;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What members are reminded of, in memory and on each database, by a process that has just begun at every step. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
final class ReminderStoresTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final VoucherKey KEY =
            VoucherKey.of("not a secret, since it stands here".getBytes(StandardCharsets.UTF_8));
    private static final Patience PATIENCE = new Patience(
            3, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofMinutes(2), 4);
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("reminding")
            .currency("GBP")
            .zone("Europe/London")
            .earn("base", points(1).per("1.00"))
            .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofDays(3)))
            .moment(
                    "thank-you",
                    afterOrder(Duration.ofMinutes(30)).when(firstOrder()).givingReward("thanks-5"))
            .moment("birthday", onBirthday().givingPoints(250))
            .build();
    private static final String GIFT = "activity/~moment%2Fbirthday/2026";

    private final HandClock clock = HandClock.at("2026-03-02T09:00:00Z");
    private final Ear ear = new Ear();

    /** Where it is tried; what is given can be opened again and again. */
    private record Where(String name, Supplier<Supplier<LoyaltyStore>> places) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Where> stores() {
        return Stream.concat(
                Stream.of(new Where("in memory", () -> {
                    LoyaltyStore only = LoyaltyStore.inMemory();
                    return () -> only;
                })),
                Database.all().stream()
                        .map(database -> new Where(database.toString(), () -> {
                            DataSource source = database.fresh();
                            JdbcLoyaltyStore.on(source).createSchema();
                            return () -> JdbcLoyaltyStore.on(source);
                        })));
    }

    /** A process that does one thing. */
    private <T> T step(LoyaltyStore store, Function<LoyaltyEngine, T> what) {
        try (LoyaltyEngine engine = LoyaltyEngine.builder(PROGRAM)
                .store(store)
                .clock(clock)
                .voucherKey(KEY)
                .patience(PATIENCE)
                .notifications(Channel.of("email", ear))
                .build()) {
            return what.apply(engine);
        }
    }

    private DueReport pump(Supplier<LoyaltyStore> stores) {
        return pump(stores.get());
    }

    /** A process for each round. */
    private DueReport pump(LoyaltyStore store) {
        DueReport report = step(store, LoyaltyEngine::runDue);
        return report.more() ? pump(store) : report;
    }

    private static Order order(String id) {
        return Order.of(ANA, id).currency("GBP").line(OrderLine.of("thing", "30.00"));
    }

    private void comes(Supplier<LoyaltyStore> stores) {
        Member member = Member.of(ANA).birthday("06-15").consentsTo("email");
        step(stores.get(), engine -> engine.enrol(member).receipt());
    }

    private long available(Supplier<LoyaltyStore> stores) {
        return step(stores.get(), engine -> {
            assertThat(engine.journal(ANA).verify().findings()).isEmpty();
            return engine.account(ANA).available();
        });
    }

    private List<Birthday> birthdays() {
        return ear.heard().stream()
                .filter(Birthday.class::isInstance)
                .map(Birthday.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_thank_you_comes_with_a_code_that_pays(Where where) {
        Supplier<LoyaltyStore> stores = where.places.get();
        comes(stores);
        step(stores.get(), engine -> engine.purchase(order("A-1")).receipt());
        assertThat(pump(stores).told()).isPositive();
        assertThat(stores.get().contact(ANA).orElseThrow().dueAt()).contains(Instant.parse("2026-03-02T09:30:00Z"));
        clock.set("2026-03-02T09:30:00Z");
        pump(stores);
        assertThat(ear.kinds(ANA)).containsExactly("Enrolled", "PointsEarned", "ThankYouDue", "VoucherIssued");
        String code = ((VoucherIssued) ear.heard().get(3)).code();
        BigDecimal off = step(
                stores.get(),
                engine -> engine.quote(order("A-2").voucher(code)).discount().amount());
        assertThat(off).isEqualByComparingTo("5.00");
        step(stores.get(), engine -> engine.purchase(order("A-2").voucher(code)).receipt());
        clock.set("2026-03-09T09:30:00Z");
        pump(stores);
        assertThat(ear.kinds(ANA)).containsOnlyOnce("ThankYouDue", "VoucherIssued");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_birthday_whose_message_fails_is_parked_and_told_when_a_person_wants_it(Where where) {
        Supplier<LoyaltyStore> stores = where.places.get();
        comes(stores);
        pump(stores);
        ear.first(event -> {
            if (event instanceof Birthday) {
                throw new IllegalStateException("the mail server is away");
            }
        });
        clock.set("2026-06-15T08:00:00Z");
        for (int i = 0; i < 5; i++) {
            pump(stores);
            clock.pass(Duration.ofMinutes(3));
        }
        assertThat(ear.kinds(ANA)).as("what stands").containsExactly("Enrolled");
        Notice parked =
                step(stores.get(), engine -> engine.notifications().parked(9)).get(0);
        assertThat(parked.id()).isEqualTo("ana/~birthday/2026@email");
        assertThat(parked.attempts()).isEqualTo(3);
        assertThat(parked.reason()).contains("the mail server is away");
        assertThat(pump(stores).parked()).isEqualTo(1);
        ear.first(event -> {});
        step(stores.get(), engine -> {
            engine.notifications().retry(parked);
            return engine.notifications().status();
        });
        assertThat(pump(stores).parked()).isZero();
        assertThat(birthdays())
                .singleElement()
                .satisfies(event -> assertThat(event.gift().points()).isEqualTo(250));
        assertThat(available(stores)).isEqualTo(250);
    }

    /** FAULTS 50 for reminders. */
    @ParameterizedTest
    @MethodSource("stores")
    void a_gift_is_given_once_where_the_process_ends_between_booking_and_noting_it(Where where) {
        Supplier<LoyaltyStore> stores = where.places.get();
        comes(stores);
        pump(stores);
        clock.set("2026-06-15T08:00:00Z");
        Ending ending = new Ending(stores.get(), false);
        pump(ending);
        assertThat(ending.over).isTrue();
        assertThat(birthdays()).isEmpty();
        later(stores);
        assertThat(birthdays())
                .singleElement()
                .satisfies(event -> assertThat(event.gift().points()).isEqualTo(250));
        assertThat(ear.kinds(ANA)).containsOnlyOnce("Birthday");
        assertThat(available(stores)).isEqualTo(250);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_reminder_is_told_where_the_process_ends_between_noting_and_telling_it(Where where) {
        Supplier<LoyaltyStore> stores = where.places.get();
        comes(stores);
        pump(stores);
        clock.set("2026-06-15T08:00:00Z");
        Ending ending = new Ending(stores.get(), true);
        pump(ending);
        assertThat(ending.over).isTrue();
        assertThat(birthdays()).isEmpty();
        later(stores);
        assertThat(birthdays()).hasSize(1);
        assertThat(available(stores)).isEqualTo(250);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_reminder_is_told_again_by_its_id_where_the_process_ends_between_telling_and_noting_that(Where where) {
        Supplier<LoyaltyStore> stores = where.places.get();
        comes(stores);
        pump(stores);
        clock.set("2026-06-15T08:00:00Z");
        Ending ending = new Ending(stores.get(), false) {
            @Override
            boolean now() {
                return !birthdays().isEmpty();
            }
        };
        pump(ending);
        assertThat(ending.over).isTrue();
        later(stores);
        assertThat(birthdays()).hasSize(2).extracting(Birthday::id).containsOnly("ana/~birthday/2026");
        assertThat(available(stores)).isEqualTo(250);
    }

    /** Behind the lease of the process that is gone, and many days. */
    private void later(Supplier<LoyaltyStore> stores) {
        clock.pass(Duration.ofMinutes(3));
        pump(stores);
        clock.pass(Duration.ofDays(3));
        pump(stores);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void who_is_forgotten_is_gone_and_is_told_and_given_nothing_any_more(Where where) {
        Supplier<LoyaltyStore> stores = where.places.get();
        comes(stores);
        step(stores.get(), engine -> engine.purchase(order("A-1")).receipt());
        ear.first(event -> {
            throw new IllegalStateException("the mail server is away");
        });
        for (int i = 0; i < 20; i++) {
            pump(stores);
            clock.pass(Duration.ofMinutes(3));
        }
        assertThat(stores.get().notices(Notice.State.PARKED, 9)).isNotEmpty();
        assertThat(stores.get().contact(ANA)).isPresent();
        step(
                stores.get(),
                engine -> engine.execute(
                                StatusChange.forget(ANA, "gdpr-1").by("agent-1").because("asked-for"))
                        .receipt());
        ear.first(event -> {});
        ear.forget();
        long postings = stores.get().postings(ANA).count();
        for (String day : List.of("2026-03-03", "2026-06-15", "2026-06-16", "2027-06-15")) {
            clock.set(day + "T08:00:00Z");
            pump(stores);
            assertThat(stores.get().contact(ANA)).isEmpty();
            assertThat(stores.get().profile(ANA)).isEmpty();
            for (Notice.State state : Notice.State.values()) {
                assertThat(stores.get().notices(state, 9)).isEmpty();
            }
        }
        assertThat(ear.heard()).isEmpty();
        assertThat(stores.get().postings(ANA).count()).isEqualTo(postings);
    }

    /** The store of a process that ends when it is about to keep a contact, as soon as a gift is booked. */
    private static class Ending extends ForwardingStore {
        private final boolean keepsFirst;
        boolean over;

        /** @param keepsFirst whether it ends behind that instead */
        Ending(LoyaltyStore store, boolean keepsFirst) {
            super(store);
            this.keepsFirst = keepsFirst;
        }

        boolean now() {
            return store.posting(ANA, GIFT).isPresent();
        }

        @Override
        public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
            if (over || !now()) {
                return !over && super.keep(member, seen, next);
            }
            over = true;
            boolean kept = keepsFirst && store.keep(member, seen, next);
            throw new IllegalStateException("the process ends, and what it wanted to keep is kept: " + kept);
        }
    }
}
