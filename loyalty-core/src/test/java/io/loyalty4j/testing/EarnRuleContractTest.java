package io.loyalty4j.testing;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.birthdayMonth;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.daysSinceLastOrder;
import static io.loyalty4j.earn.Conditions.everyNthOrder;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.memberIs;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.weekday;
import static io.loyalty4j.earn.Contribution.award;
import static io.loyalty4j.earn.Contribution.multiply;
import static io.loyalty4j.earn.Contribution.none;
import static io.loyalty4j.earn.Contribution.rate;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.earn.EarnRules.rule;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.loyalty4j.earn.Contribution;
import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Formula;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Prizes;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The library's own rules keep the laws of rules, and so do those that a shop may think of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EarnRuleContractTest {
    private static final MemberId BEN = MemberId.of("ben");

    private static final LoyaltyProgram TIERED = LoyaltyProgram.named("tiered")
            .currency("EUR")
            .zone("Europe/Berlin")
            .earn("base", points(1).per("1.00"))
            .tiers(TierLadder.bySpend()
                    .per(Window.YEAR)
                    .keptThroughNextPeriod()
                    .base("BLUE")
                    .tier("GOLD", 600))
            .build();

    @TestFactory
    Stream<DynamicContainer> rates() {
        return keeping(
                points(1).per("1.00"),
                points(3).per("7.00").on(category("fragrance")),
                points(10).perWhole("20.00"),
                points(10).perWhole("20.00").atMostTimes(2).perOrder(),
                points(5).perItem(),
                points(5).perItem().on(category("books")).atMostPoints(7).per(Window.DAY));
    }

    @TestFactory
    Stream<DynamicContainer> bonuses() {
        return keeping(
                points(100).perOrder(),
                points(100).perOrder().when(orderFrom("50.00")),
                points(100).perOrder().when(firstOrder()),
                points(100).perOrder().when(everyNthOrder(3)),
                points(100).perOrder().when(anyLine(category("books"))).when(weekday(DayOfWeek.SATURDAY)),
                points(100).perOrder().when(birthdayMonth()),
                points(100).perOrder().when(memberIs("segment", "student")),
                points(100).perOrder().when(daysSinceLastOrder(90)),
                points(100).perOrder().from("2027-03-01").through("2027-03-07"),
                points(100).perOrder().atMostPoints(250).inAll(),
                points(100).perOrder().oncePerPerson(),
                points(2).perUnit("visits"));
    }

    @TestFactory
    Stream<DynamicContainer> multipliers() {
        return keeping(
                multiplier(2),
                multiplier("1.25").on(category("fragrance")),
                multiplier(4).bestOf("campaigns").from("2026-11-20"),
                multiplier(3).atMostPoints(50).perOrder());
    }

    @TestFactory
    Stream<DynamicContainer> rules_about_tiers() {
        return Stream.of(
                        multiplier(2).inTier("GOLD", 3),
                        multiplier(1).inTier("GOLD", "1.5"),
                        points(10).perOrder().when(inTier("GOLD")))
                .map(rule -> kept(rule.describe(), EarnRuleContract.of(rule).in(TIERED)));
    }

    @TestFactory
    Stream<DynamicContainer> cards_challenges_draws_and_rewards() {
        return keeping(
                stampCard(9).givingPoints(50),
                stampCard(4).givingReward("coffee").on(category("books")),
                challenge().orders(2).givingPoints(500),
                challenge().activity("review", 1).orders(1).givingPoints(30),
                spin(Prizes.draw().points(500, "10").points(20, "60")).forActivity("spin"),
                reward("thanks").when(orderFrom("50.00")));
    }

    @TestFactory
    Stream<DynamicContainer> rules_for_activities() {
        return keeping(
                points(25).forActivity("review"),
                points(25).forActivity("review").oncePer(Window.DAY),
                points(4)
                        .perUnit("kilometres")
                        .forActivity("ride")
                        .atMostPoints(9)
                        .per(Window.MONTH));
    }

    @TestFactory
    Stream<DynamicContainer> formulas() {
        return Stream.of(
                kept(
                        "a lambda",
                        EarnRuleContract.of(occasion ->
                                occasion.lines().size() > 1 ? multiply(2) : none("there is one line alone"))),
                kept(
                        "on some lines",
                        EarnRuleContract.of(occasion -> rate(2, "1.00")
                                .onlyOn(line -> line.quantity() > 2, "three pieces or more")
                                .because("many"))),
                kept(
                        "a formula with clauses",
                        EarnRuleContract.of(rule(new Small())
                                .when(orderFrom("0.10"))
                                .atMostPoints(150)
                                .per(Window.MONTH)
                                .describedAs("for small orders"))),
                kept("more for less", EarnRuleContract.of(new Small())),
                kept(
                        "an activity's",
                        EarnRuleContract.of(rule(new ByBicycle()).forActivity("ride"))
                                .on(Activity.of(BEN, "ride", "r-1").with("kilometres", 12))));
    }

    @TestFactory
    Stream<DynamicContainer> samples_of_ones_own() {
        Order order = Order.of(BEN, "A-1")
                .currency("EUR")
                .line(OrderLine.of("umbrella", "20.00").times(2).category("rain"))
                .line(OrderLine.of("boots", "80.00").less("3.33"));
        Formula rain = occasion ->
                occasion.attribute("weather").filter("rain"::equals).isPresent() ? multiply(2) : none("it is dry");
        return Stream.of(
                kept("of an order", EarnRuleContract.of(rain).on(order, order.with("weather", "rain"))),
                kept(
                        "in another currency",
                        EarnRuleContract.of(rain).on(order.with("weather", "rain"), order.currency("USD"))));
    }

    @TestFactory
    DynamicContainer members_of_ones_own() {
        Formula club = occasion -> occasion.memberAttribute("club").isPresent() ? award(5) : none("not in the club");
        return kept(
                "of a member",
                EarnRuleContract.of(club)
                        .on(Order.of(BEN, "A-1").currency("EUR").line(OrderLine.of("boots", "80.00")))
                        .by(Member.of(BEN).with("club", "walkers")));
    }

    @Test
    void every_check_has_a_name_of_its_own() {
        assertThat(EarnRuleContract.of(multiplier(2)).checks().stream().map(Check::name))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
    }

    private static Stream<DynamicContainer> keeping(EarnRule... rules) {
        return Arrays.stream(rules).map(rule -> kept(rule.describe(), EarnRuleContract.of(rule)));
    }

    private static DynamicContainer kept(String name, EarnRuleContract contract) {
        List<Check> checks = contract.checks();
        return dynamicContainer(name, checks.stream().map(check -> dynamicTest(check.name(), check::run)));
    }

    /** Gives more for less when it is asked; what was given is kept with the order, and a return asks nothing. */
    private static final class Small implements Formula {
        @Override
        public Contribution contribute(Occasion occasion) {
            return occasion.amount().amount().intValue() < 10 ? award(100) : none("10.00 or more");
        }

        @Override
        public String describe() {
            return "100 points for orders below 10.00";
        }
    }

    private static final class ByBicycle implements Formula {
        @Override
        public Contribution contribute(Occasion occasion) {
            long kilometres = occasion.number("kilometres");
            return kilometres < 3 ? none("under 3 km") : award(10 * kilometres).because(kilometres + " km by bicycle");
        }
    }
}
