package io.loyalty4j;

import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.rolling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.ThankYouDue;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.Notice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What moments say is for who wants to hear it, when they do; what they give is for everybody. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MomentConsentTest extends RetentionFixture {
    private final Ear phone = new Ear();

    @Nested
    final class Without_consent {
        @Test
        void nobody_is_pestered_and_the_gift_is_given() {
            clock.set("2025-01-01T09:00:00Z");
            telling(Channel.of("email", ear));
            loyalty.enrol(Member.of(ANA).birthday("03-05"));
            clock.set("2026-03-02T09:00:00Z");
            buys("A-1", "100.00");
            walkTo("2026-03-05");
            assertThat(available()).isEqualTo(350);
            assertThat(told(Birthday.class)).isEmpty();
            assertThat(heldBack())
                    .extracting(Notice::id, Notice::reason)
                    .contains(tuple("ana/~birthday/2026@email", "no consent"));
            walkTo("2027-02-05");
            assertThat(told(PointsExpiringSoon.class)).isEmpty();
            assertThat(heldBack()).extracting(Notice::kind).contains("PointsExpiringSoon");
            assertThat(loyalty.runDue().parked()).isZero();
        }

        @Test
        void what_a_gift_came_to_is_held_back_too_and_no_purchase_is() {
            loyalty.enrol(Member.of(ANA).birthday("06-15"));
            buys("A-1", "30.00");
            walkTo("2026-03-03");
            assertThat(told(PointsEarned.class))
                    .extracting(PointsEarned::points)
                    .containsExactly(30L);
            assertThat(told(VoucherIssued.class)).isEmpty();
            assertThat(heldBack())
                    .extracting(Notice::kind, Notice::reason)
                    .contains(tuple("ThankYouDue", "no consent"), tuple("VoucherIssued", "no consent"));
            assertThat(heldBack().toString()).doesNotContain("code");
            walkTo("2026-06-16");
            assertThat(told(PointsEarned.class)).hasSize(1);
            assertThat(available()).isEqualTo(280);
        }

        @Test
        void once_it_is_withdrawn_nothing_comes() {
            comes(Member.of(ANA).birthday("06-15"));
            walkTo("2026-06-14");
            loyalty.enrol(Member.of(ANA).birthday("06-15"));
            walkTo("2026-06-16");
            assertThat(told(Birthday.class)).isEmpty();
            assertThat(heldBack()).extracting(Notice::reason).containsOnly("no consent");
            assertThat(available()).isEqualTo(250);
        }

        @Test
        void to_one_of_two_channels_the_other_one_says_it() {
            telling(Channel.together(Channel.of("email", ear), Channel.of("push", phone)));
            loyalty.enrol(Member.of(ANA).birthday("06-15").consentsTo("email"));
            buys("A-1", "30.00");
            walkTo("2026-06-16");
            assertThat(told(Birthday.class)).hasSize(1);
            assertThat(phone.kinds(ANA)).containsExactly("Enrolled", "PointsEarned");
            assertThat(heldBack())
                    .extracting(Notice::id)
                    .contains("ana/~birthday/2026@push")
                    .allMatch(id -> id.endsWith("@push"));
        }

        @Test
        void what_was_held_back_is_forgotten_after_ninety_days() {
            loyalty.enrol(Member.of(ANA).birthday("06-15"));
            walkTo("2026-09-13");
            assertThat(heldBack()).isNotEmpty();
            walkTo("2026-09-15");
            assertThat(heldBack()).isEmpty();
        }
    }

    @Nested
    final class Quiet_hours {
        private void shows() {
            telling(Channel.of("push", ear).quietBetween("21:00", "08:00"));
            comes(Member.of(ANA).birthday("06-15").zone("America/New_York"));
            walkTo("2026-06-14");
        }

        @Test
        void put_a_birthday_off_until_the_morning_where_the_member_lives() {
            shows();
            pumpAt("2026-06-15T04:00:00Z");
            assertThat(available()).isEqualTo(250);
            pumpAt("2026-06-15T11:59:59Z");
            assertThat(told(Birthday.class)).isEmpty();
            assertThat(told(PointsEarned.class)).isEmpty();
            pumpAt("2026-06-15T12:00:00Z");
            assertThat(told(Birthday.class)).hasSize(1);
            assertThat(ear.kinds(ANA)).as("the message says what was given").containsExactly("Enrolled", "Birthday");
            assertThat(heldBack()).isEmpty();
        }

        @Test
        void are_no_reason_to_wait_with_a_receipt() {
            shows();
            clock.set("2026-06-14T07:00:00Z");
            buys("A-1", "30.00");
            pump();
            assertThat(told(PointsEarned.class)).hasSize(1);
        }

        @Test
        void put_off_what_is_asked_about_consent_again_in_the_morning() {
            shows();
            pumpAt("2026-06-15T04:00:00Z");
            loyalty.enrol(Member.of(ANA).birthday("06-15").zone("America/New_York"));
            pumpAt("2026-06-15T12:00:00Z");
            assertThat(told(Birthday.class)).isEmpty();
            assertThat(heldBack()).extracting(Notice::id).contains("ana/~birthday/2026@push");
        }
    }

    @Nested
    final class Caps {
        private ProgramBuilder words() {
            return Programs.plain()
                    .zone("Europe/Berlin")
                    .moment("thank-you", afterOrder(Duration.ofMinutes(30)))
                    .moment("birthday", onBirthday())
                    .moment("after-a-day", afterOrder(Duration.ofHours(15)));
        }

        private void thanks(String order, String at) {
            clock.set(at);
            clock.pass(Duration.ofMinutes(-30));
            loyalty.purchase(Order.of(ANA, order).currency("GBP").line(OrderLine.of("thing", "10.00")))
                    .receipt();
            pumpAt(at);
        }

        /** N1. */
        @Test
        void of_three_a_day_hold_back_the_fourth_and_let_the_next_morning_s_go() {
            loyalty = running(builder(words().without("after-a-day").build())
                    .notifications(Channel.of("email", ear).atMost(3, rolling(Duration.ofHours(24)))));
            comes(Member.of(ANA));
            thanks("A-1", "2026-03-03T09:00:00Z");
            thanks("A-2", "2026-03-03T13:00:00Z");
            thanks("A-3", "2026-03-03T18:00:00Z");
            thanks("A-4", "2026-03-03T20:00:00Z");
            thanks("A-5", "2026-03-04T09:00:00Z");
            assertThat(told(ThankYouDue.class))
                    .extracting(ThankYouDue::order)
                    .containsExactly("A-1", "A-2", "A-3", "A-5");
            assertThat(heldBack()).singleElement().satisfies(notice -> {
                assertThat(notice.id()).isEqualTo("ana/~thank-you/A-4@email");
                assertThat(notice.reason()).contains("at most 3 per");
            });
            assertThat(told(PointsEarned.class)).as("receipts").hasSize(5);
        }

        private void both(Channel channel) {
            loyalty = running(builder(words().without("thank-you").build()).notifications(channel));
            comes(Member.of(ANA).birthday("06-15"));
            clock.set("2026-06-14T09:00:00Z");
            loyalty.purchase(Order.of(ANA, "A-1").currency("GBP").line(OrderLine.of("thing", "10.00")))
                    .receipt();
            pumpAt("2026-06-15T06:00:00Z");
        }

        @Test
        @SuppressWarnings("unchecked")
        void leave_the_place_to_what_goes_first() {
            both(Channel.of("email", ear).atMost(1, DAY).first(ThankYouDue.class));
            assertThat(ear.kinds(ANA)).containsExactly("Enrolled", "PointsEarned", "ThankYouDue");
            assertThat(heldBack()).extracting(Notice::kind).containsExactly("Birthday");
        }

        @Test
        @SuppressWarnings("unchecked")
        void leave_the_place_to_what_goes_first_and_not_to_what_comes_first() {
            both(Channel.of("email", ear).atMost(1, DAY).first(Birthday.class));
            assertThat(ear.kinds(ANA)).containsExactly("Enrolled", "PointsEarned", "Birthday");
            assertThat(heldBack()).extracting(Notice::kind).containsExactly("ThankYouDue");
        }

        @Test
        void of_the_whole_count_what_goes_by_any_channel() {
            both(Channel.together(Channel.of("email", ear), Channel.of("push", phone))
                    .atMost(3, DAY));
            List<String> marketing = List.of("Birthday", "ThankYouDue");
            long sent = ear.heard().stream()
                            .filter(event -> marketing.contains(event.kind()))
                            .count()
                    + phone.heard().stream()
                            .filter(event -> marketing.contains(event.kind()))
                            .count();
            assertThat(sent).isEqualTo(3);
            assertThat(heldBack()).hasSize(1);
        }
    }

    @Nested
    final class Who_is_not_there {
        @Test
        void is_told_nothing_that_a_pump_has_missed() {
            comes(Member.of(ANA).birthday("06-15"));
            walkTo("2026-06-01");
            walkTo("2026-07-15", Duration.ofDays(44));
            assertThat(told(Birthday.class)).isEmpty();
            assertThat(available()).isZero();
        }
    }

    @Test
    void a_gift_that_a_budget_leaves_nothing_of_is_a_word_alone() {
        loyalty = running(retention()
                .without("birthday")
                .moment(
                        "birthday",
                        onBirthday().givingPoints(250).atMostPoints(200).inAll())
                .build());
        comes(Member.of(ANA).birthday("06-15"));
        loyalty.enrol(Member.of(EngineFixture.BEN).birthday("06-14").consentsTo("x"));
        walkTo("2026-06-16");
        assertThat(told(Birthday.class))
                .extracting(event -> event.member() + " " + event.gift().points())
                .containsExactly("ben 200", "ana 0");
    }
}
