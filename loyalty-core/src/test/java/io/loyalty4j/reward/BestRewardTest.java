package io.loyalty4j.reward;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.reward.Reward.menu;
import static io.loyalty4j.reward.Reward.payment;
import static io.loyalty4j.reward.Reward.percentOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a checkout applies by itself, and what it tells of the next reward. */
class BestRewardTest {
    private static Shop shop(ProgramBuilder program) {
        Shop shop = Shop.with(program);
        shop.buys("earned", "600.00");
        return shop;
    }

    private static Optional<String> best(Quote quote) {
        return quote.bestReward().map(RewardOffer::reward);
    }

    @Test
    void isTheOneThatTakesMostOffThisBasket() {
        Shop shop = shop(aPointPerDollar()
                .reward("ten", discount("10.00").costs(500))
                .reward("fifth", percentOff(20).costs(600))
                .reward("dear", discount("50.00").costs(5_000))
                .reward("mug", gift("MUG").free()));

        assertThat(best(shop.engine().quote(shop.order("o", line("a", "40.00")))))
                .contains("ten");
        assertThat(best(shop.engine().quote(shop.order("o", line("a", "60.00")))))
                .contains("fifth");
        assertThat(best(shop.engine().quote(shop.order("o", line("a", "9.00")))))
                .contains("fifth");
    }

    @Test
    void isTheCheaperOfTwoThatTakeTheSameOff() {
        Shop shop = shop(aPointPerDollar()
                .reward("b", discount("10.00").costs(500))
                .reward("c", discount("10.00").costs(400))
                .reward("a", discount("10.00").costs(500)));

        assertThat(best(shop.engine().quote(shop.order("o", line("a", "40.00")))))
                .contains("c");
    }

    @Test
    void isAppliedInPlaceOfWhatTheOrderRedeems() {
        Shop shop = shop(aPointPerDollar()
                .reward("one", discount("1.00").costs(10))
                .reward("pay", payment(100, "1.00"))
                .reward("cash", menu().entry(300, "5.00").entry(600, "12.00")));
        Order asked = shop.order("o", line("a", "40.00")).redeem("one");

        Order best = shop.engine().quote(asked).withBestReward();
        assertThat(best).isEqualTo(shop.order("o", line("a", "40.00")).redeem("cash", 600));
        assertThat(shop.buys(best).discount()).contains(Money.of("12.00", "USD"));
    }

    @Test
    void isNoneWhereNoneTakesAnythingOff() {
        Shop shop = shop(aPointPerDollar()
                .reward("mug", gift("MUG").free())
                .reward("dear", discount("50.00").costs(5_000)));
        Order order = shop.order("o", line("a", "40.00"));

        assertThat(shop.engine().quote(order).bestReward()).isEmpty();
        assertThat(shop.engine().quote(order.redeem("mug")).withBestReward()).isEqualTo(order);
    }

    @Test
    void ofAnEditCanBePaidWithWhatTheOrderIsPaidWithAlready() {
        Shop shop = Shop.with(aPointPerDollar().reward("ten", discount("10.00").costs(500)));
        shop.buys("earned", "500.00");
        Order paid = shop.order("o", line("a", "40.00")).redeem("ten");
        shop.buys(paid);
        assertThat(shop.available()).isEqualTo(30);

        Quote quote = shop.engine().quote(paid.revision(2));
        assertThat(best(quote)).contains("ten");
        assertThat(shop.buys(quote.withBestReward()).discount()).contains(Money.of("10.00", "USD"));
    }

    @Test
    void theNextIsTheOneForWhichTheFewestPointsAreMissing() {
        Shop shop = shop(aPointPerDollar()
                .reward("have", discount("1.00").costs(100))
                .reward("far", discount("20.00").costs(900))
                .reward("near", discount("10.00").costs(700))
                .reward("too-large", discount("100.00").costs(610)));
        RewardOffer next = shop.engine()
                .quote(shop.order("o", line("a", "40.00")))
                .nextReward()
                .orElseThrow();

        assertThat(next.reward()).isEqualTo("near");
        assertThat(next.missing()).isEqualTo(100);
    }
}
