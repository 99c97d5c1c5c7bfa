package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Activity;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** Points that wait until the goods have been handed over. */
class FulfilmentTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .earn("review", points(5).forActivity("review"))
            .activation(Activation.onFulfilment())
            .expiry(Expiry.after(Period.ofDays(10))));

    private Receipt handedOver(Shop where, String order) {
        return where.engine().execute(where.order(order).fulfilment()).receipt();
    }

    @Test
    void pointsBecomeUsableWithTheGoodsAndAgeFromThen() {
        shop.buys("A-1", "30.00");
        shop.passes(Duration.ofDays(400));
        assertThat(shop.account().pending()).isEqualTo(30);
        assertThat(shop.account().nextDueAt()).isEmpty();

        handedOver(shop, "A-1");
        assertThat(shop.account().available()).isEqualTo(30);

        shop.passes(Duration.ofDays(10));
        assertThat(shop.account().available()).isEqualTo(30);
        shop.passes(Duration.ofDays(1));
        assertThat(shop.account().available()).isZero();
    }

    @Test
    void afterTheGoodsATimeMayHaveToPass() {
        Shop careful = Shop.with(aPointPerDollar().activation(Activation.afterFulfilment(Period.ofDays(14))));
        careful.buys("A-1", "30.00");
        careful.passes(Duration.ofDays(5));
        handedOver(careful, "A-1");
        assertThat(careful.account().pending()).isEqualTo(30);
        careful.passes(Duration.ofDays(13));
        assertThat(careful.account().available()).isZero();
        careful.passes(Duration.ofDays(1));
        assertThat(careful.account().available()).isEqualTo(30);
    }

    @Test
    void goodsHandedOverBeforeTheirOrderIsBookedAreRemembered() {
        handedOver(shop, "A-1");
        shop.passes(Duration.ofHours(1));
        shop.buys("A-1", "30.00");
        assertThat(shop.account().available()).isEqualTo(30);
    }

    @Test
    void whatAnEditAddsAfterwardsIsUsableToo() {
        shop.buys("A-1", "30.00");
        handedOver(shop, "A-1");
        shop.buys(shop.order("A-1", line("goods", "50.00")).revision(2));
        assertThat(shop.account().available()).isEqualTo(50);
    }

    @Test
    void returnsBeforeTheGoodsAreThereTakeWhatWaits() {
        shop.buys("A-1", line("goods", "10.00").times(3));
        shop.returns("A-1", "goods", 1);
        assertThat(shop.account().pending()).isEqualTo(20);
        handedOver(shop, "A-1");
        assertThat(shop.account().available()).isEqualTo(20);
    }

    @Test
    void aSecondMessageAndOneOfACancelledOrderMoveNothing() {
        shop.buys("A-1", "30.00");
        shop.cancels("A-1");
        assertThat(handedOver(shop, "A-1").posting().entries()).isEmpty();
        assertThat(shop.engine().execute(shop.order("A-1").fulfilment())).isInstanceOf(Outcome.Replayed.class);
    }

    @Test
    void pointsOfActivitiesWaitForNothing() {
        shop.engine().record(Activity.of(Shop.ANA, "review", "r1"));
        assertThat(shop.account().available()).isEqualTo(5);
    }

    @Test
    void theyPayADebtWhenTheyBecomeUsable() {
        Shop owing = Shop.with(aPointPerDollar()
                .earn("review", points(40).forActivity("review"))
                .reward("four", Reward.discount("4.00").costs(40))
                .activation(Activation.onFulfilment()));
        Activity review = Activity.of(Shop.ANA, "review", "r1");
        owing.engine().record(review);
        owing.buys(owing.order("A-1", line("goods", "34.00")).redeem("four"));
        owing.engine().execute(review.retraction());
        assertThat(owing.account().debt()).isEqualTo(40);
        handedOver(owing, "A-1");
        assertThat(owing.account().debt()).isEqualTo(10);
    }
}
