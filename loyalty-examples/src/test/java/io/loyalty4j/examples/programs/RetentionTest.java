package io.loyalty4j.examples.programs;

import static io.loyalty4j.testing.LoyaltyScenario.line;

import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.Dormant;
import io.loyalty4j.notify.LoyaltyEvent.PointsActivated;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.ReferralQualified;
import io.loyalty4j.notify.LoyaltyEvent.Surprise;
import io.loyalty4j.notify.LoyaltyEvent.ThankYouDue;
import io.loyalty4j.notify.LoyaltyEvent.TierAtRisk;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal.ApprovalNeeded;
import io.loyalty4j.shop.RewardRefusal.VoucherNotAccepted;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.When;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Moments, friends and limits, each tried in a few lines. */
class RetentionTest {
    private final LoyaltyScenario scenario =
            LoyaltyScenario.of(Retention.program()).at("2026-03-02").chance(42);

    @Nested
    class Friends {
        @Test
        void areBothPaidWhenTheOrderCannotComeBack() {
            scenario.given("ana")
                    .and("ben")
                    .when("ben")
                    .isReferredBy("ana")
                    .and()
                    .order("B-1")
                    .buys(line("soap", "30.00"))
                    .then("ana")
                    .pending(500)
                    .notified(ReferralQualified.class)
                    .then("ben")
                    .pending(200)
                    .available(30)
                    .when()
                    .timePasses(Period.ofDays(31))
                    .then("ana")
                    .available(500)
                    .notified(PointsActivated.class)
                    .then("ben")
                    .available(230);
        }

        @Test
        void bothLoseItWithTheOrder() {
            scenario.given("ana")
                    .and("ben")
                    .when("ben")
                    .isReferredBy("ana")
                    .and()
                    .order("B-1")
                    .buys(line("soap", "30.00"))
                    .and()
                    .cancels("B-1")
                    .then("ana")
                    .pending(0)
                    .then("ben")
                    .pending(0)
                    .available(0);
        }
    }

    @Nested
    class AThankYou {
        @Test
        void isACodeThatWorksOnce() {
            scenario.given("ana")
                    .consenting("email")
                    .when("ana")
                    .buys(line("soap", "30.00"))
                    .then()
                    .notNotified(ThankYouDue.class)
                    .when()
                    .timePasses(Duration.ofMinutes(30))
                    .then()
                    .notified(ThankYouDue.class)
                    .notified(VoucherIssued.class)
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
        void isGoodForThreeDays() {
            scenario.given("ana")
                    .consenting("email")
                    .when("ana")
                    .buys(line("soap", "30.00"))
                    .and()
                    .timePasses(Duration.ofMinutes(30))
                    .then()
                    .vouchers("thanks-5", 1)
                    .when()
                    .timePasses(Duration.ofDays(3))
                    .then()
                    .vouchers("thanks-5", 0)
                    .when()
                    .usingVoucher()
                    .buys(line("cream", "25.00"))
                    .then()
                    .refused(VoucherNotAccepted.class)
                    .nothingChanged();
        }

        @Test
        void isForTheFirstOrder() {
            scenario.given("ana")
                    .consenting("email")
                    .ordered(1, "2026-01-10")
                    .when("ana")
                    .buys(line("soap", "30.00"))
                    .and()
                    .timePasses(Duration.ofDays(1))
                    .then()
                    .notNotified(ThankYouDue.class)
                    .vouchers("thanks-5", 0);
        }
    }

    @Nested
    class WhoAgreed {
        @Test
        void isToldOfTheBirthdayAndOfPointsThatEnd() {
            scenario.given("ana")
                    .enrolledOn("2025-01-01")
                    .bornOn("03-05")
                    .points(100)
                    .consenting("email")
                    .when("ana")
                    .timePasses(Period.ofDays(3))
                    .then()
                    .notified(Birthday.class)
                    .available(350)
                    .when()
                    .timePasses(Period.ofMonths(11))
                    .then()
                    .notified(PointsExpiringSoon.class);
        }

        @Test
        void isMissedAfterThreeTimesTheUsualPause() {
            scenario.given("ana")
                    .consenting("email")
                    .when("ana")
                    .buys(line("soap", "30.00"))
                    .and()
                    .timePasses(Period.ofDays(10))
                    .and()
                    .buys(line("soap", "30.00"))
                    .and()
                    .timePasses(Period.ofDays(10))
                    .and()
                    .buys(line("soap", "30.00"))
                    .and()
                    .timePasses(Duration.ofDays(29))
                    .then()
                    .notNotified(Dormant.class)
                    .when()
                    .timePasses(Duration.ofDays(1))
                    .then()
                    .notified(Dormant.class)
                    .vouchers("thanks-5", 1);
        }

        @Test
        void hearsBeforeATierIsLost() {
            scenario.given("ana")
                    .consenting("email")
                    .inTier("GOLD")
                    .when("ana")
                    .timeIs("2027-10-31")
                    .then()
                    .notNotified(TierAtRisk.class)
                    .when()
                    .timeIs("2027-11-02")
                    .then()
                    .notified(TierAtRisk.class)
                    .inTier("GOLD")
                    .when()
                    .timeIs("2028-01-01")
                    .then()
                    .inTier("BLUE");
        }
    }

    @Test
    void withoutConsentNobodyIsPestered() {
        scenario.given("ana")
                .enrolledOn("2025-01-01")
                .bornOn("03-05")
                .points(100)
                .when("ana")
                .timePasses(Period.ofDays(3))
                .then()
                .heldBack(Birthday.class, "no consent")
                .available(350)
                .when()
                .timePasses(Period.ofMonths(11))
                .then()
                .heldBack(PointsExpiringSoon.class, "no consent");
    }

    @Test
    void oneOrderInFiftySurprises() {
        When ana = scenario.given("ana").consenting("email").when("ana");
        for (int order = 1; order <= 100; order++) {
            ana.buys(line("soap", "1.00")).and().timePasses(Duration.ofHours(2));
        }
        scenario.then("ana").notified(Surprise.class);
    }

    @Test
    void moreThanWasBoughtIsReportedAndHarmsNobody() {
        scenario.given("ana")
                .when("ana")
                .order("A-1")
                .buys(line("soap", "5.00").times(2))
                .and()
                .returns("A-1", "soap", 3)
                .then()
                .surplus("soap", 1)
                .available(0);
    }

    @Nested
    class MoreThanAThousandPoints {
        private final Adjustment goodwill =
                Adjustment.add(MemberId.of("ana"), "c-1", 2_000).by("agent-12").because("parcel lost");

        @Test
        void needASecondPerson() {
            scenario.given("ana")
                    .when("ana")
                    .sends(goodwill)
                    .then()
                    .refused(new ApprovalNeeded(2_000, 1_000))
                    .nothingChanged();
        }

        @Test
        void areGivenWhenOneHasApproved() {
            scenario.approvals(adjustment -> Optional.of("agent-7"))
                    .given("ana")
                    .when("ana")
                    .sends(goodwill)
                    .then()
                    .accepted()
                    .available(2_000);
        }
    }
}
