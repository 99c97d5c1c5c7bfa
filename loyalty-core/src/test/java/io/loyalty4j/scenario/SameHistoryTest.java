package io.loyalty4j.scenario;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.shop.Window.YEAR;
import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.Programs;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One history under two programs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SameHistoryTest {
    private static final LoyaltyProgram BEAUTY = Programs.beautyInsider().build();

    private static final LoyaltyProgram GENEROUS = Programs.beautyInsider()
            .version("generous")
            .without("fragrance-week")
            .earn("app", points(7).perOrder())
            .build();

    private static void lives(LoyaltyScenario scenario) {
        scenario.given("ana")
                .inTier("VIB")
                .and("ben")
                .points(490)
                .when("ana")
                .order("A-1")
                .buys(line("perfume", "100.00").category("fragrance"), line("soap", "5.00"))
                .and("ben")
                .order("B-1")
                .buys(line("soap", "5.00"))
                .and()
                .order("B-2")
                .redeeming("cash-10")
                .buys(line("cream", "20.00"))
                .and("ana")
                .timePasses(Period.ofDays(3))
                .and()
                .returns("A-1", "soap", 1);
    }

    @Test
    void what_would_have_changed_is_a_table() {
        LoyaltyScenario scenario = LoyaltyScenario.of(BEAUTY).at("2026-11-21");
        lives(scenario);

        assertThat(scenario.differenceTo(scenario.under(GENEROUS))).isEqualTo("""
                beauty-insider 1 -> beauty-insider generous
                                                                   before          after     difference
                  points given                                       1110            831           -279
                    by app                                              0             21            +21
                    by fragrance-week                                 300              0           -300
                  points available at the end                         605            326           -279
                ana: available 500 -> 207
                  order/A-1@1: app 0 -> 7; fragrance-week 300 -> 0
                ben: available 105 -> 119
                  order/B-1@1: app 0 -> 7
                  order/B-2@1: app 0 -> 7""");
    }

    @Test
    void under_the_same_program_the_same_happens_again() {
        for (int seed = 0; seed < 20; seed++) {
            LoyaltyScenario scenario = LoyaltyScenario.of(Programs.retention().build())
                    .at("2026-03-02")
                    .chance(seed);
            livesAtRandom(scenario, new Random(seed));

            LoyaltyScenario again = scenario.under(Programs.retention().build());

            assertThat(scenario.differenceTo(again)).as("seed " + seed).isEqualTo("no difference");
            for (String member : List.of("ana", "ben")) {
                assertThat(again.account(member)).as("seed " + seed).isEqualTo(scenario.account(member));
                assertThat(again.events(member)).as("seed " + seed).isEqualTo(scenario.events(member));
            }
        }
    }

    @Test
    void balances_are_the_same_whether_or_not_the_scheduler_comes() {
        for (int seed = 0; seed < 30; seed++) {
            LoyaltyScenario attended =
                    LoyaltyScenario.of(Programs.campus().build()).at("2026-03-02");
            LoyaltyScenario away = LoyaltyScenario.of(Programs.campus().build()).at("2026-03-02");
            Random random = new Random(seed);
            for (int i = 0; i < 25; i++) {
                Duration pause = Duration.ofHours(random.nextInt(2_000));
                attended.when("ana").timePasses(pause);
                away.when("ana").timePassesUnattended(pause);
                String price = random.nextInt(90) + ".00";
                attended.when("ana").order("A-" + i).buys(line("thing", price));
                away.when("ana").order("A-" + i).buys(line("thing", price));
                assertThat(away.account("ana").available())
                        .as("seed " + seed)
                        .isEqualTo(attended.account("ana").available());
            }
            away.when("ana").runsDue();

            assertThat(away.account("ana"))
                    .as("seed " + seed)
                    .usingRecursiveComparison()
                    .ignoringFields("hash")
                    .isEqualTo(attended.account("ana"));
        }
    }

    /** Time, codes, friends, the shop's own code, a scheduler that is away. */
    private static void livesAtRandom(LoyaltyScenario scenario, Random random) {
        scenario.given("ana").bornOn("03-20").consenting("email").and("ben").enrolledOn("2025-04-01");
        for (int i = 0; i < 15; i++) {
            String who = random.nextBoolean() ? "ana" : "ben";
            String id = "own-" + i;
            switch (random.nextInt(7)) {
                case 0 -> scenario.when(who).buys(line("thing", random.nextInt(90) + ".00"));
                case 1 -> scenario.when(who).timePasses(Period.ofDays(random.nextInt(40)));
                case 2 -> scenario.when(who).timePassesUnattended(Duration.ofHours(random.nextInt(400)));
                case 3 -> scenario.when(who).does("spin");
                case 4 -> scenario.when("ben").isReferredBy("ana");
                case 5 ->
                    scenario.engine()
                            .purchase(Order.of(MemberId.of(who), id)
                                    .currency("EUR")
                                    .line(line("x", "30.00")));
                default ->
                    scenario.engine()
                            .enrol(Member.of(MemberId.of(who)).birthday("05-05").consentsTo("email"));
            }
        }
    }

    @Test
    void a_story_goes_on_under_the_other_program_too() {
        LoyaltyScenario scenario = LoyaltyScenario.of(BEAUTY).at("2026-11-21");
        scenario.given("ana")
                .points(5)
                .when("ana")
                .buys(line("soap", "5.00"))
                .and()
                .does("review");

        scenario.under(GENEROUS)
                .when("ana")
                .buys(line("soap", "3.00"))
                .then()
                .accepted()
                .earned(3 + 7)
                .when()
                .timePasses(Period.ofDays(1))
                .and()
                .does("review")
                .then()
                .awarded("review", 25);
    }

    @Test
    void only_what_was_lived_under_both_can_be_compared() {
        LoyaltyScenario scenario = LoyaltyScenario.of(BEAUTY).at("2026-11-21");
        lives(scenario);
        LoyaltyScenario other = scenario.under(GENEROUS);
        other.when("ana").buys(line("soap", "5.00"));

        assertThatThrownBy(() -> scenario.differenceTo(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("under(..)");
    }

    @Nested
    final class What_else_differs {
        private final ProgramBuilder cards = Programs.plain()
                .version("next")
                .reward("coffee", gift("COFFEE").free().withVoucher(Duration.ofDays(30)));

        private String difference(LoyaltyProgram before, LoyaltyProgram after, Consumer<LoyaltyScenario> story) {
            LoyaltyScenario scenario = LoyaltyScenario.of(before).at("2026-03-02");
            story.accept(scenario);
            assertThat(scenario.differenceTo(scenario.under(before))).isEqualTo("no difference");
            return scenario.differenceTo(scenario.under(after));
        }

        @Test
        void stamps_and_what_a_full_card_gives() {
            LoyaltyProgram four =
                    cards.earn("card", stampCard(4).givingReward("coffee")).build();
            LoyaltyProgram ten = four.toBuilder()
                    .without("card")
                    .earn("card", stampCard(10).givingReward("coffee"))
                    .build();

            assertThat(difference(
                            four,
                            ten,
                            scenario -> scenario.when("ana")
                                    .buys(line("coffee", "2.00").times(5))))
                    .contains(
                            "\nana: stamps card 1 -> 5; told MilestoneReached 1 -> 0; told VoucherIssued 1 -> 0; vouchers coffee 1 through 2026-04-01 -> 0");
        }

        @Test
        void what_rewards_take_off() {
            assertThat(difference(
                            BEAUTY,
                            Programs.beautyInsider()
                                    .without("cash-10")
                                    .reward("cash-10", discount("20.00").costs(500))
                                    .build(),
                            scenario -> scenario.given("ana")
                                    .points(500)
                                    .when("ana")
                                    .order("A-1")
                                    .redeeming("cash-10")
                                    .buys(line("cream", "40.00"))))
                    .containsPattern("discounts given, USD +10\\.00 +20\\.00 +\\+10\\.00\n")
                    .contains("rewards cash-10 10.00 USD -> cash-10 20.00 USD");
        }

        @Test
        void last_days_of_points() {
            assertThat(difference(
                            BEAUTY,
                            Programs.beautyInsider()
                                    .expiry(Expiry.afterInactivity(Period.ofMonths(6)))
                                    .build(),
                            scenario -> scenario.when("ana").buys(line("soap", "5.00"))))
                    .endsWith("\nana: lots 105 through 2027-03-02 -> 105 through 2026-09-02");
        }

        @Test
        void last_days_of_tiers_and_the_way_to_the_next() {
            assertThat(difference(
                            BEAUTY,
                            Programs.beautyInsider()
                                    .tiers(TierLadder.bySpend()
                                            .per(YEAR)
                                            .base("INSIDER")
                                            .tier("VIB", 350)
                                            .tier("ROUGE", 900))
                                    .build(),
                            scenario -> scenario.when("ana").buys(line("cream", "400.00"))))
                    .endsWith(
                            "\nana: next tier ROUGE, 600 missing -> ROUGE, 500 missing; tier through 2027-12-31 -> 2026-12-31");
        }

        @Test
        void what_members_are_told() {
            assertThat(difference(
                            Programs.retention().build(),
                            Programs.retention().without("jubilee").build(),
                            scenario -> scenario.given("ana")
                                    .enrolledOn("2025-03-05")
                                    .consenting("push")
                                    .when("ana")
                                    .timePasses(Period.ofDays(5))))
                    .endsWith("\nana: told Anniversary 1 -> 0");
        }

        @Test
        void what_returns_take_back_once_however_often_they_come() {
            assertThat(difference(
                            BEAUTY,
                            Programs.beautyInsider()
                                    .earn("app", points(7).perOrder())
                                    .build(),
                            scenario -> scenario.when("ana")
                                    .order("A-1")
                                    .buys(line("soap", "5.00"))
                                    .and()
                                    .repeats(2)
                                    .and()
                                    .cancels("A-1")))
                    .endsWith(
                            "\nana: the same in the end\n  order/A-1@1: app 0 -> 7\n  cancel/A-1@1: taken back 105 -> 112");
        }
    }

    @Nested
    final class Replayed {
        private final MemberId ana = MemberId.of("ana");

        private Order order(String id, String placed, OrderLine line) {
            return Order.of(ana, id).currency("USD").line(line).at(Instant.parse(placed + "T15:00:00Z"));
        }

        private final List<Command> history = List.of(
                order("A-1", "2025-01-10", line("soap", "40.00")),
                Activity.of(ana, "review", "r-1").at(Instant.parse("2025-03-01T10:00:00Z")),
                order("A-2", "2025-06-10", line("cream", "60.00")).redeem("cash-10"),
                Refund.of(order("A-1", "2025-01-10", line("soap", "40.00")), "rma")
                        .line("soap", 1));

        @Test
        void a_history_begins_with_its_first_command_and_ends_where_the_story_does() {
            LoyaltyScenario scenario =
                    LoyaltyScenario.of(BEAUTY).at("2026-04-01").history(history);

            scenario.then("ana").available(0);
            assertThat(scenario.account("ana").time()).isEqualTo("2026-04-01T16:00:00Z");
            assertThat(scenario.events("ana"))
                    .extracting(event -> event.kind() + " " + event.at())
                    .contains("PointsEarned 2025-01-10T15:00:00Z", "PointsExpired 2026-03-02T05:00:00Z");
        }

        @Test
        void the_story_goes_on_behind_it() {
            LoyaltyScenario.of(BEAUTY)
                    .history(history.subList(0, 2))
                    .when("ana")
                    .buys(line("soap", "10.00"))
                    .then()
                    .silent("first-order")
                    .available(140 + 25 + 10);
        }

        @Test
        void what_was_refused_then_may_be_booked_under_another_program() {
            LoyaltyScenario scenario = LoyaltyScenario.of(BEAUTY).history(history);
            LoyaltyProgram rich = Programs.beautyInsider()
                    .version("rich")
                    .earn("welcome", points(1_000).perOrder())
                    .build();

            assertThat(scenario.differenceTo(scenario.under(rich)))
                    .contains("order/A-2@1: base 0 -> 50; welcome 0 -> 1000; "
                            + "is refused (cash-10 needs 500 points, 165 are available) -> booked; "
                            + "rewards none -> cash-10 10.00 USD");
        }

        @Test
        void what_comes_late_is_booked_late() {
            List<Command> late = new ArrayList<>(history);
            late.add(order("A-0", "2024-12-24", line("soap", "10.00")));

            LoyaltyScenario scenario = LoyaltyScenario.of(BEAUTY).history(late);

            assertThat(scenario.account("ana").time()).isEqualTo("2025-06-10T15:00:00Z");
        }
    }
}
