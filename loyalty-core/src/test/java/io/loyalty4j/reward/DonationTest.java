package io.loyalty4j.reward;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.donation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DonationTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .reward("red-cross", donation("red-cross").costs(300))
            .reward("ten", discount("10.00").costs(500)));
    private final Order donation = Order.of(Shop.ANA, "donation-3").redeem("red-cross");

    @BeforeEach
    void hasThousandPoints() {
        shop.buys("earned", "1000.00");
    }

    @Test
    void isRedeemedByAnOrderWithoutLines() {
        Quote quote = shop.engine().quote(donation);
        Receipt receipt = shop.buys(donation);

        assertThat(quote.refusal()).isEmpty();
        assertThat(quote.toPay()).isEqualTo(Money.of("0", "USD"));
        assertThat(quote.explain()).contains("red-cross");
        assertThat(receipt.redeemed()).isEqualTo(300);
        assertThat(receipt.earned()).isZero();
        assertThat(receipt.rewards())
                .containsExactly(new Change.RewardApplied(
                        "red-cross",
                        300,
                        Money.zero("USD"),
                        Map.of(),
                        new Benefit(Benefit.Kind.DONATION, BigDecimal.ZERO, 0, "red-cross")));
        assertThat(receipt.posting().moved(Bucket.HELD, Bucket.REDEEMED)).isEqualTo(300);
        assertThat(receipt.explain()).contains("red-cross");
        assertThat(shop.available()).isEqualTo(700);
    }

    @Test
    void isHeldUntilItIsPaidOrNot() {
        shop.reserves(donation).receipt();
        assertThat(shop.account().held()).isEqualTo(300);
        shop.buys(donation);
        assertThat(shop.account().held()).isZero();
        assertThat(shop.available()).isEqualTo(700);

        shop.reserves(Order.of(Shop.ANA, "donation-4").redeem("red-cross")).receipt();
        shop.passes(Duration.ofHours(1));
        assertThat(shop.available()).isEqualTo(700);
    }

    @Test
    void comesBackWhenItsOrderIsCancelled() {
        shop.buys(donation);

        assertThat(shop.cancels("donation-3").restored()).isEqualTo(300);
        assertThat(shop.available()).isEqualTo(1_000);
    }

    @Test
    void isRefusedWithoutThePoints() {
        shop.cancels("earned");

        assertThat(shop.tries(donation).refusal()).contains(new Refusal.InsufficientPoints("red-cross", 300, 0));
    }

    @Test
    void withGoodsTakesNothingOffAndStaysUntilAllHasComeBack() {
        Order goods =
                shop.order("goods", line("a", "60.00").times(2)).redeem("ten").redeem("red-cross");
        Receipt receipt = shop.buys(goods);
        assertThat(receipt.redeemed()).isEqualTo(800);
        assertThat(receipt.discount()).contains(Money.of("10.00", "USD"));
        assertThat(receipt.earned()).isEqualTo(110);

        assertThat(shop.returns("goods", "a", 1).restored()).isEqualTo(250);
        assertThat(shop.returns("goods", "a", 1).restored()).isEqualTo(550);
        assertThat(shop.available()).isEqualTo(1_000);
    }

    @Test
    void isOfferedWithEveryBasket() {
        assertThat(shop.engine().quote(shop.order("basket", line("a", "1.00"))).rewards())
                .filteredOn(RewardOffer::takeable)
                .extracting(RewardOffer::reward, RewardOffer::description)
                .containsExactly(tuple("red-cross", "a donation to red-cross for 300 points"));
    }

    @Test
    void raisesNoDoubtsOfDiscounts() {
        assertThat(aPointPerDollar()
                        .reward("one", donation("one").free())
                        .reward("two", donation("two").costs(500))
                        .reward("three", donation("three").costs(100))
                        .build()
                        .lint())
                .noneMatch(finding -> finding.path().startsWith("reward"));
    }

    @Test
    void namesACharity() {
        assertThatThrownBy(() ->
                        aPointPerDollar().reward("none", donation("").costs(1)).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("reward[none].donation: a charity's code must be 1 to 64");
    }
}
