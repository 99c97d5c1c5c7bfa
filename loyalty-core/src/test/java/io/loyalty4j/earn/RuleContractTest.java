package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Contribution.multiply;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.rule;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Window;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One contract for every rule that doubles the points, whoever wrote it: the catalogue's, a lambda, a class. */
class RuleContractTest {
    /** A small class as somebody would write it. */
    private record Doubling(int factor) implements Formula {
        @Override
        public Contribution contribute(Occasion occasion) {
            return multiply(factor).because("a class of one's own");
        }

        @Override
        public String describe() {
            return factor + " times, by a class";
        }
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                        Named.of("multiplier", (EarnRule) multiplier(2)),
                        Named.of("lambda", rule(occasion -> multiply(2))),
                        Named.of(
                                "lambda on some lines",
                                rule(occasion ->
                                        multiply(2).onlyOn(line -> !line.sku().isEmpty(), "any line"))),
                        Named.of("class", rule(new Doubling(2))))
                .map(Arguments::of);
    }

    private static Shop with(EarnRule rule) {
        return Shop.with(aPointPerDollar().earn("twice", rule));
    }

    private static long extra(Shop shop, String order, String price) {
        return shop.buys(order, price).awards().stream()
                .filter(award -> award.rule().equals("twice"))
                .mapToLong(Award::points)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givesInAPurchaseWhatItsQuoteSaid(EarnRule rule) {
        Shop shop = with(rule);
        Order order = shop.order("o", line("a", "33.33"), line("b", "0.50"));
        Quote quote = shop.engine().quote(order);
        assertThat(quote.awards()).isEqualTo(shop.buys(order).awards());
        assertThat(quote.points()).isEqualTo(67);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void losesWithAReturnWhatTheReturnedPiecesEarned(EarnRule rule) {
        Shop shop = with(rule);
        shop.buys("o", line("a", "10.00").times(3), line("b", "5.50"));
        assertThat(shop.available()).isEqualTo(71);
        assertThat(shop.returns("o", "a", 1).revoked()).isEqualTo(20);
        assertThat(shop.returns("o", "a", 2).revoked()).isEqualTo(40);
        assertThat(shop.returns("o", "b", 1).revoked()).isEqualTo(11);
        assertThat(shop.available()).isZero();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isFrozenWithTheOrderAndNotAskedByAReturn(EarnRule rule) {
        Shop shop = with(rule);
        shop.buys("o", "10.00");
        shop.adopts(aPointPerDollar());
        assertThat(shop.returns("o", "goods", 1).revoked()).isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsItsLimitPerOrderAndTellsWhatItWanted(EarnRule rule) {
        Shop shop = with(rule.atMostPoints(30).perOrder());
        Award award = shop.buys("o", line("a", "50.00").times(2)).awards().get(1);
        assertThat(award.points()).isEqualTo(30);
        assertThat(award.wanted()).isEqualTo(100);
        assertThat(shop.returns("o", "a", 1).revoked()).isEqualTo(50);
        assertThat(shop.returns("o", "a", 1).revoked()).isEqualTo(80);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsItsLimitsPerMonth(EarnRule rule) {
        Shop points = with(rule.atMostPoints(15).per(Window.MONTH));
        assertThat(extra(points, "o-1", "10.00")).isEqualTo(10);
        assertThat(extra(points, "o-2", "10.00")).isEqualTo(5);
        assertThat(extra(points, "o-3", "10.00")).isZero();
        points.cancels("o-1");
        assertThat(extra(points, "o-4", "10.00")).isEqualTo(10);
        assertThat(extra(points.at("2026-12-01"), "o-5", "10.00")).isEqualTo(10);
        Shop times = with(rule.oncePer(Window.MONTH));
        assertThat(extra(times, "o-1", "10.00")).isEqualTo(10);
        assertThat(extra(times, "o-2", "10.00")).isZero();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isGivenOncePerPersonAndAgainWhenTheOrderHasComeBackWhole(EarnRule rule) {
        Shop shop = with(rule.oncePerPerson());
        assertThat(extra(shop, "o-1", "10.00")).isEqualTo(10);
        assertThat(extra(shop, "o-2", "10.00")).isZero();
        shop.cancels("o-1");
        assertThat(extra(shop.at("2030-12-01"), "o-3", "10.00")).isEqualTo(10);
        assertThat(extra(shop, "o-4", "10.00")).isZero();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void standsBackForABetterOneOfItsGroup(EarnRule rule) {
        Shop shop = Shop.with(aPointPerDollar()
                .earn("twice", rule.bestOf("g"))
                .earn("thrice", multiplier(3).bestOf("g")));
        assertThat(shop.buys("o", "10.00").earned()).isEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isAboutItsLinesAndOccasionsAndTellsWhyItIsSilent(EarnRule rule) {
        Shop lines = with(rule.on(category("x")));
        assertThat(lines.buys("o", line("a", "10.00").category("x"), line("b", "10.00"))
                        .earned())
                .isEqualTo(30);
        Order without = lines.order("p", line("a", "10.00"));
        assertThat(lines.engine().quote(without).silent())
                .extracting(Silence::rule, Silence::why)
                .contains(tuple("twice", "no line with category x"));
        assertThat(lines.buys(without).silent())
                .extracting(Silence::rule, Silence::why)
                .contains(tuple("twice", "no line with category x"));
        Shop large = with(rule.when(orderFrom("20.00")));
        assertThat(large.engine().quote(large.order("o", line("a", "7.50"))).explain())
                .contains("twice", "not met: an order of 20.00 or more", "12.50 USD more");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isExplainedWithBasisFactorAndLimit(EarnRule rule) {
        Shop shop = with(rule.atMostPoints(30).perOrder());
        assertThat(shop.buys("o", "50.25").explain())
                .contains("50.25")
                .containsPattern("twice +50\\.25 +2 +50\\.25 +50 +30\\s+at most 30");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void reportsMistakesOfItsClauses(EarnRule rule) {
        assertThatThrownBy(() -> with(rule.from("2026-12-01")
                        .through("2026-11-01")
                        .atMostPoints(-1)
                        .perOrder()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("earn[twice].through")
                .hasMessageContaining("earn[twice].atMostPoints");
    }
}
