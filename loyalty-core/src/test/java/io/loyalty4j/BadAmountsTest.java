package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.BulkGrant;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException.Violation;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts, quantities and points that nobody means, or that somebody does: nothing is written, and no sign is ever turned. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BadAmountsTest extends EngineFixture {
    private static final long MOST = 1_000_000_000_000_000L;

    private static ProgramBuilder open() {
        return Programs.plain()
                .adjustments(AdjustmentLimits.upTo(MOST))
                .transfers(Transfers.upTo(MOST).per(YEAR))
                .earn("miles", points(10).perUnit("miles"))
                .earn("ride", points(10).perUnit("rides").forActivity("ride"));
    }

    private static Order empty(String id) {
        return Order.of(ANA, id).currency("GBP");
    }

    private static Adjustment adds(String id, long points) {
        return Adjustment.add(ANA, id, points).by("agent-1").because("sorry");
    }

    private static Adjustment takes(String id, long points) {
        return Adjustment.deduct(ANA, id, points).by("agent-1").because("sorry");
    }

    @Nested
    @DisplayName("61: no amount below zero, none too large, none that is no number")
    final class Form {
        private final LoyaltyEngine loyalty = running(open());

        private void isRefused(Command command, String... paths) {
            pathsAre(() -> loyalty.execute(command), paths);
            nothingWasWritten(ANA);
        }

        private void pathsAre(Runnable act, String... paths) {
            InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, act::run);
            assertThat(refused).as("refused").isNotNull();
            assertThat(refused.violations()).extracting(Violation::path).containsExactly(paths);
        }

        @Test
        @DisplayName("61: an order tells all of its bad amounts at once, quoted, reserved or paid")
        void an_order() {
            Order bad = empty("o-1")
                    .revision(0)
                    .line(OrderLine.of("a", "-0.01"))
                    .line(OrderLine.of("b", "10.00").times(0))
                    .line(OrderLine.of("c", "10.00").times(-1))
                    .line(OrderLine.of("d", "10.00").less("-5.00"))
                    .line(OrderLine.of("e", "10.00").times(2).less("20.01"))
                    .line(OrderLine.of("f", "1000000000000"))
                    .line(OrderLine.of("g", "1.0000001"))
                    .less("-1.00");
            String[] paths = {
                "discount",
                "lines[0].price",
                "lines[1].quantity",
                "lines[2].quantity",
                "lines[3].discount",
                "lines[4].discount",
                "lines[5].price",
                "lines[6].price",
                "revision"
            };

            isRefused(bad, paths);
            pathsAre(() -> loyalty.quote(bad), paths);
            pathsAre(() -> loyalty.purchase(bad), paths);
            pathsAre(() -> loyalty.executeAll(List.of(empty("good"), bad)), paths);
            InvalidInputException reserved =
                    catchThrowableOfType(InvalidInputException.class, () -> loyalty.reserve(bad));
            assertThat(reserved.violations()).hasSameSizeAs(paths);
            nothingWasWritten(ANA);
        }

        @Test
        @DisplayName("61: a discount above what the order costs is refused, also where the lines' own leave less")
        void a_discount() {
            isRefused(empty("o-1").line(OrderLine.of("a", "10.00")).less("10.01"), "discount");
            isRefused(empty("o-1").line(OrderLine.of("a", "10.00").less("9.00")).less("1.01"), "discount");
            isRefused(empty("o-1").less("0.01"), "discount");
            assertThat(loyalty.quote(empty("o-1")
                                    .line(OrderLine.of("a", "10.00").less("9.00"))
                                    .less("1.00"))
                            .points())
                    .isZero();
        }

        @ParameterizedTest(name = "61: {0} pieces come back")
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_000_001, Integer.MAX_VALUE})
        void a_return_of_pieces(int pieces) {
            isRefused(Refund.of(empty("o-1"), "r-1").line("a", pieces), "lines[0].quantity");
        }

        @ParameterizedTest(name = "61: an amount of {0} comes back")
        @ValueSource(strings = {"0", "-0", "-0.01", "1000000000000", "0.0000001"})
        void a_return_of_money(String amount) {
            isRefused(Refund.of(empty("o-1"), "r-1").amount(amount), "amount");
        }

        @ParameterizedTest(name = "61: {0} points")
        @ValueSource(longs = {0, -1, Long.MIN_VALUE, MOST + 1, Long.MAX_VALUE})
        void points_that_somebody_names(long points) {
            isRefused(adds("case-1", points), "points");
            isRefused(takes("case-1", points), "points");
            isRefused(Transfer.of(ANA, "gift", points).to(BEN), "points");
            isRefused(OpeningBalance.of(ANA, "old").points(points), "lots[0].points");
            isRefused(OpeningBalance.of(ANA, "old").pointsThrough(points, "2027-01-01"), "lots[0].points");
            BulkGrant grant = BulkGrant.of("outage", points)
                    .to(List.of(ANA))
                    .atMost(points)
                    .by("agent-1")
                    .because("outage");
            pathsAre(() -> loyalty.grant(grant), "most", "points");
            pathsAre(() -> loyalty.preview(grant), "most", "points");
            nothingWasWritten(ANA);
        }

        @ParameterizedTest(name = "61: {0} spent")
        @ValueSource(strings = {"-1", "-0", "NaN", "1e5", "1000000000000", "", "1.0000001"})
        void what_was_spent_before(String amount) {
            isRefused(OpeningBalance.of(ANA, "old").spentThisPeriod(amount), "spendText");
        }

        @ParameterizedTest(name = "61: the revision {0}")
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_000_001})
        void a_revision(int number) {
            isRefused(empty("o-1").revision(number), "revision");
            isRefused(empty("o-1").revision(number).cancellation(), "revision");
        }

        @ParameterizedTest(name = "61: an amount written as {0}")
        @ValueSource(
                strings = {"NaN", "Infinity", "-Infinity", "1e5", "1E400", "0x10", "+1", "", " ", "--1", "1,5", "٣"})
        void an_amount_that_is_no_plain_number(String text) {
            List<Function<String, Object>> readers = List.of(
                    price -> OrderLine.of("a", price),
                    off -> OrderLine.of("a", "1.00").less(off),
                    off -> empty("o-1").less(off),
                    money -> Refund.of(empty("o-1"), "r-1").amount(money),
                    money -> Money.of(money, "GBP"));
            readers.forEach(reader -> assertThatIllegalArgumentException().isThrownBy(() -> reader.apply(text)));
        }

        @ParameterizedTest(name = "61: an amount of {0}")
        @ValueSource(strings = {"1E+2147483647", "-1E+999999999", "1E-999999999", "1E+101", "1E-101"})
        @Timeout(10)
        void an_amount_of_absurd_size(String text) {
            BigDecimal absurd = new BigDecimal(text);
            List<Function<BigDecimal, Object>> readers = List.of(
                    price -> OrderLine.of("a", price),
                    off -> OrderLine.of("a", "1.00").less(off),
                    off -> empty("o-1").less(off),
                    money -> Refund.of(empty("o-1"), "r-1").amount(money),
                    money -> Money.of(money, "GBP"));
            readers.forEach(reader -> assertThatIllegalArgumentException().isThrownBy(() -> reader.apply(absurd)));
        }

        @Test
        @DisplayName("61: a program's own figures below what they can be are all told when it is built")
        void a_program() {
            ProgramBuilder program = open().earn("minus", points(-1).per("-1.00"))
                    .earn("for-nothing", points(1).per("0"))
                    .earn("less", multiplier("0.5"))
                    .earn("turned", multiplier("-2"))
                    .earn("huge", multiplier("1000000000"))
                    .earn("capped", points(1).perOrder().atMostPoints(-1).perOrder())
                    .reward("gift", discount("-1.00").costs(-5))
                    .alsoAccepts("USD", "-0.8")
                    .adjustments(AdjustmentLimits.upTo(-1))
                    .transfers(Transfers.upTo(-1))
                    .tiers(TierLadder.bySpend().base("A").tier("B", -5));
            InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, program::build);

            assertThat(refused.violations())
                    .extracting(Violation::path)
                    .containsOnly(
                            "adjustments.upTo",
                            "alsoAccepts[USD]",
                            "earn[capped].atMostPoints",
                            "earn[for-nothing]",
                            "earn[huge]",
                            "earn[less]",
                            "earn[minus]",
                            "earn[turned]",
                            "reward[gift].costs",
                            "reward[gift].discount",
                            "tiers",
                            "transfers.upTo");
        }
    }

    @Nested
    @DisplayName("61: what is well-formed and absurd turns no sign")
    final class Meaning {
        private final LoyaltyEngine loyalty = running(open());

        private void has(long points) {
            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
            assertThat(loyalty.account(ANA).available()).isEqualTo(points);
            assertThat(loyalty.account(ANA).debt()).isZero();
        }

        @Test
        @DisplayName("61: minus zero is zero")
        void minus_zero() {
            loyalty.purchase(empty("o-1")
                            .line(OrderLine.of("a", "-0.00").less("-0"))
                            .less("-0.0"))
                    .receipt();
            has(0);
        }

        @Test
        @DisplayName("61: more money back than was paid takes what the order gave, once")
        void more_back_than_paid() {
            loyalty.purchase(order(ANA, "o-1", "10.00")).receipt();
            loyalty.purchase(order(ANA, "o-2", "7.00")).receipt();

            assertThat(loyalty.refund(Refund.of(empty("o-1"), "r-1").amount("999999999999.999999"))
                            .receipt()
                            .revoked())
                    .isEqualTo(10);
            for (int i = 0; i < 3_000; i++) {
                loyalty.refund(Refund.of(empty("o-1"), "more-" + i).line("thing", 1_000_000))
                        .receipt();
            }
            has(7);
        }

        @ParameterizedTest(name = "61: {0} miles earn nothing")
        @ValueSource(longs = {0, -1, -5, Long.MIN_VALUE})
        void units_below_zero(long miles) {
            loyalty.purchase(order(ANA, "o-1", "0.00").with("miles", Long.toString(miles)))
                    .receipt();
            loyalty.record(Activity.of(ANA, "ride", "r-1").with("rides", miles)).receipt();
            has(0);
        }

        @ParameterizedTest(name = "61: {0} miles fail with the rule's name, and nothing is written")
        @ValueSource(strings = {"NaN", "1.5", "9223372036854775808", "9223372036854775807", "-"})
        void units_that_are_no_number(String miles) {
            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "o-1", "1.00").with("miles", miles)))
                    .isInstanceOfSatisfying(
                            RuleFailedException.class,
                            failed -> assertThat(failed.rule()).isEqualTo("miles"));
            nothingWasWritten(ANA);
        }
    }

    @Nested
    @DisplayName("62: near the most that an account can have")
    final class Bounds {
        private static final Refusal TOO_MANY = new Refusal.LimitReached("points", MOST);

        private LoyaltyEngine loyalty = running(open());

        private void refuses(Command command) {
            Account before = loyalty.account(ANA);
            int postings = loyalty.journal(ANA).postings().size();

            assertThat(loyalty.execute(command).refusal()).as("%s", command).contains(TOO_MANY);
            assertThat(loyalty.account(ANA)).isEqualTo(before);
            assertThat(loyalty.journal(ANA).postings()).hasSize(postings);
        }

        @Test
        @DisplayName("62: ten points more than fit are refused whatever gives them, and nothing is written; five fit")
        void ten_more_where_five_fit() {
            loyalty.execute(adds("most", MOST - 5)).receipt();

            refuses(order(ANA, "o-1", "10.00"));
            refuses(adds("case-1", 10));
            refuses(OpeningBalance.of(ANA, "old").points(10));
            refuses(Activity.of(ANA, "ride", "r-1").with("rides", 1));
            assertThat(loyalty.quote(order(ANA, "o-1", "10.00")).refusal()).contains(TOO_MANY);
            loyalty.purchase(order(ANA, "o-2", "5.00")).receipt();
            assertThat(loyalty.account(ANA).available()).isEqualTo(MOST);
            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        @DisplayName("62: held points count, so that none overflow when they come back")
        void held_points_count() {
            loyalty.execute(adds("most", MOST)).receipt();
            loyalty.reserve(order(ANA, "o-1", "10.00").redeem("eighty")).receipt();

            refuses(adds("case-1", 80));
            loyalty.cancel(order(ANA, "o-1", "10.00")).receipt();
            assertThat(loyalty.account(ANA).available()).isEqualTo(MOST);
        }

        @Test
        @DisplayName("62: what a transfer or a merge would bring too much stays where it is")
        void from_another_account() {
            loyalty.execute(adds("most", MOST - 5)).receipt();
            loyalty.purchase(order(BEN, "b-1", "10.00")).receipt();

            loyalty.execute(Transfer.of(BEN, "gift", 10).to(ANA)).receipt();
            Outcome merged = loyalty.execute(
                    Merge.of(BEN, "case-9").into(ANA).by("agent-1").because("one person"));
            assertThat(merged.refusal()).contains(TOO_MANY);
            assertThat(loyalty.account(BEN).available()).isEqualTo(10);
            assertThat(loyalty.account(ANA).available()).isEqualTo(MOST - 5);
        }

        @ParameterizedTest(name = "62: stacked by {0}")
        @ValueSource(strings = {"ADD", "MULTIPLY", "BEST"})
        void multipliers_of_a_thousand_million(String stacking) {
            loyalty = running(open().policy(Stacking.valueOf(stacking))
                    .earn("first", multiplier("999999999.999999999"))
                    .earn("second", multiplier("999999999.999999999")));
            Order dear =
                    empty("o-1").line(OrderLine.of("a", "999999999999.999999").times(1_000_000));

            refuses(dear);
            refuses(order(ANA, "o-2", "1000001.00"));
            assertThat(loyalty.quote(dear).refusal()).contains(TOO_MANY);
            nothingWasWritten(ANA);
        }

        @Test
        @DisplayName("62: bonuses of all that a long counts do not run over when they are added")
        void bonuses_of_all_that_a_long_counts() {
            loyalty = running(open().earn("one", points(Long.MAX_VALUE).perOrder())
                    .earn("two", points(Long.MAX_VALUE).perItem())
                    .earn("three", points(Long.MAX_VALUE).per("0.000001")));

            refuses(order(ANA, "o-1", "10.00"));
            nothingWasWritten(ANA);
        }

        @Test
        @DisplayName("62: many large orders, each within the bound, never go beyond it")
        void many_large_orders() {
            for (int i = 0; i < 12; i++) {
                loyalty.purchase(
                        empty("o-" + i).line(OrderLine.of("a", "99999999999.00").times(1_000)));
                assertThat(loyalty.account(ANA).available()).isBetween(0L, MOST);
            }
            assertThat(loyalty.account(ANA).available()).isEqualTo(10 * 99_999_999_999_000L);
        }
    }
}
