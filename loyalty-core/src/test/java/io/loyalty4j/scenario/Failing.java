package io.loyalty4j.scenario;

import static io.loyalty4j.testing.LoyaltyScenario.line;

import io.loyalty4j.Programs;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.Dormant;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpired;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal.InsufficientPoints;
import io.loyalty4j.shop.Refusal.OrderClosed;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.Then;
import io.loyalty4j.testing.When;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** One expectation of each kind that does not hold, by the name of its method and, after a space, of the case. */
final class Failing {
    private final Map<String, Runnable> cases = new LinkedHashMap<>();

    private Failing() {
        afterAPurchase();
        afterAQuestion();
        afterRefusals();
        afterTime();
        ofSilence();
        ofSteps();
    }

    static Map<String, Runnable> cases() {
        return new Failing().cases;
    }

    private void fails(String name, Function<LoyaltyScenario, Then> story, Consumer<Then> expectation) {
        cases.put(
                name,
                () -> expectation.accept(story.apply(
                        LoyaltyScenario.of(Programs.beautyInsider().build()).at("2026-11-21"))));
    }

    private void afterAPurchase() {
        Function<LoyaltyScenario, Then> story = scenario -> scenario.given("ana")
                .inTier("VIB")
                .pointsThrough(70, "2026-12-31")
                .when("ana")
                .buys(line("perfume", "60.00").category("fragrance").times(2), line("soap", "4.50"))
                .then();
        fails("earned", story, then -> then.earned(580));
        fails("awarded", story, then -> then.awarded("fragrance-week", 240));
        fails("awarded on a line", story, then -> then.awarded("base", "soap", 5));
        fails("silent", story, then -> then.silent("first-order"));
        fails("silent for another reason", story, then -> then.silent("review", "it was not asked"));
        fails("explained", story, then -> then.explained("base", "2 points per 1.00"));
        fails("available", story, then -> then.available(70));
        fails("pending", story, then -> then.pending(1));
        fails("held", story, then -> then.held(1));
        fails("inDebt", story, then -> then.inDebt(1));
        fails("lots", story, then -> then.lots(70));
        fails("pointsThrough", story, then -> then.pointsThrough(70, "2026-12-30"));
        fails("inTier", story, then -> then.inTier("INSIDER"));
        fails("inTierThrough", story, then -> then.inTierThrough("VIB", "2026-12-31"));
        fails("nextTier", story, then -> then.nextTier("ROUGE", "1000"));
        fails("discounted", story, then -> then.discounted("1.00"));
        fails("redeemed", story, then -> then.redeemed("cash-10"));
        fails("surplus", story, then -> then.surplus("soap", 1));
        fails("vouchers", story, then -> then.vouchers("cash-10", 1));
        fails("stamps", story, then -> then.stamps("review", 1));
        fails("refused", story, then -> then.refused(InsufficientPoints.class));
        fails("refused exactly", story, then -> then.refused(new InsufficientPoints("cash-10", 500, 0)));
        fails("replayed", story, then -> then.replayed());
        fails("nothingChanged", story, then -> then.nothingChanged());
        fails("notified", story, then -> then.notified(PointsExpired.class));
        fails("notNotified", story, then -> then.notNotified(PointsEarned.class));
        fails("heldBack", story, then -> then.heldBack(PointsEarned.class, "no consent"));
        fails("heldBack without such a moment", story, then -> then.heldBack(Birthday.class, "no consent"));
        fails("notified without such a moment", story, then -> then.notified(PointsExpiringSoon.class));
        fails("notNotified without such a moment", story, then -> then.notNotified(Dormant.class));
        fails("awarded by no such rule", story, then -> then.awarded("fragance-week", 0));
        fails("redeemed no such reward", story, then -> then.redeemed("cash-100"));
        fails("vouchers for no such reward", story, then -> then.vouchers("cash-100", 0));
        fails("inTier of no such tier", story, then -> then.inTier("GOLD"));
        fails("available to another member", story, then -> then.then("ben").available(1));
    }

    private void afterAQuestion() {
        Function<LoyaltyScenario, Then> story = scenario -> scenario.when("zoe")
                .redeeming("cash-10")
                .asksFor(line("soap", "9.00"))
                .then();
        fails("earned of a question", story, then -> then.earned(1));
        fails("accepted", story, then -> then.accepted());
    }

    private void afterRefusals() {
        MemberId ana = MemberId.of("ana");
        Order order =
                Order.of(ana, "A-1").currency("USD").line(line("soap", "20.00")).redeem("cash-10");
        Function<LoyaltyScenario, Then> story = scenario -> scenario.given("ana")
                .points(600)
                .when("ana")
                .order("A-0")
                .buys(line("soap", "5.00"))
                .and()
                .cancels("A-0")
                .and()
                .sendsAtOnce(order.reservation(), order.reservation())
                .and()
                .order("A-2")
                .redeeming("cash-10")
                .reserves(line("soap", "20.00"))
                .then();
        fails("accepted so often", story, then -> then.accepted(1));
        fails("refused so often", story, then -> then.refused(InsufficientPoints.class, 2));
        fails("refused for another reason", story, then -> then.refused(OrderClosed.class));
    }

    private void afterTime() {
        Function<LoyaltyScenario, Then> story = scenario -> scenario.given("ana")
                .when("ana")
                .buys(line("soap", "5.00"))
                .then()
                .when()
                .timePasses(Period.ofMonths(13))
                .then();
        fails("available after they lapsed", story, then -> then.available(105));
        fails("accepted without a command", story, then -> then.accepted());
        fails(
                "notified of what was held back",
                scenario -> LoyaltyScenario.of(Programs.retention().build())
                        .at("2026-03-02")
                        .given("ana")
                        .enrolledOn("2025-01-01")
                        .bornOn("03-05")
                        .when("ana")
                        .timePasses(Period.ofDays(3))
                        .then(),
                then -> then.notified(Birthday.class));
        fails(
                "available before what is due is booked",
                scenario -> scenario.given("ana")
                        .points(500)
                        .when("ana")
                        .redeeming("cash-10")
                        .reserves(line("soap", "20.00"))
                        .and()
                        .timePassesUnattended(Duration.ofHours(3))
                        .then(),
                then -> then.available(0));
    }

    private void ofSilence() {
        MemberId ana = MemberId.of("ana");
        cases.put(
                "usingVoucher that was held back",
                () -> retention().when(ana.value()).usingVoucher());
        fails(
                "earned with many lots",
                scenario -> {
                    When many = scenario.given("ana").when("ana");
                    for (int order = 1; order <= 14; order++) {
                        many.buys(line("soap", "5.00"));
                    }
                    return scenario.then("ana");
                },
                then -> then.earned(6));
    }

    /** A code was given to who has not agreed to hear of it. */
    private static LoyaltyScenario retention() {
        LoyaltyScenario scenario =
                LoyaltyScenario.of(Programs.retention().build()).at("2026-03-02");
        scenario.given("ana").when("ana").buys(line("soap", "30.00")).and().timePasses(Duration.ofMinutes(30));
        return scenario;
    }

    private void ofSteps() {
        fails("does", scenario -> scenario.when("ana").does("reviw").then(), then -> {});
        fails(
                "returns of no such line",
                scenario -> scenario.when("ana")
                        .order("A-1")
                        .buys(line("soap", "4.50"), line("cream", "9.00"))
                        .and()
                        .returns("A-1", "saop", 1)
                        .then(),
                then -> {});
        fails(
                "available after another member's return",
                scenario -> scenario.when("ana")
                        .order("A-1")
                        .buys(line("soap", "4.50"))
                        .and("ben")
                        .returns("A-1", "soap", 1)
                        .then("ana"),
                then -> then.available(0));
        fails(
                "usingVoucher",
                scenario -> scenario.when("ana").usingVoucher().buys().then(),
                then -> {});
        fails(
                "given inTier of no such tier",
                scenario ->
                        scenario.given("ana").inTier("GOLD").when("ana").buys().then(),
                then -> {});
        fails(
                "sendsInAnyOrder",
                scenario -> scenario.given("ana")
                        .when("ana")
                        .sendsInAnyOrder(
                                Order.of(MemberId.of("ana"), "A-1")
                                        .currency("USD")
                                        .line(line("soap", "10.00")),
                                Order.of(MemberId.of("ana"), "A-2")
                                        .currency("USD")
                                        .line(line("perfume", "350.00").category("fragrance")))
                        .then(),
                then -> {});
    }
}
