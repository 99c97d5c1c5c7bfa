package io.loyalty4j.scenario;

import static io.loyalty4j.earn.Conditions.orderIs;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.reward.Reward.payment;
import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.loyalty4j.Programs;
import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.LoyaltyEvent.Anniversary;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpired;
import io.loyalty4j.notify.LoyaltyEvent.PointsReleased;
import io.loyalty4j.notify.LoyaltyEvent.RewardReserved;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal.ActivityNotInProgram;
import io.loyalty4j.shop.Refusal.ApprovalNeeded;
import io.loyalty4j.shop.Refusal.InsufficientPoints;
import io.loyalty4j.shop.Window;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.When;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each step does that a story is made of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class StepsTest {
    private static final MemberId ANA = MemberId.of("ana");

    private final LoyaltyScenario plain = LoyaltyScenario.of(Programs.plain().build());

    private static Order order(String id, String price) {
        return Order.of(ANA, id).currency("GBP").line(line("thing", price));
    }

    private static Refund back(String id, int pieces) {
        return Refund.of(order("A-1", "10.00"), id).line("thing", pieces);
    }

    @Nested
    final class Duplicates {
        @Test
        void have_no_effect() {
            plain.when("ana")
                    .buys(line("thing", "10.00"))
                    .and()
                    .repeats(3)
                    .then()
                    .replayed()
                    .earned(0)
                    .available(10);
        }

        @Test
        void of_a_question_there_are_none() {
            When asked = plain.when("ana").asksFor(line("thing", "10.00")).and();

            assertThatThrownBy(() -> asked.repeats(1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    final class Many_commands {
        private final Order bought =
                Order.of(ANA, "A-1").currency("GBP").line(line("thing", "10.00").times(5));

        @Test
        void in_any_order_lead_to_one_account() {
            plain.when("ana")
                    .sendsInAnyOrder(bought, back("r-1", 1), back("r-2", 2), order("A-2", "7.00"))
                    .then()
                    .accepted()
                    .available(27);
        }

        @Test
        void of_more_than_five_some_orders_are_tried() {
            plain.when("ana")
                    .sendsInAnyOrder(
                            bought,
                            back("r-1", 1),
                            back("r-2", 1),
                            back("r-3", 1),
                            order("A-2", "7.00"),
                            order("A-3", "8.00"))
                    .then()
                    .available(35);
        }

        @Test
        void that_are_the_same_have_fewer_orders() {
            Order one = order("A-1", "1.00");
            Order other = order("A-2", "2.00");
            Order third = order("A-3", "3.00");

            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> plain.when("ana")
                            .sendsInAnyOrder(one, one, other, other, third, third)
                            .and()
                            .sendsInAnyOrder(one, one, one, one, one, one)
                            .then()
                            .available(6));
        }

        @Test
        void may_differ_in_what_is_left_besides_points() {
            LoyaltyScenario shop = LoyaltyScenario.of(Programs.plain()
                    .without("base")
                    .reward("coffee", gift("COFFEE").free().withVoucher(Duration.ofDays(30)))
                    .earn("card", stampCard(2).givingReward("coffee"))
                    .build());
            Order two = Order.of(ANA, "A-1")
                    .currency("GBP")
                    .line(line("thing", "7.00").times(2));
            When ana = shop.when("ana");

            assertThatThrownBy(
                            () -> ana.sendsInAnyOrder(two, order("A-2", "7.00").redeem("coffee")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageMatching("(?s).*\\n  of ana: .*stamps card 1 -> 0; .*vouchers coffee 0 -> 1 through .*");
        }

        @Test
        void at_once_are_refused_as_if_one_came_after_the_other() {
            plain.given("ana")
                    .points(100)
                    .when("ana")
                    .sendsAtOnce(
                            order("A-1", "5.00").redeem("eighty").reservation(),
                            order("A-2", "5.00").redeem("eighty").reservation(),
                            order("A-3", "5.00").redeem("eighty").reservation())
                    .then()
                    .accepted(1)
                    .refused(InsufficientPoints.class, 2)
                    .held(80)
                    .available(20);
        }
    }

    @Nested
    final class The_scheduler {
        private final LoyaltyScenario campus =
                LoyaltyScenario.of(Programs.campus().build()).at("2026-03-01");

        @Test
        void books_and_tells_what_time_brings() {
            campus.given("ana")
                    .when("ana")
                    .buys(line("book", "20.00"))
                    .then()
                    .pending(20)
                    .notified(PointsEarned.class)
                    .when()
                    .timePasses(Period.ofDays(14))
                    .then()
                    .pending(0)
                    .available(20)
                    .when()
                    .timeIs("2027-03-16T00:00")
                    .then()
                    .available(0)
                    .notified(PointsExpired.class);
            assertThat(campus.events("ana"))
                    .filteredOn(PointsExpired.class::isInstance)
                    .extracting(event -> event.at())
                    .containsExactly(Instant.parse("2027-03-16T00:00:00Z"));
        }

        @Test
        void that_is_away_books_and_tells_nothing_until_it_comes() {
            campus.given("ana")
                    .when("ana")
                    .buys(line("book", "20.00"))
                    .and()
                    .timePassesUnattended(Period.ofMonths(14))
                    .then()
                    .available(0)
                    .nothingChanged()
                    .notNotified(PointsExpired.class)
                    .when()
                    .buys(line("pen", "1.00"))
                    .then()
                    .notNotified(PointsEarned.class)
                    .when()
                    .runsDue()
                    .then()
                    .notified(PointsExpired.class)
                    .notified(PointsEarned.class);
        }

        @Test
        void comes_in_the_night_too() {
            plain.given("ana")
                    .points(10)
                    .when("ana")
                    .redeeming("ten")
                    .reserves(line("thing", "5.00"))
                    .then()
                    .held(10)
                    .notified(RewardReserved.class)
                    .when()
                    .timePassesUnattended(Duration.ofDays(1))
                    .and()
                    .timePasses(Duration.ZERO)
                    .then()
                    .held(0)
                    .available(10)
                    .notified(PointsReleased.class);
        }

        @Test
        void is_at_birthdays_at_their_time() {
            LoyaltyScenario.of(Programs.retention().build())
                    .at("2026-01-10")
                    .given("ana")
                    .bornOn("12-31")
                    .livingIn("Pacific/Auckland")
                    .consenting("push")
                    .when("ana")
                    .timeIs("2026-12-30T11:59")
                    .then()
                    .notNotified(Birthday.class)
                    .when()
                    .timePasses(Duration.ofMinutes(1))
                    .then()
                    .notified(Birthday.class)
                    .awarded("birthday", 250);
        }
    }

    @Nested
    final class A_member {
        @Test
        void has_lots_with_last_days_of_their_own() {
            LoyaltyScenario.of(Programs.campus().build())
                    .at("2026-03-01")
                    .given("ana")
                    .pointsThrough(30, "2026-03-05")
                    .pointsThrough(40, "2026-04-05")
                    .points(1)
                    .when("ana")
                    .timeIs("2026-03-06")
                    .then()
                    .lots(40, 1)
                    .pointsThrough(40, "2026-04-05")
                    .available(41);
        }

        @Test
        void has_ordered_before() {
            LoyaltyScenario beauty = LoyaltyScenario.of(Programs.beautyInsider().build());

            beauty.given("ana")
                    .ordered(3, "2026-01-02")
                    .when("ana")
                    .buys(line("soap", "5.00"))
                    .then()
                    .silent("first-order")
                    .when("ben")
                    .buys(line("soap", "5.00"))
                    .then()
                    .awarded("first-order", 100);
        }

        @Test
        void is_in_a_tier_as_if_it_had_been_reached_today() {
            LoyaltyScenario.of(Programs.beautyInsider().build())
                    .at("2026-06-10")
                    .given("ana")
                    .inTier("VIB")
                    .and("ben")
                    .spent("400.00")
                    .when("ben")
                    .asksFor()
                    .then("ana")
                    .inTierThrough("VIB", "2027-12-31")
                    .nextTier("ROUGE", "1000")
                    .then("ben")
                    .inTierThrough("VIB", "2027-12-31")
                    .nextTier("ROUGE", "600.00")
                    .when()
                    .timeIs("2028-01-01T00:00")
                    .then("ana")
                    .inTier("INSIDER")
                    .then("ben")
                    .inTier("INSIDER");
        }

        @Test
        void has_a_profile() {
            LoyaltyScenario campus = LoyaltyScenario.of(Programs.campus().build());

            campus.given("ana")
                    .with("segment", "student")
                    .and("ben")
                    .when("ana")
                    .buys(line("book", "20.00"))
                    .then()
                    .awarded("student", 50)
                    .when("ben")
                    .buys(line("book", "20.00"))
                    .then()
                    .awarded("student", 0);
        }

        @Test
        void may_be_given_more_later_and_keeps_the_profile() {
            LoyaltyScenario campus = LoyaltyScenario.of(Programs.campus().build());
            campus.given("ana").with("segment", "student").points(5);
            campus.when("ana").timePasses(Period.ofDays(1));
            campus.given("ana").points(7);

            campus.when("ana")
                    .buys(line("book", "20.00"))
                    .then()
                    .awarded("student", 50)
                    .available(12)
                    .pending(70);
        }

        @Test
        void is_told_at_once_that_a_birthday_is_none() {
            assertThatThrownBy(() -> plain.given("ana").bornOn("13-01"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("birthday");
            assertThatThrownBy(() -> plain.given("ana").points(0)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void has_come_once_something_happened() {
            var given = plain.given("ana");
            given.when("ana").buys(line("thing", "1.00"));

            assertThatThrownBy(() -> given.points(5))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("given(\"ana\")");
        }
    }

    @Nested
    final class Orders {
        private final LoyaltyProgram program = Programs.plain()
                .earn("coffee-card", stampCard(2).givingReward("coffee"))
                .earn("app", points(5).perOrder().when(orderIs("channel", "app")))
                .earn("review", points(3).forActivity("review").oncePer(Window.DAY))
                .reward("coffee", gift("COFFEE").free().withVoucher(Duration.ofDays(30)))
                .reward("pay", payment(100, "1.00").minimum(100))
                .activation(Activation.onFulfilment())
                .build();
        private final LoyaltyScenario shop = LoyaltyScenario.of(program);

        @Test
        void are_edited_received_and_returned() {
            shop.when("ana")
                    .order("A-1")
                    .with("channel", "app")
                    .buys(line("thing", "10.00"))
                    .then()
                    .pending(15)
                    .when()
                    .order("A-1")
                    .with("channel", "app")
                    .revision(2)
                    .buys(line("thing", "10.00").times(3))
                    .then()
                    .earned(20)
                    .awarded("base", 30)
                    .pending(35)
                    .when()
                    .receives("A-1")
                    .then()
                    .available(35)
                    .when()
                    .returns("A-1", "thing", 4)
                    .then()
                    .surplus("thing", 1)
                    .inDebt(0)
                    .available(0);
        }

        @Test
        void pay_with_points_by_a_slider() {
            shop.given("ana")
                    .points(1_000)
                    .when("ana")
                    .redeeming("pay", 300)
                    .buys(line("thing", "10.00"))
                    .then()
                    .discounted("3.00")
                    .available(700);
        }

        @Test
        void fill_cards() {
            shop.when("ana")
                    .buys(line("thing", "1.00"))
                    .then()
                    .stamps("coffee-card", 1)
                    .vouchers("coffee", 0)
                    .when()
                    .buys(line("thing", "1.00"))
                    .then()
                    .vouchers("coffee", 1)
                    .when()
                    .usingVoucher()
                    .buys(line("thing", "1.00"))
                    .then()
                    .accepted()
                    .vouchers("coffee", 0);
        }

        @Test
        void are_asked_about_without_a_trace() {
            shop.when("ana")
                    .with("channel", "app")
                    .asksFor(line("thing", "10.00"))
                    .then()
                    .earned(15)
                    .awarded("app", 5)
                    .nothingChanged();
            assertThat(shop.account("ana").version()).isZero();
        }

        @Test
        void and_activities_have_ids_of_their_own() {
            shop.when("ana")
                    .does("review")
                    .and()
                    .does("review")
                    .then()
                    .silent("review")
                    .available(3)
                    .when()
                    .timePasses(Period.ofDays(1))
                    .and()
                    .does(Activity.of(ANA, "review", "r-77"))
                    .then()
                    .available(6)
                    .when()
                    .sends(Activity.of(ANA, "survey", "s-1"))
                    .then()
                    .refused(ActivityNotInProgram.class)
                    .nothingChanged();
        }
    }

    @Nested
    final class The_scenario {
        @Test
        void begins_on_a_wednesday_noon_or_when_the_program_does() {
            assertThat(plain.engine().quote(order("A-1", "1.00")).order().id()).isEqualTo("A-1");
            assertThat(plain.account("ana").time()).isEqualTo("2026-06-10T11:00:00Z");
            assertThat(LoyaltyScenario.of(
                                    Programs.plain().inForceFrom("2031-01-01").build())
                            .account("ana")
                            .time())
                    .isEqualTo("2031-01-01T00:00:00Z");
        }

        @Test
        void never_goes_back() {
            plain.at("2026-07-01T09:30").when("ana").buys(line("thing", "1.00"));

            assertThatThrownBy(() -> plain.at("2026-07-01T09:29"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2026-07-01T09:30");
            assertThatThrownBy(() -> plain.at("1 July")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> plain.chance(7)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void has_people_who_approve() {
            LoyaltyProgram careful = Programs.plain()
                    .adjustments(AdjustmentLimits.upTo(10_000).approvedAbove(1_000))
                    .build();
            LoyaltyScenario scenario = LoyaltyScenario.of(careful)
                    .approvals(asked ->
                            Optional.of("boss").filter(boss -> asked.requestId().endsWith("c-1")));

            scenario.when("ana")
                    .sends(Adjustment.add(ANA, "c-1", 2_000).by("agent-12").because("parcel-lost"))
                    .then()
                    .accepted()
                    .available(2_000)
                    .when()
                    .sends(Adjustment.add(ANA, "c-2", 2_000).by("agent-12").because("parcel-lost"))
                    .then()
                    .refused(new ApprovalNeeded(2_000, 1_000))
                    .nothingChanged();
        }

        @Test
        void has_channels_with_caps() {
            LoyaltyScenario.of(Programs.retention().build())
                    .at("2026-03-02")
                    .channels(ear -> Channel.of("email", ear).atMost(1, Window.YEAR))
                    .given("ana")
                    .enrolledOn("2024-03-03")
                    .bornOn("03-06")
                    .consenting("email")
                    .when("ana")
                    .timePasses(Period.ofDays(5))
                    .then()
                    .notified(Anniversary.class)
                    .notNotified(Birthday.class)
                    .heldBack(Birthday.class, "at most 1 per year by email")
                    .available(250);
        }
    }
}
