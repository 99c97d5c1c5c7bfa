package io.loyalty4j.examples.promotions;

import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpired;
import io.loyalty4j.shop.Refusal.InsufficientPoints;
import io.loyalty4j.shop.Refusal.OrderTooSmall;
import io.loyalty4j.shop.RewardRefusal.TakenTooOften;
import io.loyalty4j.testing.EarnRuleContract;
import io.loyalty4j.testing.LoyaltyScenario;
import java.time.Duration;
import java.time.Period;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Promotions tried with JUnit 5 and nothing else. */
class BeautyInsiderPromotionsTest {
    private final LoyaltyScenario scenario =
            LoyaltyScenario.of(BeautyInsider.program()).at("2020-11-21");

    @Test
    void vibsEarnTripleInTheNovemberEventAndLoseAllAfterAYearWithoutBuying() {
        scenario.given("ana")
                .inTier("VIB")
                .when("ana")
                .buys(line("perfume", "120.00").category("fragrance"))
                .then()
                .earned(360)
                .awarded("november-event", 240)
                .when()
                .timePasses(Period.ofMonths(12))
                .then()
                .available(360)
                .when()
                .timePasses(Period.ofDays(1))
                .then()
                .available(0)
                .notified(PointsExpired.class);
    }

    @Test
    void giftCardsEarnNothing() {
        scenario.given("ana")
                .when("ana")
                .buys(line("card-50", "50.00").category("gift-card"))
                .then()
                .earned(0)
                .silent("base", "excluded: category gift-card or service or shipping or tax");
    }

    @Test
    void fiveHundredPointsAreTenDollarsFromTenDollarsOn() {
        scenario.given("ana")
                .points(500)
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
                .available(0);
    }

    @Test
    void twoTabsCannotSpendTheSamePoints() {
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
    void birthdayIsAGiftOrPointsNeverBoth() {
        scenario.given("ana")
                .bornOn("11-28")
                .when("ana")
                .redeeming("birthday-gift")
                .buys(line("soap", "5.00"))
                .and()
                .redeeming("birthday-points")
                .buys(line("soap", "5.00"))
                .then()
                .refused(new TakenTooOften("birthday-points", "once per year"));
    }

    @Test
    void aReturnTakesBackWhatTheOrderGave() {
        scenario.given("ana")
                .inTier("ROUGE")
                .when("ana")
                .order("A-1")
                .buys(line("perfume", "100.00"), line("soap", "10.00").times(2))
                .then()
                .earned(480)
                .when()
                .returns("A-1", "soap", 1)
                .then()
                .available(440)
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
    void eachMemberHasAnAccountOfTheirOwn() {
        scenario.given("ana")
                .points(100)
                .and("ben")
                .when("ben")
                .buys(line("cream", "20.00"))
                .and("ana")
                .buys(line("soap", "5.00"))
                .then("ana")
                .available(110)
                .then("ben")
                .available(40);
    }

    @TestFactory
    Stream<DynamicTest> theEventKeepsTheLawsOfRules() {
        return EarnRuleContract.of(EarnRules.multiplier(2).inTier("VIB", 3).inTier("ROUGE", 4))
                .in(BeautyInsider.program())
                .checks()
                .stream()
                .map(check -> dynamicTest(check.name(), check::run));
    }
}
