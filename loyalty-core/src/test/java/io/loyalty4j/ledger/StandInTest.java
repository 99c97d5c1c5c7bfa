package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.Expiry;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Policy.LapsedHold;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** Nobody changes old points for young ones by buying, redeeming and returning in a clever order. */
class StandInTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .earn("review", points(50).forActivity("review"))
            .reward("five", discount("5.00").costs(50))
            .reward("ten", discount("10.00").costs(100))
            .expiry(Expiry.after(Period.ofDays(30))));

    private void reviews(String id) {
        shop.engine().record(Activity.of(Shop.ANA, "review", id));
    }

    @Test
    void pointsThatComeBackLapseWithThoseThatWereTakenInTheirPlace() {
        reviews("old");
        shop.passes(Duration.ofDays(25));
        shop.reserves(shop.order("C-3", line("goods", "20.00")).redeem("five")).receipt();
        shop.buys("A-1", "50.00");
        shop.buys(shop.order("B-2", line("goods", "5.00")).redeem("five"));
        shop.reserves(shop.order("C-3", line("goods", "20.00"))).receipt();
        assertThat(shop.account().available()).isEqualTo(50);

        shop.cancels("A-1");
        shop.cancels("B-2");

        assertThat(shop.account().available()).isEqualTo(50);
        shop.passes(Duration.ofDays(6));
        assertThat(shop.account().available()).isZero();
    }

    @Test
    void theSameWhereADebtWasPaidInBetween() {
        shop.buys("A-1", "50.00");
        shop.buys(shop.order("B-2", line("goods", "5.00")).redeem("five"));
        shop.cancels("A-1");
        assertThat(shop.account().debt()).isEqualTo(50);
        shop.engine()
                .record(Activity.of(Shop.ANA, "review", "late").at(shop.now().minus(Duration.ofDays(25))));
        assertThat(shop.account().debt()).isZero();

        shop.cancels("B-2");

        assertThat(shop.account().available()).isEqualTo(50);
        shop.passes(Duration.ofDays(6));
        assertThat(shop.account().available()).isZero();
    }

    @Test
    void pointsTakenIntoDebtComeBackWithTheDateOfThoseThatPaidIt() {
        Shop charging = Shop.with(aPointPerDollar()
                .earn("review", points(50).forActivity("review"))
                .reward("five", discount("5.00").costs(50))
                .expiry(Expiry.after(Period.ofDays(30)))
                .policy(LapsedHold.TAKE_INTO_DEBT));
        charging.engine().record(Activity.of(Shop.ANA, "review", "first"));
        charging.reserves(charging.order("A-1", line("goods", "5.00")).redeem("five"))
                .receipt();
        charging.passes(Duration.ofHours(2));
        charging.buys(charging.order("B-2", line("goods", "5.00")).redeem("five"));
        charging.buys(charging.order("A-1", line("goods", "5.00")).redeem("five"));
        assertThat(charging.account().debt()).isEqualTo(50);
        charging.engine()
                .record(Activity.of(Shop.ANA, "review", "late")
                        .at(charging.now().minus(Duration.ofDays(25))));
        assertThat(charging.account().debt()).isZero();

        charging.cancels("A-1");

        assertThat(charging.account().available()).isEqualTo(50);
        charging.passes(Duration.ofDays(6));
        assertThat(charging.account().available()).isZero();
    }

    @Test
    void whoeverPaysWithPointsThatLiveLongerShortensNothing() {
        shop.buys("A-1", "50.00");
        shop.buys(shop.order("B-2", line("goods", "5.00")).redeem("five"));
        shop.passes(Duration.ofDays(10));
        reviews("young");
        shop.cancels("A-1");
        assertThat(shop.account().available()).isZero();

        shop.cancels("B-2");

        shop.passes(Duration.ofDays(20));
        assertThat(shop.account().available()).isEqualTo(50);
        shop.passes(Duration.ofDays(1));
        assertThat(shop.account().available()).isZero();
    }

    @Test
    void pointsThatHadLapsedPayNoDebtWhenTheirOrderIsPaidAnew() {
        shop.buys("A-1", "50.00");
        shop.passes(Duration.ofDays(32));
        shop.buys("B-2", "50.00");
        shop.buys(shop.order("C-3", line("goods", "5.00")).redeem("five"));
        shop.cancels("B-2");
        assertThat(shop.account().debt()).isEqualTo(50);

        shop.cancels("A-1");
        shop.buys(shop.order("A-1", line("goods", "50.00")).revision(2));

        assertThat(shop.account().debt()).isEqualTo(50);
        assertThat(shop.account().available()).isZero();
        assertThat(shop.engine().cancel(shop.order("A-1").revision(2)).receipt().revoked())
                .isEqualTo(50);
        assertThat(shop.account().debt()).isEqualTo(50);
    }
}
