package io.loyalty4j.notify;

import static io.loyalty4j.ledger.Shop.ANA;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Birthdays, anniversaries and long pauses: on which day they are told, and when no more. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReminderDaysTest {
    private final Shop shop = Shop.with(aPointPerDollar()).at("2025-01-10");
    private final Pump pump = new Pump(shop);

    private void looksAt(String when) {
        shop.at(when);
        pump.look();
    }

    /** Moves to the next instant at which something may be due, and tells it. */
    private Instant looksWhenDue() {
        shop.at(pump.next.orElseThrow());
        pump.look();
        return shop.now();
    }

    @Nested
    class A_birthday {
        private void isOn(String day) {
            pump.enrols(Member.of(ANA).birthday(day));
            pump.look();
        }

        @Test
        void of_29_february_is_kept_on_the_28th_of_common_years() {
            pump.moment("birthday", Moment.onBirthday());
            isOn("02-29");
            for (int year = 2025; year <= 2028; year++) {
                looksWhenDue();
            }
            assertThat(pump.told)
                    .containsExactly(
                            "2025-02-28T05:00:00Z ana/~birthday/2025",
                            "2026-02-28T05:00:00Z ana/~birthday/2026",
                            "2027-02-28T05:00:00Z ana/~birthday/2027",
                            "2028-02-29T05:00:00Z ana/~birthday/2028");
        }

        @Test
        void begins_in_the_members_zone() {
            pump.moment("birthday", Moment.onBirthday());
            pump.enrols(Member.of(ANA).birthday("06-01").zone("Pacific/Kiritimati"));
            pump.look();
            assertThat(looksWhenDue()).isEqualTo("2025-05-31T10:00:00Z");
            assertThat(pump.events.get(0).messageClass()).isEqualTo(MessageClass.MARKETING);
        }

        @Test
        void begins_when_the_day_does_where_clocks_skip_midnight() {
            pump.moment("birthday", Moment.onBirthday());
            pump.enrols(Member.of(ANA).birthday("04-25").zone("Africa/Cairo"));
            pump.look();
            assertThat(looksWhenDue()).isEqualTo("2025-04-24T22:00:00Z");
            assertThat(pump.ids()).containsExactly("ana/~birthday/2025");
        }

        @Test
        void is_told_once_however_often_it_is_looked_for() {
            pump.moment("birthday", Moment.onBirthday());
            isOn("06-01");
            looksAt("2025-06-01T09:00");
            looksAt("2025-06-01T09:00");
            looksAt("2025-06-07T23:59");
            assertThat(pump.ids()).containsExactly("ana/~birthday/2025");
        }

        @Test
        void is_told_for_a_week_even_across_the_new_year_and_then_no_more() {
            pump.moment("birthday", Moment.onBirthday());
            isOn("12-28");
            looksAt("2026-01-03T23:59:59.999");
            assertThat(pump.ids()).containsExactly("ana/~birthday/2025");
            looksAt("2027-01-04");
            assertThat(pump.ids()).hasSize(1);
        }

        @Test
        void that_is_changed_comes_at_most_once_a_year() {
            pump.moment("birthday", Moment.onBirthday());
            isOn("02-01");
            looksWhenDue();
            isOn("11-01");
            assertThat(looksWhenDue()).isEqualTo("2026-11-01T04:00:00Z");
            assertThat(pump.ids()).containsExactly("ana/~birthday/2025", "ana/~birthday/2026");
        }

        @Test
        void that_is_changed_does_not_come_twice_in_six_months() {
            pump.moment("birthday", Moment.onBirthday());
            isOn("12-01");
            looksWhenDue();
            isOn("05-31");
            assertThat(looksWhenDue()).isEqualTo("2027-05-31T04:00:00Z");
        }

        @Test
        void that_is_changed_comes_after_six_months_in_the_next_year() {
            pump.moment("birthday", Moment.onBirthday());
            isOn("12-01");
            looksWhenDue();
            isOn("06-01");
            assertThat(looksWhenDue()).isEqualTo("2026-06-01T04:00:00Z");
        }

        @Test
        void that_was_entered_shortly_before_is_left_out() {
            pump.moment("birthday", Moment.onBirthday().coolingOff(Period.ofDays(30)));
            isOn("02-08");
            assertThat(looksWhenDue()).isEqualTo("2026-02-08T05:00:00Z");
        }

        @Test
        void that_was_entered_long_enough_before_is_kept() {
            pump.moment("birthday", Moment.onBirthday().coolingOff(Period.ofDays(30)));
            isOn("02-09");
            assertThat(looksWhenDue()).isEqualTo("2025-02-09T05:00:00Z");
        }

        @Test
        void that_was_entered_after_the_day_waits_for_the_next() {
            pump.moment("birthday", Moment.onBirthday());
            isOn("01-09");
            assertThat(pump.told).isEmpty();
            assertThat(pump.next).contains(Instant.parse("2026-01-09T05:00:00Z"));
        }

        @Test
        void that_was_first_seen_late_was_known_since_the_member_came() {
            pump.moment("birthday", Moment.onBirthday().coolingOff(Period.ofDays(30)));
            pump.enrols(Member.of(ANA).birthday("03-01"));
            looksAt("2025-03-02");
            assertThat(pump.ids()).containsExactly("ana/~birthday/2025");
        }

        @Test
        void that_was_entered_after_a_look_without_one_cools_off_since_then() {
            pump.moment("birthday", Moment.onBirthday().coolingOff(Period.ofDays(30)));
            pump.enrols(Member.of(ANA));
            looksAt("2025-02-20");
            isOn("03-01");
            looksAt("2025-03-02");
            assertThat(pump.told).isEmpty();
        }

        @Test
        void that_nobody_knows_is_not_waited_for() {
            pump.moment("birthday", Moment.onBirthday());
            pump.enrols(Member.of(ANA));
            pump.look();
            assertThat(pump.next).isEmpty();
        }
    }

    @Nested
    class An_anniversary {
        @Test
        void counts_years_in_the_programs_zone_and_not_the_first_day() {
            pump.moment("years", Moment.onAnniversary())
                    .enrols(Member.of(ANA).zone("Asia/Tokyo"))
                    .look();
            looksWhenDue();
            looksWhenDue();
            assertThat(pump.told)
                    .containsExactly("2026-01-10T05:00:00Z ana/~years/1", "2027-01-10T05:00:00Z ana/~years/2");
            assertThat(pump.events.get(1))
                    .isInstanceOfSatisfying(
                            LoyaltyEvent.Anniversary.class,
                            event -> assertThat(event.years()).isEqualTo(2));
        }

        @Test
        void of_29_february_is_on_the_28th_and_on_the_29th_of_leap_years() {
            shop.at("2028-02-29T12:00");
            pump.moment("years", Moment.onAnniversary()).enrols(Member.of(ANA)).look();
            for (int year = 1; year <= 4; year++) {
                looksWhenDue();
            }
            assertThat(pump.told.get(0)).startsWith("2029-02-28");
            assertThat(pump.told.get(3)).startsWith("2032-02-29");
        }
    }

    @Nested
    class A_long_pause {
        private void buys(String day, String id) {
            shop.at(day).buys(id, "10.00");
            pump.look();
        }

        @Test
        void is_told_once_for_each_latest_order() {
            pump.moment("back", Moment.dormantFor(Period.ofDays(60))).enrols(Member.of(ANA));
            buys("2025-02-01T10:00", "A-1");
            buys("2025-03-01T10:00", "A-2");
            assertThat(looksWhenDue()).isEqualTo("2025-04-30T14:00:00Z");
            assertThat(pump.next).isEmpty();
            buys("2025-06-01T10:00", "A-3");
            looksWhenDue();
            assertThat(pump.ids()).containsExactly("ana/~back/2025-03-01T15:00:00Z", "ana/~back/2025-06-01T14:00:00Z");
        }

        @Test
        void goes_by_the_account_where_no_order_is_remembered() {
            pump.enrols(Member.of(ANA));
            buys("2025-02-01T10:00", "A-1");
            pump.memory = Memory.NOTHING;
            pump.moment("back", Moment.dormantFor(Period.ofDays(60))).look();
            assertThat(pump.next).contains(Instant.parse("2025-04-02T14:00:00Z"));
        }

        @Test
        void goes_by_the_median_gap_once_there_are_two() {
            pump.moment("back", Moment.dormantFor(3)).enrols(Member.of(ANA));
            buys("2025-02-01", "A-1");
            buys("2025-02-03", "A-2");
            assertThat(pump.next).isEmpty();
            buys("2025-02-13", "A-3");
            assertThat(pump.next).contains(Instant.parse("2025-03-03T05:00:00Z"));
            buys("2025-02-14", "A-4");
            assertThat(pump.next).contains(Instant.parse("2025-02-20T05:00:00Z"));
        }

        @Test
        void of_one_who_buys_all_the_time_is_counted_in_days() {
            pump.moment("back", Moment.dormantFor(3)).enrols(Member.of(ANA));
            for (int i = 0; i < 5; i++) {
                buys("2025-02-01T10:0" + i, "A-" + i);
            }
            assertThat(pump.next).contains(Instant.parse("2025-02-04T15:04:00Z"));
        }

        @Test
        void is_told_for_thirty_days_and_then_no_more() {
            pump.moment("back", Moment.dormantFor(Period.ofDays(60))).enrols(Member.of(ANA));
            buys("2025-02-01T10:00", "A-1");
            looksAt("2025-05-02T10:00");
            assertThat(pump.told).isEmpty();
            looksAt("2025-05-02T09:59:59.999");
            assertThat(pump.ids()).hasSize(1);
        }
    }

    @Nested
    class Limits {
        @Test
        void per_period_let_the_next_one_wait_for_the_next_period() {
            pump.moment("back", Moment.dormantFor(Period.ofDays(10)).oncePer(Window.MONTH))
                    .enrols(Member.of(ANA));
            shop.at("2025-03-01").buys("A-1", "10.00");
            looksAt("2025-03-11");
            shop.at("2025-03-12").buys("A-2", "10.00");
            pump.look();
            assertThat(looksWhenDue()).isEqualTo("2025-04-01T04:00:00Z");
            assertThat(pump.ids()).hasSize(2);
        }

        @Test
        void that_roll_count_from_when_it_was_told() {
            Moment back = Moment.dormantFor(Period.ofDays(3)).oncePer(Window.rolling(Duration.ofDays(10)));
            pump.moment("back", back).enrols(Member.of(ANA));
            shop.at("2025-03-01").buys("A-1", "10.00");
            looksAt("2025-03-04T12:00");
            shop.at("2025-03-05").buys("A-2", "10.00");
            pump.look();
            assertThat(looksWhenDue()).isEqualTo("2025-03-14T17:00:00Z");
        }

        @Test
        void of_a_life_are_for_ever() {
            pump.moment("back", Moment.dormantFor(Period.ofDays(3)).oncePer(Window.LIFETIME))
                    .enrols(Member.of(ANA));
            shop.at("2025-03-01").buys("A-1", "10.00");
            looksAt("2025-03-04T12:00");
            shop.at("2035-03-05").buys("A-2", "10.00");
            looksAt("2035-03-09");
            assertThat(pump.ids()).hasSize(1);
            assertThat(pump.next).isEmpty();
        }
    }

    @Test
    void a_season_lets_it_wait_for_its_begin_and_ends_it() {
        pump.moment("birthday", Moment.onBirthday().from("2025-06-03").through("2025-06-10"))
                .enrols(Member.of(ANA).birthday("06-01"))
                .look();
        assertThat(looksWhenDue()).isEqualTo("2025-06-03T04:00:00Z");
        assertThat(pump.ids()).hasSize(1);
        assertThat(pump.next).isEmpty();
    }

    @Test
    void a_condition_is_asked_anew_each_day_as_long_as_it_is_not_too_late() {
        pump.moment("birthday", Moment.onBirthday())
                .enrols(Member.of(ANA).birthday("06-01"))
                .look();
        pump.holds = moment -> false;
        assertThat(looksWhenDue()).isEqualTo("2025-06-01T04:00:00Z");
        assertThat(looksWhenDue()).isEqualTo("2025-06-02T04:00:00Z");
        pump.holds = moment -> true;
        assertThat(looksWhenDue()).isEqualTo("2025-06-03T04:00:00Z");
        assertThat(pump.ids()).hasSize(1);
    }

    @Test
    void nothing_is_told_to_a_frozen_account_and_in_time_when_it_opens() {
        pump.moment("birthday", Moment.onBirthday())
                .enrols(Member.of(ANA).birthday("06-01"))
                .look();
        shop.says(StatusChange.freeze(ANA, "S-1").by("agent").because("fraud"));
        looksAt("2025-06-02");
        assertThat(pump.told).isEmpty();
        assertThat(pump.next).isEmpty();
        shop.says(StatusChange.unfreeze(ANA, "S-2").by("agent").because("fraud"));
        looksAt("2025-06-03");
        assertThat(pump.ids()).hasSize(1);
    }
}
