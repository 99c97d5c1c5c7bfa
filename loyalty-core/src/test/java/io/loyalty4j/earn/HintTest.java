package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.earn.EarnRules.rule;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A hint says what would come in code and facts, so that a shop can say it in its own language, and promises nothing that would not come. */
class HintTest {
    private static ProgramBuilder program() {
        return Shop.program().reward("five-off", Reward.discount("5.00").free().withVoucher(Duration.ofDays(30)));
    }

    private static List<Hint> near(Shop shop) {
        return shop.engine().quote(shop.order("asked", line("soap", "40.00"))).hints();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(points(200).perOrder(), Reason.of("points", "200"), "200 points"),
                Arguments.of(points(5).perItem(), Reason.of("points-per-piece", "5"), "5 points per piece"),
                Arguments.of(
                        points(3).perUnit("bottles"),
                        Reason.of("points-per-unit", "3", "bottles"),
                        "3 points for each of bottles"),
                Arguments.of(points(2).per("1.50"), Reason.of("rate", "2", "1.50"), "2 per 1.50"),
                Arguments.of(points(9).perWhole("10"), Reason.of("block-rate", "9", "10"), "9 per whole 10"),
                Arguments.of(multiplier(3), Reason.of("multiplier", "3"), "3 times the points"),
                Arguments.of(reward("five-off"), Reason.of("reward", "five-off"), "the reward five-off"),
                Arguments.of(
                        rule(occasion -> Contribution.award(7)),
                        Reason.of("custom", "a rule of its own"),
                        "a rule of its own"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysWhatARuleWouldGive(EarnRule rule, Reason gain, String text) {
        Shop shop = Shop.with(program().earn("rule", rule.when(orderFrom("50"))));

        assertThat(near(shop)).extracting(Hint::gain).containsExactly(gain);
        assertThat(near(shop)).extracting(Hint::toString).containsExactly("10.00 USD more for " + text);
    }

    @Test
    void namesTheNextTierByItsCode() {
        Shop shop = Shop.with(program()
                .earn("rule", points(1).per("1"))
                .tiers(TierLadder.bySpend()
                        .per(Window.YEAR)
                        .keptThroughNextPeriod()
                        .base("BASE")
                        .tier("TOP", 100)));

        assertThat(near(shop)).extracting(Hint::gain).containsExactly(Reason.of("tier", "TOP"));
    }

    @Test
    void promisesNothingThatALimitWouldNotGive() {
        Shop shop = Shop.with(program()
                .earn("rule", points(200).perOrder().when(orderFrom("50")).oncePer(Window.MONTH)));
        assertThat(near(shop)).hasSize(1);

        shop.buys("bought", "60.00");
        assertThat(near(shop)).isEmpty();
    }

    @Test
    void promisesNothingThatTheMembersTierWouldNotGive() {
        Shop shop = Shop.with(program()
                .tiers(TierLadder.bySpend()
                        .per(Window.YEAR)
                        .keptThroughNextPeriod()
                        .base("BASE")
                        .tier("TOP", 50))
                .earn("extra", multiplier(1).inTier("TOP", "1.5").when(orderFrom("50"))));
        assertThat(near(shop)).extracting(Hint::of).containsExactly("TOP");

        shop.buys("bought", "60.00");
        assertThat(near(shop)).extracting(Hint::gain).contains(Reason.of("multiplier", "1.5"));
    }
}
