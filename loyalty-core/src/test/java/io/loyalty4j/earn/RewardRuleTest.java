package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A rule that gives a reward with each order or activity. */
class RewardRuleTest {
    private static ProgramBuilder giving(EarnRule rule) {
        return aPointPerDollar()
                .excluding(category("gift-card"))
                .earn("thanks", rule)
                .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofDays(30)));
    }

    private static long vouchers(Shop shop) {
        return shop.account().vouchers("thanks-5");
    }

    @Test
    void givesOneWithEachOrderThatItAppliesTo() {
        Shop shop = Shop.with(giving(reward("thanks-5").when(orderFrom("50.00"))));
        shop.buys("o-1", "49.99");
        assertThat(vouchers(shop)).isZero();
        shop.buys("o-2", "50.00");
        shop.buys("o-3", "500.00");
        assertThat(vouchers(shop)).isEqualTo(2);
    }

    @Test
    void saysWhyNotAndWhatIsMissing() {
        Shop shop = Shop.with(giving(reward("thanks-5").when(orderFrom("50.00"))));
        assertThat(shop.engine()
                        .quote(shop.order("o-1", line("goods", "40.00")))
                        .explain())
                .contains("thanks gives nothing: not met: an order of 50.00 or more")
                .contains("thanks: 10.00 USD more for the reward thanks-5");
    }

    @Test
    void obeysLinesSeasonsAndLimits() {
        Shop shop = Shop.with(
                giving(reward("thanks-5").on(category("tea")).from("2026-11-21").oncePer(Window.DAY)));
        shop.buys("o-1", line("cake", "60.00"));
        assertThat(vouchers(shop)).isZero();
        shop.buys("o-2", line("tea", "6.00").category("tea"));
        shop.buys("o-3", line("tea", "6.00").category("tea"));
        assertThat(vouchers(shop)).isEqualTo(1);
        shop.passes(Duration.ofDays(1)).buys("o-4", line("tea", "6.00").category("tea"));
        assertThat(vouchers(shop)).isEqualTo(2);
    }

    @Test
    void givesOneForAnActivityAndTakesItBackWithIt() {
        Shop shop = Shop.with(giving(reward("thanks-5").forActivity("review")));
        shop.buys("o-1", "60.00");
        assertThat(vouchers(shop)).isZero();
        shop.does("review", "r-1");
        assertThat(vouchers(shop)).isEqualTo(1);
        shop.says(Activity.of(Shop.ANA, "review", "r-1").retraction());
        assertThat(vouchers(shop)).isZero();
    }

    @Test
    void takesItBackWhenTheOrderFallsUnderItsMinimumAndNotBefore() {
        Shop shop = Shop.with(giving(reward("thanks-5").when(orderFrom("50.00"))));
        shop.buys("o-1", line("goods", "25.00").times(3));
        shop.returns("o-1", "goods", 1);
        assertThat(vouchers(shop)).isEqualTo(1);
        shop.returns("o-1", "goods", 1);
        assertThat(vouchers(shop)).isZero();
    }

    @Test
    void givesNoneForPiecesThatHadComeBackWhenTheOrderIsEdited() {
        Shop shop = Shop.with(giving(reward("thanks-5").when(orderFrom("50.00"))));
        shop.buys("o-1", line("goods", "25.00").times(3));
        shop.returns("o-1", "goods", 2);
        shop.buys(shop.order("o-1", line("goods", "25.00").times(3)).revision(2));
        assertThat(vouchers(shop)).isZero();
        shop.buys(shop.order("o-1", line("goods", "25.00").times(4)).revision(3));
        assertThat(vouchers(shop)).isEqualTo(1);
    }

    @Test
    void isReadAsASentenceAndLintsClean() {
        EarnRule rule = reward("thanks-5").when(orderFrom("50.00"));
        assertThat(rule.describe()).isEqualTo("the reward thanks-5");
        assertThat(giving(rule).build().lint()).isEmpty();
        assertThat(giving(reward("thanks-5").from("2020-01-01").through("2020-01-02"))
                        .inForceFrom("2026-01-01")
                        .build()
                        .lint()
                        .toString())
                .contains("can never give anything");
    }

    @Test
    void givesWhatTheProgramHasAndAsksAVoucherFor() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> giving(reward("thanks-6")).build())
                .withMessageContaining("earn[thanks].reward")
                .withMessageContaining("there is no reward thanks-6; the program has [thanks-5]");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> giving(reward("thanks-5"))
                        .without("thanks-5")
                        .reward("thanks-5", discount("5.00").free())
                        .build())
                .withMessageContaining("it asks for no voucher");
    }
}
