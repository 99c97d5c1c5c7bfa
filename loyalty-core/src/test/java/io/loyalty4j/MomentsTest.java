package io.loyalty4j;

import static io.loyalty4j.program.Moment.dormantFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.notify.LoyaltyEvent.Anniversary;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.Dormant;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.RewardExpiring;
import io.loyalty4j.notify.LoyaltyEvent.ThankYouDue;
import io.loyalty4j.notify.LoyaltyEvent.TierAtRisk;
import io.loyalty4j.notify.LoyaltyEvent.TierKept;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.notify.MessageClass;
import io.loyalty4j.notify.MomentGift;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.RewardRefusal.VoucherNotAccepted;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each moment comes on its day, with its gift, once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MomentsTest extends RetentionFixture {
    private static final MomentGift THANKS = new MomentGift(0, List.of("thanks-5"));

    @Nested
    final class Thank_you {
        @Test
        void comes_half_an_hour_after_the_first_order_and_no_other() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            pumpAt("2026-03-02T09:29:59Z");
            assertThat(told(ThankYouDue.class)).isEmpty();
            pumpAt("2026-03-02T09:30:00Z");
            buys("A-2", "30.00");
            pumpAt("2026-03-02T10:30:00Z");
            assertThat(told(ThankYouDue.class)).singleElement().satisfies(event -> {
                assertThat(event.id()).isEqualTo("ana/~thank-you/A-1");
                assertThat(event.at()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
                assertThat(event.order()).isEqualTo("A-1");
                assertThat(event.gift()).isEqualTo(THANKS);
                assertThat(event.messageClass()).isEqualTo(MessageClass.MARKETING);
            });
        }

        @Test
        void brings_a_code_that_an_order_redeems_once() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            pumpAt("2026-03-02T09:30:00Z");
            VoucherIssued issued = told(VoucherIssued.class).get(0);
            assertThat(issued.messageClass()).isEqualTo(MessageClass.MARKETING);
            assertThat(issued.until()).isEqualTo(Instant.parse("2026-03-05T09:30:00Z"));
            assertThat(loyalty.quote(order("A-2", "25.00").voucher(issued.code()))
                            .discount()
                            .amount())
                    .isEqualByComparingTo("5.00");
            buysWith(issued.code(), "A-2").receipt();
            assertThat(buysWith(issued.code(), "A-3").refusal()).contains(new VoucherNotAccepted());
        }

        @Test
        void code_is_over_after_its_time() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            pumpAt("2026-03-02T09:30:00Z");
            String code = told(VoucherIssued.class).get(0).code();
            assertThat(told(RewardExpiring.class))
                    .as("it lives for less than the notice")
                    .isEmpty();
            clock.set("2026-03-05T09:30:00Z");
            assertThat(buysWith(code, "A-2")).isInstanceOf(Outcome.Refused.class);
        }

        @Test
        void is_none_for_an_order_that_was_cancelled_before() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            pumpAt("2026-03-02T09:10:00Z");
            loyalty.cancel(order("A-1", "30.00")).receipt();
            walkTo("2026-03-12", Duration.ofMinutes(30));
            assertThat(told(ThankYouDue.class)).isEmpty();
            assertThat(told(VoucherIssued.class)).isEmpty();
        }

        @Test
        void is_none_for_an_order_that_was_cancelled_before_anybody_looked() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            loyalty.cancel(order("A-1", "30.00")).receipt();
            pumpAt("2026-03-02T12:00:00Z");
            assertThat(told(ThankYouDue.class)).isEmpty();
        }

        @Test
        void is_none_a_week_late() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            pumpAt("2026-03-09T09:30:00Z");
            assertThat(told(ThankYouDue.class)).isEmpty();
            assertThat(told(VoucherIssued.class)).isEmpty();
        }

        @Test
        void is_told_by_who_comes_before_a_week_has_passed() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            pumpAt("2026-03-09T09:29:59Z");
            assertThat(told(ThankYouDue.class)).hasSize(1);
        }
    }

    @Nested
    final class Birthday_gift {
        @Test
        void comes_at_midnight_where_the_member_lives_each_year_once() {
            comes(Member.of(ANA).birthday("06-15").zone("America/New_York"));
            walkTo("2026-06-14");
            pumpAt("2026-06-15T03:59:59Z");
            assertThat(told(Birthday.class)).isEmpty();
            pumpAt("2026-06-15T04:00:00Z");
            assertThat(told(Birthday.class)).singleElement().satisfies(event -> {
                assertThat(event.gift()).isEqualTo(new MomentGift(250, List.of()));
                assertThat(event.at()).isEqualTo(Instant.parse("2026-06-15T04:00:00Z"));
            });
            assertThat(available()).isEqualTo(250);
            walkTo("2028-01-01");
            assertThat(ids(Birthday.class)).containsExactly("ana/~birthday/2026", "ana/~birthday/2027");
            assertThat(told(PointsEarned.class)).as("the message says it").isEmpty();
        }

        @Test
        void of_29_February_comes_on_the_28th_of_common_years() {
            comes(Member.of(ANA).birthday("02-29"));
            walkTo("2028-03-10");
            assertThat(told(Birthday.class))
                    .extracting(event -> event.at().toString())
                    .containsExactly("2027-02-27T23:00:00Z", "2028-02-28T23:00:00Z");
        }

        @Test
        void is_none_for_one_that_was_entered_shortly_before() {
            comes(Member.of(ANA).birthday("03-31"));
            walkTo("2027-04-02");
            assertThat(ids(Birthday.class)).containsExactly("ana/~birthday/2027");
        }

        @Test
        void comes_for_one_that_was_entered_thirty_days_before() {
            comes(Member.of(ANA).birthday("04-01"));
            walkTo("2026-04-02");
            assertThat(ids(Birthday.class)).containsExactly("ana/~birthday/2026");
        }

        /** Nothing is booked when a profile changes. */
        @Test
        void comes_for_one_that_was_entered_later() {
            comes(Member.of(ANA));
            walkTo("2026-03-20");
            int version = (int) store.postings(ANA).count();
            comes(Member.of(ANA).birthday("06-15"));
            assertThat(store.postings(ANA)).hasSize(version);
            walkTo("2026-06-16");
            assertThat(ids(Birthday.class)).containsExactly("ana/~birthday/2026");
        }

        @Test
        void is_not_had_twice_by_who_changes_it() {
            comes(Member.of(ANA).birthday("04-15"));
            walkTo("2026-04-20");
            comes(Member.of(ANA).birthday("06-15"));
            walkTo("2026-08-01");
            comes(Member.of(ANA).birthday("11-30"));
            walkTo("2027-03-01");
            assertThat(ids(Birthday.class)).containsExactly("ana/~birthday/2026");
            assertThat(available()).isEqualTo(250);
            walkTo("2027-12-01");
            assertThat(ids(Birthday.class)).containsExactly("ana/~birthday/2026", "ana/~birthday/2027");
        }

        @Test
        void is_not_had_again_within_six_months_in_another_year() {
            comes(Member.of(ANA).birthday("10-01"));
            walkTo("2026-11-01");
            comes(Member.of(ANA).birthday("02-15"));
            walkTo("2027-12-01");
            assertThat(ids(Birthday.class)).containsExactly("ana/~birthday/2026");
            walkTo("2028-02-16");
            assertThat(ids(Birthday.class)).containsExactly("ana/~birthday/2026", "ana/~birthday/2028");
        }

        @Test
        void is_none_once_it_is_taken_back() {
            comes(Member.of(ANA).birthday("06-15"));
            walkTo("2026-06-01");
            comes(Member.of(ANA));
            walkTo("2026-07-01");
            assertThat(told(Birthday.class)).isEmpty();
        }
    }

    @Nested
    final class Expiry_reminder {
        @Test
        void comes_thirty_days_before_the_last_day_once() {
            buysOnceAndWalksTo("2027-03-10");
            assertThat(told(PointsExpiringSoon.class)).singleElement().satisfies(event -> {
                assertThat(event.points()).isEqualTo(30);
                assertThat(event.lastDay()).isEqualTo(LocalDate.of(2027, 3, 2));
                assertThat(event.at()).isEqualTo(Instant.parse("2027-01-30T23:00:00Z"));
            });
            assertThat(available()).isZero();
        }

        @Test
        void is_none_before_a_purchase_prolongs_and_comes_for_the_new_date() {
            buysOnceAndWalksTo("2027-01-20");
            buys("A-2", "7.00");
            walkTo("2028-01-30");
            assertThat(told(PointsExpiringSoon.class)).singleElement().satisfies(event -> {
                assertThat(event.points()).isEqualTo(37);
                assertThat(event.lastDay()).isEqualTo(LocalDate.of(2028, 1, 20));
                assertThat(event.at()).isEqualTo(Instant.parse("2027-12-20T23:00:00Z"));
            });
        }

        @Test
        void comes_again_for_the_new_date_when_a_purchase_prolongs_behind_it() {
            buysOnceAndWalksTo("2027-02-10");
            buys("A-2", "7.00");
            walkTo("2028-02-20");
            assertThat(told(PointsExpiringSoon.class))
                    .extracting(PointsExpiringSoon::lastDay)
                    .containsExactly(LocalDate.of(2027, 3, 2), LocalDate.of(2028, 2, 10));
        }

        private void buysOnceAndWalksTo(String day) {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            walkTo(day);
        }
    }

    @Nested
    final class Tier_reminder {
        @Test
        void comes_sixty_days_before_the_last_day_with_what_is_missing() {
            comes(Member.of(ANA));
            buys("A-1", "600.00");
            walkTo("2027-05-01");
            buys("A-2", "130.00");
            walkTo("2028-01-05");
            assertThat(told(TierAtRisk.class)).singleElement().satisfies(event -> {
                assertThat(event.tier()).isEqualTo("GOLD");
                assertThat(event.missing()).isEqualByComparingTo(new BigDecimal("370"));
                assertThat(event.by()).isEqualTo(LocalDate.of(2027, 12, 31));
                assertThat(event.at()).isEqualTo(Instant.parse("2027-10-31T23:00:00Z"));
            });
            assertThat(ear.kinds(ANA)).contains("TierReached", "TierLost");
        }

        @Test
        void is_none_for_who_has_kept_it_and_is_told_that_at_once() {
            comes(Member.of(ANA));
            buys("A-1", "600.00");
            walkTo("2027-05-01");
            buys("A-2", "500.00");
            walkTo("2028-01-05");
            assertThat(told(TierAtRisk.class)).isEmpty();
            assertThat(told(TierKept.class)).singleElement().satisfies(event -> {
                assertThat(event.lastDay()).isEqualTo(LocalDate.of(2028, 12, 31));
                assertThat(event.messageClass()).isEqualTo(MessageClass.TRANSACTIONAL);
            });
        }
    }

    @Nested
    final class Win_back {
        private void buysEveryTenDays() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            walkTo("2026-03-12");
            buys("A-2", "30.00");
            walkTo("2026-03-22");
            buys("A-3", "30.00");
        }

        @Test
        void comes_after_three_times_their_own_rhythm_with_a_voucher() {
            buysEveryTenDays();
            walkTo("2026-04-20");
            assertThat(told(Dormant.class)).isEmpty();
            walkTo("2026-04-21");
            assertThat(told(Dormant.class)).singleElement().satisfies(event -> {
                assertThat(event.gift()).isEqualTo(THANKS);
                assertThat(event.lastOrder()).isEqualTo(LocalDate.of(2026, 3, 22));
                assertThat(event.at()).isEqualTo(Instant.parse("2026-04-21T09:00:00Z"));
            });
            List<VoucherIssued> codes = told(VoucherIssued.class);
            buysWith(codes.get(codes.size() - 1).code(), "A-4").receipt();
        }

        @Test
        void comes_once_a_year() {
            buysEveryTenDays();
            walkTo("2026-04-25");
            buys("A-4", "30.00");
            walkTo("2026-12-12");
            buys("A-5", "30.00");
            assertThat(told(Dormant.class)).hasSize(1);
            walkTo("2027-02-17");
            assertThat(told(Dormant.class))
                    .extracting(event -> event.at().toString())
                    .containsExactly("2026-04-21T09:00:00Z", "2027-02-16T09:00:00Z");
        }

        @Test
        void is_none_for_who_has_no_rhythm_yet() {
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            walkTo("2026-03-12");
            buys("A-2", "30.00");
            walkTo("2026-12-12");
            assertThat(told(Dormant.class)).isEmpty();
        }

        @Test
        void by_days_comes_on_its_day_and_after_each_order_anew() {
            loyalty = running(retention()
                    .without("win-back")
                    .moment("win-back", dormantFor(Period.ofDays(60)).givingPoints(5))
                    .build());
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            walkTo("2026-04-30");
            assertThat(told(Dormant.class)).isEmpty();
            buys("A-2", "30.00");
            walkTo("2026-09-30");
            assertThat(told(Dormant.class))
                    .extracting(event -> event.at().toString())
                    .containsExactly("2026-06-29T09:00:00Z");
            buys("A-3", "30.00");
            walkTo("2026-12-24");
            assertThat(told(Dormant.class)).hasSize(2);
            assertThat(available()).isEqualTo(100);
        }
    }

    @Nested
    final class Jubilee {
        @Test
        void comes_each_year_with_the_number_of_years() {
            comes(Member.of(ANA));
            walkTo("2029-03-03");
            assertThat(told(Anniversary.class)).extracting(Anniversary::years).containsExactly(1, 2, 3);
            assertThat(told(Anniversary.class))
                    .extracting(event -> event.at().toString())
                    .containsExactly("2027-03-01T23:00:00Z", "2028-03-01T23:00:00Z", "2029-03-01T23:00:00Z");
            assertThat(told(Anniversary.class)).extracting(Anniversary::gift).containsOnly(MomentGift.NOTHING);
        }
    }
}
