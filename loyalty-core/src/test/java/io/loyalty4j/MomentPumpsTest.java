package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.MessageClass;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Two years of a member, told by whoever pumps: every day, by a process that never lives for two, by two at once, or seldom. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MomentPumpsTest extends RetentionFixture {
    private static final Map<String, String> ORDERS = new TreeMap<>(Map.of(
            "2026-03-02", "30.00",
            "2026-03-12", "30.00",
            "2026-03-22", "600.00",
            "2027-03-01", "30.00"));

    /** Thank-yous, birthdays and anniversaries are told for a week, pauses for a month, last days until they have passed. */
    private static final List<String> REMINDERS = List.of(
            "ana/~thank-you/o-2026-03-02",
            "ana/~win-back/2026-03-22T09:00:00Z",
            "ana/~birthday/2026",
            "ana/~expiring/2027-03-22",
            "ana/~jubilee/1",
            "ana/~win-back/2027-03-01T09:00:00Z",
            "ana/~birthday/2027",
            "ana/~at-risk/2027-12-31",
            "ana/~expiring/2028-03-01");

    private int turn;

    private LoyaltyEngine telling() {
        return running(retention().without("surprise").build());
    }

    /** In two years less a month. */
    private void lives(Duration pause, Runnable everyTime) {
        lives(pause, everyTime, "2028-02-01");
    }

    private void lives(Duration pause, Runnable everyTime, String last) {
        Instant end = Instant.parse(last + "T09:00:00Z");
        everyTime.run();
        comes(Member.of(ANA).birthday("06-15"));
        Duration passed = Duration.ZERO;
        while (!clock.instant().isAfter(end)) {
            String day = clock.instant().toString().substring(0, 10);
            if (ORDERS.containsKey(day)) {
                buys("o-" + day, ORDERS.get(day));
            }
            if (passed.toSeconds() % pause.toSeconds() == 0) {
                everyTime.run();
                pump();
            }
            clock.pass(Duration.ofDays(1));
            passed = passed.plusDays(1);
        }
    }

    private List<String> reminders() {
        return ear.ids().stream().filter(id -> id.contains("~")).toList();
    }

    @Test
    void every_day_tells_each_moment_once() {
        LoyaltyEngine one = telling();
        lives(Duration.ofDays(1), () -> loyalty = one);
        assertThat(reminders()).containsExactlyElementsOf(REMINDERS);
        assertThat(available()).isEqualTo(1190);
    }

    @Test
    void restarted_between_every_two_days_tells_the_same() {
        lives(Duration.ofDays(1), () -> {
            loyalty.close();
            loyalty = telling();
        });
        assertThat(reminders()).containsExactlyElementsOf(REMINDERS);
        assertThat(available()).isEqualTo(1190);
    }

    @Test
    void two_by_turns_tell_nothing_twice_and_nothing_never() {
        List<LoyaltyEngine> two = List.of(telling(), telling());
        lives(Duration.ofDays(1), () -> loyalty = two.get(turn++ % 2));
        assertThat(reminders()).containsExactlyElementsOf(REMINDERS);
        assertThat(available()).isEqualTo(1190);
    }

    @Test
    void once_a_week_tells_the_same_later() {
        LoyaltyEngine one = telling();
        lives(Duration.ofDays(7), () -> loyalty = one);
        assertThat(reminders()).containsExactlyElementsOf(REMINDERS);
        assertThat(available()).isEqualTo(1190);
    }

    @Test
    void every_two_months_leaves_out_what_is_too_late() {
        LoyaltyEngine one = telling();
        lives(Duration.ofDays(60), () -> loyalty = one);
        assertThat(reminders())
                .containsExactly(
                        "ana/~win-back/2026-03-22T09:00:00Z",
                        "ana/~expiring/2027-03-22",
                        "ana/~win-back/2027-03-01T09:00:00Z",
                        "ana/~at-risk/2027-12-31");
        assertThat(available()).isEqualTo(690);
    }

    @Test
    void what_moments_say_is_marketing_and_what_is_booked_is_not() {
        LoyaltyEngine one = telling();
        lives(Duration.ofDays(1), () -> loyalty = one, "2026-07-01");
        assertThat(ear.heard())
                .filteredOn(event -> event.messageClass() == MessageClass.TRANSACTIONAL)
                .extracting(LoyaltyEvent::kind)
                .containsExactly("Enrolled", "PointsEarned", "PointsEarned", "PointsEarned", "TierReached");
    }

    @Test
    void a_moment_of_a_later_version_comes_to_who_was_there_before() {
        loyalty = running(retention().without("birthday").without("jubilee").build());
        comes(Member.of(ANA).birthday("06-15"));
        walkTo("2026-04-30");
        loyalty = running(retention().version("2").inForceFrom("2026-05-01").build());
        walkTo("2027-03-02");
        assertThat(reminders()).containsExactly("ana/~birthday/2026", "ana/~jubilee/1");
        assertThat(available()).isEqualTo(250);
    }

    @Test
    void an_engine_that_tells_nobody_leaves_it_all_to_one_that_does() {
        LoyaltyEngine silent = running(builder(retention().build()).tellingNobody());
        LoyaltyEngine telling = loyalty;
        loyalty = silent;
        comes(Member.of(ANA).birthday("06-15"));
        walkTo("2026-06-15");
        assertThat(ear.heard()).isEmpty();
        assertThat(available()).isZero();
        loyalty = telling;
        walkTo("2026-06-16");
        assertThat(ear.kinds(ANA)).containsExactly("Enrolled", "Birthday");
    }

    @Test
    void who_is_frozen_is_told_and_given_nothing_unless_it_ends_in_time() {
        LoyaltyEngine one = telling();
        loyalty = one;
        comes(Member.of(ANA).birthday("06-15"));
        walkTo("2026-06-10");
        loyalty.execute(StatusChange.freeze(ANA, "case-1").by("agent-1").because("fraud"))
                .receipt();
        walkTo("2026-06-18");
        assertThat(reminders()).isEmpty();
        assertThat(available()).isZero();
        loyalty.execute(StatusChange.unfreeze(ANA, "case-1-over").by("agent-1").because("fraud"))
                .receipt();
        walkTo("2026-06-19");
        assertThat(reminders()).containsExactly("ana/~birthday/2026");
        assertThat(available()).isEqualTo(250);
    }

    @Test
    void who_is_forgotten_is_told_and_given_nothing() {
        LoyaltyEngine one = telling();
        loyalty = one;
        comes(Member.of(ANA).birthday("06-15"));
        buys("A-1", "600.00");
        pump();
        ear.forget();
        loyalty.execute(StatusChange.forget(ANA, "gdpr-1").by("agent-1").because("asked-for"))
                .receipt();
        walkTo("2028-02-01", Duration.ofDays(3));
        assertThat(ear.heard()).isEmpty();
        assertThat(heldBack()).isEmpty();
        assertThat(store.contact(ANA)).isEmpty();
    }
}
