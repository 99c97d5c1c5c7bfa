package io.loyalty4j.scenario;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal.InsufficientPoints;
import io.loyalty4j.shop.Refusal.RequestConflicts;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.testing.Done;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.Then;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an expectation is about, and that it fails where it would prove nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ScopesTest {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");

    private final LoyaltyScenario beauty =
            LoyaltyScenario.of(Programs.beautyInsider().build()).at("2026-11-21");
    private final LoyaltyScenario plain = LoyaltyScenario.of(Programs.plain().build());

    private static void fails(Then then, Consumer<Then> expectation, String... words) {
        assertThatThrownBy(() -> expectation.accept(then))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(words);
    }

    @Nested
    final class A_rule_that_was_not_asked {
        @Test
        void was_not_silent_where_the_order_was_refused() {
            Then then = beauty.given("ana")
                    .when("ana")
                    .redeeming("cash-10")
                    .buys(line("card", "50.00").category("gift-card"))
                    .then();

            fails(then, refused -> refused.silent("base"), "it was not asked", "cash-10 needs an order of 10.00 USD");
        }

        @Test
        void was_not_silent_while_time_passed() {
            Then then = beauty.given("ana")
                    .when("ana")
                    .buys(line("perfume", "50.00").category("fragrance"))
                    .and()
                    .timePasses(Duration.ofHours(1))
                    .then();

            fails(then, later -> later.silent("fragrance-week"), "nothing was sent");
        }

        @Test
        void has_no_line_that_the_order_has_not() {
            Then then =
                    beauty.given("ana").when("ana").buys(line("soap", "5.00")).then();

            fails(then, bought -> bought.awarded("base", "saop", 0), "no line saop", "[soap]");
        }
    }

    @Nested
    final class A_step {
        @Test
        void is_looked_at_as_it_was_whatever_was_done_since() {
            Done first = plain.when("ana").buys(line("thing", "10.00"));
            plain.when("ana").buys(line("thing", "7.00"));

            first.then().earned(10).available(17);
        }

        @Test
        void is_the_business_of_who_took_it() {
            plain.given("ben")
                    .when("ana")
                    .asksFor(line("thing", "10.00"))
                    .then("ben")
                    .earned(0)
                    .nothingChanged();
        }

        @Test
        void may_follow_orders_that_were_named_like_those_that_are_not() {
            plain.when("ana")
                    .order("order-1")
                    .buys(line("thing", "10.00"))
                    .and()
                    .buys(line("thing", "10.00"))
                    .then()
                    .earned(10)
                    .available(20);
        }

        @Test
        void may_arrive_again_when_time_has_passed() {
            plain.when("ana")
                    .buys(line("thing", "10.00"))
                    .and()
                    .timePasses(Period.ofDays(3))
                    .and()
                    .repeats(2)
                    .and()
                    .repeats(1)
                    .then()
                    .accepted(1)
                    .replayed()
                    .available(10);
        }

        @Test
        void of_conflicting_commands_at_once_is_answered_for_each() {
            plain.when("ana")
                    .sendsAtOnce(
                            Order.of(ANA, "A-1").currency("GBP").line(line("thing", "5.00")),
                            Order.of(ANA, "A-1").currency("GBP").line(line("thing", "6.00")))
                    .then()
                    .accepted(1)
                    .refused(RequestConflicts.class, 1);
            assertThatThrownBy(() -> plain.when("ana").sendsAtOnce()).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void that_fails_leaves_nothing_half_told() {
            LoyaltyProgram failing = Programs.plain()
                    .earn("picky", occasion -> {
                        throw new IllegalStateException("not on Wednesdays");
                    })
                    .build();
            LoyaltyScenario scenario = LoyaltyScenario.of(failing);
            scenario.given("ana").points(5);

            assertThatThrownBy(() -> scenario.when("ana").buys(line("thing", "1.00")))
                    .isInstanceOf(RuleFailedException.class);
            scenario.when("ana")
                    .timePasses(Duration.ofHours(1))
                    .then()
                    .nothingChanged()
                    .available(5);
        }

        @Test
        void that_edits_counts_as_it_stands() {
            LoyaltyEngine lent = plain.engine();
            Order order = Order.of(ANA, "A-1").currency("GBP").line(line("thing", "10.00"));
            lent.purchase(order);
            lent.purchase(order.revision(2).line(line("other", "20.00")));

            plain.then("ana").awarded("base", 30).earned(30);
        }
    }

    @Nested
    final class What_was_held_back {
        @Test
        void before_this_story_is_no_matter_of_it() {
            LoyaltyScenario scenario =
                    LoyaltyScenario.of(Programs.retention().build()).at("2026-03-02");
            scenario.given("ana")
                    .enrolledOn("2025-01-01")
                    .bornOn("03-05")
                    .when("ana")
                    .timePasses(Period.ofDays(3))
                    .then()
                    .heldBack(Birthday.class, "no consent");

            fails(
                    scenario.when("ana").timePasses(Period.ofDays(3)).then(),
                    later -> later.heldBack(Birthday.class, "no consent"),
                    "actual:   none");
        }
    }

    @Nested
    final class The_shops_own_code {
        @Test
        void that_is_refused_has_taken_a_step() {
            LoyaltyEngine lent = beauty.engine();
            beauty.given("ana").points(100);
            lent.purchase(Order.of(ANA, "A-1").currency("USD").redeem("cash-10").line(line("soap", "20.00")));

            beauty.then("ana")
                    .refused(new InsufficientPoints("cash-10", 500, 100))
                    .nothingChanged()
                    .earned(0);
        }

        @Test
        void is_answered_and_told_the_reasons() {
            beauty.given("ana").ordered(1, "2026-01-01");
            beauty.engine().purchase(Order.of(ANA, "A-1").currency("USD").line(line("soap", "20.00")));

            fails(
                    beauty.then("ana")
                            .accepted()
                            .earned(20)
                            .silent("fragrance-week", "no line with category fragrance")
                            .silent("first-order", "not met: the first order")
                            .notified(PointsEarned.class),
                    bought -> bought.earned(21),
                    "first-order gives nothing");
        }

        @Test
        void is_lived_again_in_the_order_in_which_it_was_sent() {
            LoyaltyProgram giving =
                    Programs.plain().transfers(Transfers.upTo(1_000)).build();
            LoyaltyScenario scenario = LoyaltyScenario.of(giving);
            LoyaltyEngine lent = scenario.engine();
            scenario.given("ben").points(80).and("ana");
            lent.execute(Transfer.of(BEN, "gift", 80).to(ANA));
            lent.purchase(Order.of(ANA, "A-1").currency("GBP").redeem("eighty").line(line("thing", "5.00")));

            scenario.then("ana").accepted().redeemed("eighty").available(4);
            assertThat(scenario.differenceTo(scenario.under(giving))).isEqualTo("no difference");
        }

        @Test
        void is_part_of_what_is_compared() {
            LoyaltyScenario twin = plain.under(Programs.plain().build());
            plain.engine().purchase(Order.of(ANA, "A-1").currency("GBP").line(line("thing", "5.00")));

            assertThatThrownBy(() -> plain.differenceTo(twin)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    final class A_history {
        private final List<Order> orders = List.of(
                Order.of(ANA, "order-1").currency("GBP").line(line("thing", "5.00")),
                Order.of(ANA, "order-2").currency("GBP").line(line("thing", "6.00")));

        @Test
        void is_a_step_of_its_own() {
            plain.when("ana").buys(line("thing", "1.00"));

            plain.history(orders.subList(1, 2)).then("ana").accepted().earned(6).available(7);
        }

        @Test
        void under_another_program_is_one_too_and_ids_go_on() {
            LoyaltyProgram twice =
                    Programs.plain().earn("more", points(1).per("1.00")).build();

            plain.history(orders)
                    .under(twice)
                    .then("ana")
                    .earned(22)
                    .when()
                    .buys(line("thing", "5.00"))
                    .then()
                    .earned(10);
        }
    }

    @Nested
    final class What_is_given {
        @Test
        void is_given_once() {
            assertThatThrownBy(
                            () -> beauty.given("ana").ordered(2, "2026-01-01").ordered(3, "2026-02-01"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("say ordered(..) once");
            assertThatThrownBy(() -> beauty.given("ben").spent("10.00").spent("20.00"))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void lies_behind() {
            assertThatThrownBy(() -> beauty.given("ana").enrolledOn("2026-12-01"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("yet to come");
            beauty.when("ben").timePasses(Period.ofDays(1));
            beauty.given("ben").when("ben").timePasses(Period.ofDays(1));
            assertThatThrownBy(() -> beauty.given("ben").enrolledOn("2026-01-01"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("enrolled already");
        }
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_refused() {
        LoyaltyScenario berlin =
                LoyaltyScenario.of(Programs.retention().build()).at("2026-03-28");

        assertThatThrownBy(() -> berlin.when("ana").timeIs("2026-03-29T02:30"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no such time");
        assertThatThrownBy(
                        () -> berlin.when("ana").timePasses(Period.ZERO).then().pointsThrough(1, "31.12.2026"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"31.12.2026\" is not a day such as 2026-11-21");
        assertThatThrownBy(
                        () -> berlin.when("ana").timePasses(Period.ZERO).then().discounted("5,00"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
