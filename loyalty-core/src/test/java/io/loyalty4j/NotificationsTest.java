package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.Notifications;
import io.loyalty4j.notify.Patience;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.store.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What members are told of what was booked: everything, in order, again until it is heard, and not for ever. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class NotificationsTest extends EngineFixture {
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("telling")
            .currency("GBP")
            .zone("Europe/London")
            .earn("base", points(1).per("1.00"))
            .reward("cash-5", discount("5.00").costs(50))
            .build();
    private static final Patience PATIENCE = new Patience(
            4, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofMinutes(1), 4);

    private final Ear ear = new Ear();
    private final LoyaltyEngine engine = LoyaltyEngine.builder(PROGRAM)
            .store(store)
            .clock(clock)
            .notifications(ear)
            .patience(PATIENCE)
            .build();

    @AfterEach
    void close() {
        engine.close();
    }

    private void buys(MemberId member, String id, String price) {
        engine.purchase(order(member, id, price));
    }

    /** Long enough for whoever waits for the end of a pause. */
    private void muchLater() {
        clock.pass(Duration.ofMinutes(2));
        engine.runDue();
    }

    @Test
    void come_in_the_order_in_which_it_was_booked_with_the_same_id_for_ever() {
        buys(ANA, "1", "60.00");
        engine.purchase(order(ANA, "2", "30.00").redeem("cash-5"));
        engine.cancel(order(ANA, "2", "30.00"));
        assertThat(ear.heard()).isEmpty();
        assertThat(engine.runDue().told()).isEqualTo(ear.heard().size());
        assertThat(ear.kinds(ANA))
                .containsSubsequence(
                        "Enrolled",
                        "PointsEarned",
                        "PointsRedeemed",
                        "RewardUsed",
                        "PointsRestored",
                        "PointsClawedBack");
        assertThat(ear.ids()).doesNotHaveDuplicates().isSorted().allMatch(id -> id.startsWith("ana/"));
        assertThat(engine.runDue().told()).isZero();
        assertThat(store.contacts(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void wait_until_somebody_asks_and_a_replay_or_a_refusal_tells_nothing() {
        buys(ANA, "1", "60.00");
        engine.runDue();
        int before = ear.heard().size();
        buys(ANA, "1", "60.00");
        engine.purchase(order(ANA, "9", "30.00").redeem("cash-5").redeem("cash-5"));
        engine.purchase(order(BEN, "1", "30.00").redeem("cash-5"));
        engine.runDue();
        assertThat(ear.heard()).hasSize(before);
    }

    @Nested
    final class That_fail {
        private void failsFor(MemberId member) {
            ear.first(event -> {
                if (event.member().equals(member) && event instanceof PointsEarned) {
                    throw new IllegalStateException("the mail server is away");
                }
            });
        }

        @Test
        void are_told_again_after_a_growing_pause_and_hold_up_nobody_else() {
            failsFor(ANA);
            buys(ANA, "1", "60.00");
            engine.runDue();
            List<Long> pauses = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Instant due = store.contact(ANA).orElseThrow().dueAt().orElseThrow();
                pauses.add(Duration.between(clock.instant(), due).toMillis());
                buys(BEN, "b-" + i, "10.00");
                engine.runDue();
                assertThat(ear.kinds(BEN)).hasSize(i + 2);
                clock.set(due);
                engine.runDue();
            }
            assertThat(pauses.get(0)).isBetween(5_000L, 15_000L);
            assertThat(pauses.get(1)).isBetween(10_000L, 30_000L);
            assertThat(pauses.get(2)).isBetween(20_000L, 60_000L);
            assertThat(ear.kinds(ANA)).containsExactly("Enrolled");
            assertThat(engine.notifications().status().parked()).isEqualTo(1);
        }

        @Test
        void are_parked_with_the_reason_and_the_next_one_follows() {
            failsFor(ANA);
            buys(ANA, "1", "60.00");
            engine.purchase(order(ANA, "2", "30.00").redeem("cash-5"));
            for (int i = 0; i < 10; i++) {
                muchLater();
            }
            assertThat(ear.kinds(ANA)).containsExactly("Enrolled", "PointsRedeemed", "RewardUsed");
            assertThat(engine.notifications().parked(10)).hasSize(2).allSatisfy(notice -> {
                assertThat(notice.reason()).contains("the mail server is away");
                assertThat(notice.kind()).isEqualTo("PointsEarned");
                assertThat(notice.attempts()).isEqualTo(4);
                assertThat(notice.state()).isEqualTo(Notice.State.PARKED);
            });
            assertThat(engine.runDue().parked()).isEqualTo(2);
        }

        @Test
        void and_are_parked_are_told_when_a_person_wants_it_or_dropped() {
            failsFor(ANA);
            buys(ANA, "1", "60.00");
            buys(ANA, "2", "7.00");
            for (int i = 0; i < 10; i++) {
                muchLater();
            }
            ear.first(event -> {});
            Notifications notifications = engine.notifications();
            List<Notice> parked = notifications.parked(10);
            notifications.retry(parked.get(1));
            notifications.drop(parked.get(0));
            assertThat(notifications.parked(10)).isEmpty();
            engine.runDue();
            assertThat(ear.heard())
                    .last()
                    .isInstanceOfSatisfying(
                            PointsEarned.class,
                            event -> assertThat(event.points()).isEqualTo(7));
            assertThat(parked.get(1).id()).isEqualTo(ear.heard().get(1).id() + "@any");
            assertThat(store.contacts(Instant.MAX, 10)).isEmpty();
        }

        @Test
        void are_not_hurried_by_what_is_booked_meanwhile() {
            failsFor(ANA);
            buys(ANA, "1", "60.00");
            engine.runDue();
            Instant due = store.contact(ANA).orElseThrow().dueAt().orElseThrow();
            buys(ANA, "2", "60.00");
            assertThat(store.contact(ANA).orElseThrow().dueAt()).contains(due);
            assertThat(store.contact(ANA).orElseThrow().news().orElseThrow().through())
                    .isEqualTo(2);
        }
    }

    @Nested
    final class On_several_channels {
        private final Ear phone = new Ear();
        private final LoyaltyEngine both = LoyaltyEngine.builder(PROGRAM)
                .store(store)
                .clock(clock)
                .patience(PATIENCE)
                .notifications(Channel.together(Channel.of("email", ear), Channel.of("push", phone)))
                .build();

        @Test
        void reach_each_once_while_the_other_fails() {
            phone.first(event -> {
                throw new IllegalStateException("no signal");
            });
            both.purchase(order(ANA, "1", "60.00"));
            both.runDue();
            assertThat(ear.kinds(ANA)).containsExactly("Enrolled");
            assertThat(store.contact(ANA).orElseThrow().news().orElseThrow().channels())
                    .isEqualTo(Set.of("email"));
            phone.first(event -> {});
            clock.pass(Duration.ofMinutes(2));
            both.runDue();
            assertThat(ear.kinds(ANA)).containsExactly("Enrolled", "PointsEarned");
            assertThat(phone.kinds(ANA)).containsExactly("Enrolled", "PointsEarned");
            both.close();
        }
    }

    @Nested
    final class To_whom_calls_back {
        /** A listener that books finds no lock, and what it books is told in its turn. */
        @Test
        void never_stand_in_the_way() {
            ear.first(event -> {
                if (event instanceof PointsEarned earned && earned.points() > 1) {
                    engine.purchase(order(event.member(), "thanks-" + earned.points(), earned.points() / 2 + ".00"));
                    assertThat(engine.runDue().told()).as("told from within").isZero();
                }
            });
            buys(ANA, "1", "64.00");
            for (int i = 0; i < 10; i++) {
                engine.runDue();
            }
            assertThat(ear.heard().stream()
                            .filter(PointsEarned.class::isInstance)
                            .map(event -> ((PointsEarned) event).points()))
                    .containsExactly(64L, 32L, 16L, 8L, 4L, 2L, 1L);
        }
    }

    @Test
    void tell_nothing_of_who_was_forgotten() {
        buys(ANA, "1", "64.00");
        engine.execute(StatusChange.forget(ANA, "gdpr-1").by("agent-1").because("asked-for"));
        engine.runDue();
        assertThat(ear.heard()).isEmpty();
        assertThat(store.contact(ANA)).isEmpty();
        buys(ANA, "2", "64.00");
        engine.runDue();
        assertThat(ear.heard()).isEmpty();
        assertThat(store.contact(ANA)).isEmpty();
    }

    @Test
    void lag_is_how_long_somebody_waits_to_be_looked_at() {
        assertThat(engine.notifications().status()).isEqualTo(new Notifications.Status(Duration.ZERO, 0, 0));
        buys(ANA, "1", "64.00");
        clock.pass(Duration.ofMinutes(7));
        assertThat(engine.notifications().status().lag()).isEqualTo(Duration.ofMinutes(7));
        engine.runDue();
        assertThat(engine.notifications().status().lag()).isZero();
    }

    @Test
    void are_told_by_a_bounded_number_a_round() {
        for (int i = 0; i < 300; i++) {
            buys(MemberId.of("m" + i), "1", "5.00");
        }
        assertThat(engine.runDue()).satisfies(report -> {
            assertThat(report.told()).isEqualTo(512);
            assertThat(report.more()).isTrue();
        });
        assertThat(engine.runDue()).satisfies(report -> {
            assertThat(report.told()).isEqualTo(88);
            assertThat(report.more()).isFalse();
        });
        for (int i = 0; i < 130; i++) {
            buys(ANA, "a" + i, "5.00");
        }
        assertThat(engine.runDue().told()).isEqualTo(100);
        assertThat(engine.runDue().told()).isEqualTo(31);
        assertThat(ear.ids()).doesNotHaveDuplicates();
    }
}
