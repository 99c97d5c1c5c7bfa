package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierLadder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders in a currency for which the program declares a rate. */
class OtherCurrencyTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .alsoAccepts("EUR", "1.10")
            .earn("big", points(50).perOrder().when(orderFrom("110.00")))
            .tiers(TierLadder.bySpend().base("BLUE").tier("GOLD", "110.00"))
            .reward("ten", discount("10.00").costs(10)));

    private Order inEuro(String id, String price) {
        return Order.of(Shop.ANA, id).currency("EUR").line(line("goods", price).times(2));
    }

    @Test
    void earnsAtTheDeclaredRate() {
        assertThat(shop.buys(inEuro("o", "10.05")).earned()).isEqualTo(22);
    }

    @Test
    void reachesThresholdsInTheProgramsCurrency() {
        shop.buys(inEuro("below", "49.99"));
        assertThat(shop.account().tier().code()).isEqualTo("BLUE");
        assertThat(shop.buys(inEuro("there", "50.00")).earned()).isEqualTo(110 + 50);
        assertThat(shop.tier()).isEqualTo("GOLD");
    }

    @Test
    void isReturnedExactly() {
        shop.buys(inEuro("o", "10.05"));
        assertThat(shop.returns("o", "goods", 1).revoked()).isEqualTo(11);
        assertThat(shop.returns("o", "goods", 1).revoked()).isEqualTo(11);
        assertThat(shop.available()).isZero();
    }

    @Test
    void isToldInItsOwnMoney() {
        assertThat(shop.engine().quote(inEuro("o", "10.05").less("0.10")).toPay())
                .isEqualTo(Money.of("20.00", "EUR"));
    }

    @Test
    void takesNoRewardOfTheProgramsCurrency() {
        shop.buys("first", "50.00");
        assertThat(shop.tries(inEuro("o", "20.00").redeem("ten")).refusal())
                .contains(new Refusal.RewardNotOffered("ten", "it is in USD, the order is not"));
        shop.reserves(shop.order("held", line("goods", "20.00")).redeem("ten"));
        assertThat(shop.tries(inEuro("held", "20.00").redeem("ten")).refusal())
                .get()
                .isInstanceOf(Refusal.RewardNotOffered.class);
    }

    @Test
    void withoutARateIsRefusedAndTheRefusalNamesThoseThatHaveOne() {
        Order inRand = Order.of(Shop.ANA, "o").currency("ZAR").line(line("goods", "1700"));
        assertThat(shop.tries(inRand).refusal())
                .contains(new Refusal.CurrencyNotAccepted("ZAR", List.of("USD", "EUR")));
    }

    @Test
    void isDeclaredOnceWithARateAboveZeroForARealCurrency() {
        assertThatThrownBy(() -> aPointPerDollar()
                        .alsoAccepts("XX", "1")
                        .alsoAccepts("CHF", "0")
                        .alsoAccepts("EUR", "1.1")
                        .alsoAccepts("EUR", "1.2")
                        .alsoAccepts("USD", "2")
                        .build())
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.violations())
                                .extracting(Object::toString)
                                .hasSize(4)
                                .anyMatch(text -> text.contains("alsoAccepts[XX]"))
                                .anyMatch(text -> text.contains("alsoAccepts[CHF]"))
                                .anyMatch(text -> text.contains("alsoAccepts[EUR]"))
                                .anyMatch(text -> text.contains("alsoAccepts[USD]")));
    }
}
