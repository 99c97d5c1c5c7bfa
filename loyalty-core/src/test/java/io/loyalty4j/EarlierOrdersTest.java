package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.daysSinceLastOrder;
import static io.loyalty4j.earn.Conditions.everyNthOrder;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.ordersFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.ledger.Change.CounterSet;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierLadder;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Members of an earlier program have ordered before. It is one o'clock in London, on 1 June 2026. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EarlierOrdersTest extends StaffFixture {
    private static OpeningBalance ordered(long times, String lastDay) {
        return OpeningBalance.of(ANA, "legacy").ordered(times, lastDay);
    }

    private static ProgramBuilder giving(EarnRule bonus) {
        return Programs.plain().earn("bonus", bonus);
    }

    private void runs(ProgramBuilder program) {
        loyalty = staffed(program);
    }

    /** Beside the point of the pound. */
    private long bonus(String id) {
        return loyalty.purchase(order(ANA, id, "1.00")).receipt().earned() - 1;
    }

    private Instant lastOrder() {
        return account().lastOrder().orElseThrow();
    }

    @Nested
    final class Rules_of_the_history {
        @Test
        void give_nothing_for_a_first_order_that_was_in_the_earlier_program() {
            runs(giving(points(100).perOrder().when(firstOrder())));
            booked(ordered(1, "2026-03-01"));

            assertThat(bonus("o-1")).isZero();
            assertThat(loyalty.quote(order(ANA, "o-2", "1.00")).points()).isEqualTo(1);
        }

        @Test
        void count_on_from_the_orders_of_before() {
            runs(giving(points(100).perOrder().when(everyNthOrder(5))));
            booked(ordered(3, "2026-03-01"));

            assertThat(bonus("o-4")).isZero();
            assertThat(bonus("o-5")).isEqualTo(100);
            assertThat(bonus("o-6")).isZero();
        }

        @Test
        void add_up_what_several_programs_bring() {
            runs(giving(points(100).perOrder().when(ordersFrom(5))));
            booked(ordered(3, "2026-03-01"));
            booked(OpeningBalance.of(ANA, "older").ordered(2, "2019-12-31"));

            assertThat(bonus("o-1")).isEqualTo(100);
            assertThat(lastOrder()).isEqualTo("2026-06-01T12:00:00Z");
        }

        @Test
        void keep_the_orders_of_before_when_those_of_the_program_come_back() {
            runs(giving(points(100).perOrder().when(ordersFrom(2))));
            booked(ordered(1, "2026-03-01"));
            assertThat(bonus("o-1")).isZero();
            loyalty.cancel(order(ANA, "o-1", "1.00")).receipt();

            assertThat(bonus("o-2")).isZero();
            assertThat(bonus("o-3")).isEqualTo(100);
        }

        @Test
        void give_an_order_what_they_gave_it_before_the_opening_balance_also_when_it_is_edited() {
            runs(giving(points(100).perOrder().when(firstOrder())));
            assertThat(bonus("o-1")).isEqualTo(100);
            booked(ordered(12, "2026-03-01"));
            Order more = order(ANA, "o-1", "3.00").revision(2);
            loyalty.purchase(more).receipt();

            assertThat(account().available()).isEqualTo(103);
        }

        @Test
        void reckon_the_pause_from_the_last_day_in_the_programs_zone() {
            clock.set("2026-05-20T12:00:00Z");
            runs(giving(points(100).perOrder().when(daysSinceLastOrder(30))));
            booked(ordered(1, "2026-05-02"));
            clock.set("2026-05-31T22:59:59Z");
            assertThat(loyalty.quote(order(ANA, "o-1", "1.00")).points()).isEqualTo(1);
            clock.set("2026-05-31T23:00:00Z");
            assertThat(bonus("o-1")).isEqualTo(100);
            assertThat(bonus("o-2")).isZero();
        }
    }

    @Nested
    final class The_last_order {
        @Test
        void was_at_the_first_instant_of_its_day() {
            booked(ordered(12, "2026-05-02"));
            assertThat(lastOrder()).isEqualTo("2026-05-01T23:00:00Z");
        }

        @Test
        void may_have_been_today_before_any_other_of_the_day() {
            booked(ordered(12, "2026-06-01"));
            assertThat(lastOrder()).isEqualTo("2026-05-31T23:00:00Z");
            loyalty.purchase(order(ANA, "o-1", "1.00")).receipt();
            assertThat(lastOrder()).isEqualTo("2026-06-01T12:00:00Z");
        }

        @Test
        void is_not_set_back_to_an_earlier_one() {
            loyalty.purchase(order(ANA, "o-1", "1.00")).receipt();
            booked(ordered(12, "2026-03-01"));
            assertThat(lastOrder()).isEqualTo("2026-06-01T12:00:00Z");
        }

        @Test
        void is_the_latest_of_all_that_are_brought() {
            booked(ordered(12, "2026-03-01"));
            booked(OpeningBalance.of(ANA, "older").ordered(2, "1969-07-20"));
            assertThat(lastOrder()).isEqualTo("2026-03-01T00:00:00Z");
        }

        @Test
        void may_be_older_than_any_clock() {
            booked(ordered(2, "1969-07-20"));
            assertThat(lastOrder()).isEqualTo("1969-07-19T23:00:00Z");
        }

        @Test
        void is_not_yet_to_come() {
            assertThat(refused(ordered(1, "2026-06-02")))
                    .isEqualTo(new Refusal.NotYetHappened(
                            Instant.parse("2026-06-01T23:00:00Z"), Instant.parse("2026-06-01T12:00:00Z")));
            nothingWasWritten(ANA);
        }

        @Test
        void may_be_tomorrow_by_a_clock_that_is_a_little_ahead_and_is_now_then() {
            clock.set("2026-06-01T22:57:00Z");
            booked(ordered(1, "2026-06-02"));
            assertThat(lastOrder()).isEqualTo("2026-06-01T22:57:00Z");
        }
    }

    @Test
    void nothing_is_noted_of_orders_if_none_are_said() {
        OpeningBalance plain = OpeningBalance.of(ANA, "legacy").points(10);
        assertThat(plain.facts()).containsOnlyKeys("opening", "lot.0.points");

        booked(plain);

        assertThat(account().lastOrder()).isEmpty();
        assertThat(loyalty.journal(ANA).postings())
                .noneMatch(
                        posting -> posting.changes(CounterSet.class).findAny().isPresent());
    }

    @Test
    void they_count_for_no_tier() {
        runs(Programs.plain().tiers(TierLadder.byOrders().base("BLUE").tier("SILVER", 1)));
        booked(ordered(12, "2026-05-02"));
        assertThat(account().tier().code()).isEqualTo("BLUE");
    }

    @Test
    void who_has_ordered_before_comes_through_no_friend() {
        runs(giving(referral().toReferrer(500).toFriend(200).returnableFor(Period.ofDays(14))));
        booked(ordered(1, "2026-03-01"));
        loyalty.purchase(order(BEN, "b-1", "1.00")).receipt();

        assertThat(refused(Referral.accept(ANA, BEN)))
                .isEqualTo(new Refusal.ReferralNotAccepted("the member has bought before"));
    }

    @Test
    void they_go_over_with_all_else_when_accounts_become_one() {
        runs(giving(points(100).perOrder().when(everyNthOrder(5))));
        booked(OpeningBalance.of(BEN, "legacy").ordered(3, "2026-05-02"));
        booked(ordered(1, "2026-03-01"));
        booked(Merge.of(BEN, "case-9").into(ANA).by("agent-12").because("two cards"));

        assertThat(lastOrder()).isEqualTo("2026-05-01T23:00:00Z");
        assertThat(bonus("o-5")).isEqualTo(100);
    }
}
