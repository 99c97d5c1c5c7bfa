package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.shop.Window.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Working;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What people read who want to know how points came about. */
class ExplanationTest {
    private static String row(String text, String containing) {
        return text.lines()
                .filter(each -> each.contains(containing))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row with " + containing + " in\n" + text));
    }

    private static void fits(String text) {
        assertThat(text.lines()).allSatisfy(each -> assertThat(each.length()).isLessThanOrEqualTo(100));
    }

    @Nested
    class OfAQuote {
        private final Shop shop = Shop.with(aPointPerDollar()
                .excluding(category("gift-card"))
                .earn("double", multiplier(2).on(category("scent")))
                .earn("third", points(1).per("3.00"))
                .earn("capped", points(50).perOrder().atMostPoints(20).per(MONTH))
                .earn("big", points(200).perOrder().when(orderFrom("50.00")))
                .earn("card", stampCard(9).givingPoints(100))
                .earn("app", points(1).perOrder().through("2025-01-01"))
                .reward("five", Reward.discount("5.00").costs(100)));
        private final Quote quote = shop.engine()
                .quote(shop.order("A-1001", line("perfume", "20.00").category("scent"), line("soap", "17.50")));
        private final String text = quote.explain();

        @Test
        void beginsWithWhatItComesTo() {
            assertThat(text).startsWith("Order A-1001: " + quote.points() + " points, 37.50 USD to pay\n");
        }

        @Test
        void hasBasisFactorExactValueAndPointsOfEachLineAndRule() {
            assertThat(row(text, "perfume      base").split(" +"))
                    .containsExactly("", "perfume", "base", "20.00", "2", "20", "20", "20", "1", "per", "1.00");
            assertThat(row(text, "perfume      double").split(" +"))
                    .startsWith("", "perfume", "double", "20.00", "2", "80/3", "27", "27");
            assertThat(row(text, "soap         base").split(" +")).contains("17.50", "17.5");
        }

        @Test
        void hasFractionsThatNoDecimalHas() {
            assertThat(row(text, "perfume      third").split(" +")).contains("20/3");
            assertThat(row(text, "soap         third").split(" +")).contains("35/6");
        }

        @Test
        void saysWhereFractionsGo() {
            assertThat(row(text, "rounding")).contains("rounding: FLOOR_PER_ORDER");
            assertThat(Shop.with(aPointPerDollar().policy(Rounding.HALF_UP))
                            .buys("o", "1.50")
                            .explain())
                    .contains("rounding: HALF_UP");
        }

        @Test
        void hasBothNumbersOfALimit() {
            assertThat(row(text, "whole        capped").split(" +"))
                    .containsExactly("", "whole", "capped", "50", "50", "20", "at", "most", "20;", "50", "extra");
        }

        @Test
        void saysWhatGivesNothingAndWhy() {
            assertThat(text)
                    .contains(
                            "  app gives nothing: ended 2025-01-01\n",
                            "  big gives nothing: not met: an order of 50.00 or more\n",
                            "  card gives nothing: the card had 0 of 9 stamps and is not full\n");
        }

        @Test
        void saysWhatIsMissing() {
            assertThat(text).contains("  big: 12.50 USD more for 200 points\n");
        }

        @Test
        void saysWhatCanBeRedeemedOrWhyNot() {
            assertThat(text)
                    .contains("  reward five: 5.00 off for 100 points (five needs 100 points, 0 are available)\n");
        }

        @Test
        void isWhatTheWorkingsSay() {
            assertThat(quote.workings())
                    .extracting(Working::rule, each -> each.line().orElse(""), Working::exact, Working::points)
                    .contains(tuple("base", "perfume", "20", 20L), tuple("capped", "", "50", 20L));
            assertThat(quote.workings().stream().mapToLong(Working::points).sum())
                    .isEqualTo(quote.points());
        }

        @Test
        void fitsAHundredColumns() {
            fits(text);
        }

        @Test
        void writesNothing() {
            assertThat(shop.journal().postings()).isEmpty();
        }
    }

    @Nested
    class OfAReceipt {
        @Test
        void saysTheSameOfThePurchase() {
            Shop shop = Shop.with(aPointPerDollar()
                    .earn("double", multiplier(2))
                    .earn("capped", points(50).perOrder().atMostPoints(20).perOrder()));
            Quote quote = shop.engine().quote(shop.order("o-1", line("goods", "9.99")));
            Receipt receipt = shop.buys("o-1", "9.99");
            assertThat(receipt.workings()).isEqualTo(quote.workings());
            assertThat(receipt.explain()).startsWith("order/o-1@1: 39 points earned, 39 available\n");
            fits(receipt.explain());
        }

        @Test
        void saysWhatCameBack() {
            Shop shop = Shop.with(aPointPerDollar());
            shop.buys("o-1", "10.00");
            String text = shop.returns("o-1", "goods", 3).explain();
            assertThat(text).contains("  taken back 10, given back 0\n", "  2 of goods were not there to come back\n");
        }

        @Test
        void saysWhatWasRedeemed() {
            Shop shop = Shop.with(
                    aPointPerDollar().reward("five", Reward.discount("5.00").costs(10)));
            shop.buys("o-1", "10.00");
            assertThat(shop.buys(shop.order("o-2", line("goods", "10.00")).redeem("five"))
                            .explain())
                    .contains("  reward five: 5.00 USD for 10 points\n");
        }

        @Test
        void ofTheMembersLimitNamesIt() {
            Shop shop = Shop.with(aPointPerDollar().atMostPoints(7, MONTH));
            assertThat(shop.buys("o-1", "10.00").explain().replaceAll("\\s+", " "))
                    .contains("goods base 10.00 10 10 7 at the member's limit; 1 per 1.00");
        }

        @Test
        void ofAnActivityHasNoLines() {
            Shop shop = Shop.with(Shop.program().earn("review", points(25).forActivity("review")));
            assertThat(row(shop.does("review", "r-1").explain(), " review ").split(" +"))
                    .containsExactly("", "whole", "review", "25", "25", "25", "25", "extra");
        }
    }

    @Nested
    class WithLongNames {
        private static final String LONG = "x".repeat(64);

        private static ProgramBuilder program() {
            return Shop.program()
                    .earn(
                            "a" + LONG.substring(1),
                            points(1).per("1.00").atMostPoints(5).perOrder())
                    .earn("b" + LONG.substring(1), multiplier(3).describedAs("many words ".repeat(30)))
                    .earn(
                            "c" + LONG.substring(1),
                            challenge().activity(LONG, 9).orders(2).givingPoints(7))
                    .earn("d" + LONG.substring(1), points(9).perOrder().when(orderFrom("999999999999.000000")))
                    .tiers(TierLadder.bySpend().base(LONG).tier("y" + LONG.substring(1), 350))
                    .reward(LONG, Reward.discount("5.00").costs(10).withVoucher(Duration.ofDays(1)));
        }

        @Test
        void fitsAHundredColumnsStill() {
            Shop shop = Shop.with(program());
            fits(shop.engine()
                    .quote(shop.order(LONG, line(LONG, "123456789.123456").times(1_000)))
                    .explain());
            fits(shop.buys(LONG, line(LONG, "1234567.123457").times(999)).explain());
            fits(shop.does(LONG, LONG).explain());
        }

        @Test
        void leavesNoneOfThemOut() {
            Shop shop = Shop.with(program());
            String text = shop.engine()
                    .quote(shop.order(LONG, line(LONG, "12.10")))
                    .explain()
                    .replaceAll("\\s+", "");
            assertThat(text).contains("a" + LONG.substring(1), "d" + LONG.substring(1), "reward" + LONG);
        }
    }
}
