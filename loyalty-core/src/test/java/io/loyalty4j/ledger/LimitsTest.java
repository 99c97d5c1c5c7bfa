package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Refusal TOO_MANY_POINTS = new Refusal.LimitReached("points", 1_000_000_000_000_000L);

    @Test
    void anAccountHasAtMostAThousandMillionMillionPoints() {
        Shop shop = Shop.with(
                Shop.program().earn("base", points(1_000_000_000_000_000L).per("1.00")));
        assertThat(shop.tries(shop.order("o-1", line("a", "1.01"))).refusal()).contains(TOO_MANY_POINTS);
        shop.buys("o-2", "0.99");
        assertThat(shop.tries(shop.order("o-3", line("a", "0.02"))).refusal()).contains(TOO_MANY_POINTS);
        assertThat(shop.buys("o-4", "0.01").available()).isEqualTo(1_000_000_000_000_000L);
    }

    @Test
    void theLastHundredOfAThousandLotsAreForOrdersAndNoPaidOrderIsRefusedForThem() {
        Shop shop = Shop.with(Shop.aPointPerDollar().earn("visit", points(1).forActivity("visit")));
        for (int i = 0; i < 900; i++) {
            shop.engine().record(Activity.of(Shop.ANA, "visit", "v-" + i)).receipt();
        }
        Refusal tooMany = new Refusal.LimitReached("lots", 900);
        assertThat(shop.engine().record(Activity.of(Shop.ANA, "visit", "v-900")).refusal())
                .contains(tooMany);
        assertThat(shop.engine()
                        .execute(Adjustment.add(Shop.ANA, "c-1", 5).by("agent").because("late"))
                        .refusal())
                .contains(tooMany);
        for (int i = 0; i < 101; i++) {
            shop.engine().purchase(shop.order("o-" + i, line("a", "1.00"))).receipt();
        }
        assertThat(shop.account().lots()).hasSize(1_001);
    }

    @Test
    void pointsBeyondAllCountingAreRefusedAndNotWrapped() {
        Shop shop = Shop.with(
                Shop.program().earn("base", points(1_000_000_000).per("0.01")).earn("more", multiplier(999_999_999)));
        Order order = shop.order("o-1", line("a", "999999999999.99").times(1_000_000));
        assertThat(shop.tries(order).refusal()).contains(TOO_MANY_POINTS);
        assertThat(shop.engine().quote(order).refusal()).contains(TOO_MANY_POINTS);
        assertThat(shop.journal().postings()).isEmpty();
    }

    @Test
    void linesThatOnlyTogetherAreBeyondAllCountingAreRefusedToo() {
        Shop shop = Shop.with(
                Shop.program().earn("base", points(1).per("0.000001")).policy(Policy.Rounding.FLOOR_PER_LINE));
        Order order = shop.order(
                "o-1",
                line("a", "999999999999.00").times(9),
                line("b", "999999999999.00").times(9));
        assertThat(shop.tries(order).refusal()).contains(TOO_MANY_POINTS);
        assertThat(shop.engine().quote(order).refusal()).contains(TOO_MANY_POINTS);
    }

    @Test
    void aMillionPiecesPaidWithTenMillionMillionPointsComeBackInPart() {
        Shop shop = Shop.with(Shop.program()
                .earn("many", points(10_000_000_000_000L).perOrder())
                .reward("huge", discount("10.00").costs(10_000_000_000_000L)));
        shop.buys("o-1", "1.00");
        shop.buys(shop.order("o-2", line("pin", "1.00").times(1_000_000)).redeem("huge"));
        assertThat(shop.returns("o-2", "pin", 999_999).restored()).isEqualTo(9_999_990_000_000L);
    }

    @Test
    void aMemberHasAtMostAHundredHolds() {
        Shop shop =
                Shop.with(Shop.aPointPerDollar().reward("one", discount("1.00").costs(1)));
        shop.buys("earned", "200.00");
        for (int i = 0; i < 100; i++) {
            shop.reserves(shop.order("o-" + i, line("a", "1.00")).redeem("one")).receipt();
        }
        Order next = shop.order("o-100", line("a", "1.00")).redeem("one");
        assertThat(shop.reserves(next).refusal()).contains(new Refusal.LimitReached("holds", 100));
        assertThat(shop.buys(next).redeemed()).isEqualTo(1);
        assertThat(shop.account().held()).isEqualTo(100);
    }

    @Test
    void returnsOfMorePiecesThanCanBeCountedAreClamped() {
        Shop shop = Shop.with(Shop.aPointPerDollar());
        for (int i = 0; i < 2_200; i++) {
            shop.returns("o-1", "a", 1_000_000);
        }
        shop.buys("o-1", line("a", "1.00").times(3));
        assertThat(shop.available()).isZero();
    }

    @Test
    void aCancelledOrderHoldsNothingAgain() {
        Shop shop = Shop.with(
                Shop.aPointPerDollar().reward("one", discount("1.00").costs(1)).holdsLast(Duration.ofHours(1)));
        shop.buys("earned", "1.00");
        Order order = shop.order("o-1", line("a", "1.00")).redeem("one");
        assertThat(shop.reserves(order).receipt().heldUntil())
                .contains(shop.now().plus(Duration.ofHours(1)));
        shop.cancels("o-1");
        assertThat(shop.reserves(order).refusal()).contains(new Refusal.OrderClosed("o-1", "CANCELLED"));
    }
}
