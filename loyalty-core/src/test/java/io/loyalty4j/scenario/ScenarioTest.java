package io.loyalty4j.scenario;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.Programs;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpired;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal.InsufficientPoints;
import io.loyalty4j.shop.Refusal.OrderTooSmall;
import io.loyalty4j.shop.RewardRefusal.VoucherNotAccepted;
import io.loyalty4j.testing.LoyaltyScenario;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a promotion's developer can try, and that it comes out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ScenarioTest {
    @Nested
    final class Of_a_beauty_shop {
        private final LoyaltyScenario scenario =
                LoyaltyScenario.of(Programs.beautyInsider().build()).at("2026-11-21");

        @Test
        void earns_and_loses_all_after_a_year_without_buying() {
            scenario.given("ana")
                    .inTier("VIB")
                    .when("ana")
                    .buys(line("perfume", "120.00").category("fragrance"))
                    .then()
                    .earned(580)
                    .awarded("fragrance-week", 360)
                    .awarded("first-order", 100)
                    .when()
                    .timePasses(Period.ofMonths(12))
                    .then()
                    .available(580)
                    .when()
                    .timePasses(Period.ofDays(1))
                    .then()
                    .available(0)
                    .notified(PointsExpired.class);
        }

        @Test
        void gift_cards_earn_nothing() {
            scenario.given("ana")
                    .when("ana")
                    .buys(line("card-50", "50.00").category("gift-card"))
                    .then()
                    .awarded("base", 0)
                    .silent("base", "excluded: category gift-card");
        }

        @Test
        void two_tabs_cannot_spend_the_same_points() {
            scenario.given("ana")
                    .points(500)
                    .when("ana")
                    .order("tab-1")
                    .redeeming("cash-10")
                    .reserves(line("soap", "12.00"))
                    .and()
                    .order("tab-2")
                    .redeeming("cash-10")
                    .reserves(line("cream", "30.00"))
                    .then()
                    .refused(new InsufficientPoints("cash-10", 500, 0))
                    .held(500)
                    .available(0)
                    .when()
                    .timePasses(Duration.ofHours(2))
                    .then()
                    .held(0)
                    .available(500);
        }

        @Test
        void five_hundred_points_are_ten_dollars_from_ten_dollars_on() {
            scenario.given("ana")
                    .points(500)
                    .ordered(1, "2026-01-01")
                    .when("ana")
                    .redeeming("cash-10")
                    .buys(line("soap", "9.99"))
                    .then()
                    .refused(OrderTooSmall.class)
                    .nothingChanged()
                    .when()
                    .redeeming("cash-10")
                    .buys(line("soap", "10.00"))
                    .then()
                    .discounted("10.00")
                    .available(0)
                    .earned(0);
        }

        @Test
        void a_return_takes_back_what_the_order_gave() {
            scenario.given("ana")
                    .inTier("ROUGE")
                    .when("ana")
                    .order("A-1")
                    .buys(line("perfume", "100.00"), line("soap", "10.00").times(2))
                    .then()
                    .earned(220)
                    .when()
                    .returns("A-1", "soap", 1)
                    .then()
                    .available(210)
                    .when()
                    .returns("A-1", "soap", 1)
                    .and()
                    .cancels("A-1")
                    .then()
                    .available(0)
                    .inDebt(0)
                    .inTier("ROUGE");
        }

        @Test
        void the_shops_own_code_under_a_clock_moved_by_hand() {
            MemberId ana = MemberId.of("ana");
            scenario.engine().purchase(Order.of(ana, "A-1").currency("USD").line(line("soap", "30.00")));
            scenario.then("ana").earned(130).notified(PointsEarned.class);
            scenario.at("2027-12-01");
            scenario.then("ana").available(0).notified(PointsExpired.class);
            assertThat(scenario.events("ana")).hasAtLeastOneElementOfType(PointsExpired.class);
            assertThat(scenario.account("ana").lots()).extracting(Lot::original).isEmpty();
        }
    }

    @Nested
    final class Of_a_shop_that_keeps_its_customers {
        private final LoyaltyScenario scenario = LoyaltyScenario.of(
                        Programs.retention().build())
                .at("2026-03-02")
                .chance(42);

        @Test
        void both_sides_are_paid_when_the_friends_order_cannot_come_back() {
            scenario.given("ana")
                    .and("ben")
                    .when("ben")
                    .isReferredBy("ana")
                    .and()
                    .order("B-1")
                    .buys(line("soap", "30.00"))
                    .then("ana")
                    .pending(500)
                    .then("ben")
                    .pending(200)
                    .available(30)
                    .when()
                    .timePasses(Period.ofDays(31))
                    .then("ana")
                    .available(500)
                    .then("ben")
                    .available(230);
        }

        @Test
        void a_thank_you_code_works_once() {
            scenario.given("ana")
                    .consenting("email")
                    .when("ana")
                    .buys(line("soap", "30.00"))
                    .and()
                    .timePasses(Duration.ofMinutes(30))
                    .then()
                    .notified(VoucherIssued.class)
                    .vouchers("thanks-5", 1)
                    .when()
                    .usingVoucher()
                    .buys(line("cream", "25.00"))
                    .then()
                    .discounted("5.00")
                    .when()
                    .usingVoucher()
                    .buys(line("cream", "25.00"))
                    .then()
                    .refused(VoucherNotAccepted.class);
        }

        @Test
        void a_gift_and_what_is_waived_take_nothing_off_and_are_seen() {
            LoyaltyScenario.of(Programs.retention()
                            .reward("mug", Reward.gift("MUG-1").costs(100))
                            .reward("post", Reward.freeShipping().costs(50))
                            .build())
                    .given("ana")
                    .points(150)
                    .when("ana")
                    .redeeming("mug")
                    .asksFor(line("soap", "30.00"))
                    .then()
                    .redeemed()
                    .when()
                    .redeeming("mug")
                    .redeeming("post")
                    .buys(line("soap", "30.00"))
                    .then()
                    .redeemed("mug", "post")
                    .discounted("0.00")
                    .available(30)
                    .when()
                    .buys(line("soap", "30.00"))
                    .then()
                    .redeemed();
        }

        @Test
        void a_return_may_come_before_its_order_and_lines_are_known_by_their_ids_once_it_is_there() {
            scenario.when("ana")
                    .returns("A-1", "soap-blue", 1)
                    .then()
                    .accepted()
                    .when()
                    .order("A-1")
                    .buys(
                            line("soap", "30.00").id("soap-blue"),
                            line("soap", "20.00").id("soap-red"))
                    .then()
                    .available(20)
                    .when()
                    .returns("A-1", "soap-red", 2)
                    .then()
                    .available(0)
                    .surplus("soap-red", 1);
        }

        @Test
        void without_consent_nobody_is_pestered() {
            scenario.given("ana")
                    .enrolledOn("2025-01-01")
                    .bornOn("03-05")
                    .points(100)
                    .when("ana")
                    .timePasses(Period.ofDays(3))
                    .then()
                    .heldBack(Birthday.class, "no consent")
                    .available(350)
                    .earned(250)
                    .when()
                    .timePasses(Period.ofMonths(11))
                    .then()
                    .heldBack(PointsExpiringSoon.class, "no consent");
        }
    }
}
