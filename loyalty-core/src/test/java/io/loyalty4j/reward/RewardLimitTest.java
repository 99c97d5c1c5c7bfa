package io.loyalty4j.reward;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal.TakenTooOften;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often a member, or an order, can have a reward. */
class RewardLimitTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .reward("twice", discount("1.00").costs(1).atMostTimes(2).per(MONTH))
            .reward("birthday-gift", gift("CAKE").costs(1).oncePer(YEAR).sharingLimit("birthday"))
            .reward("birthday-ten", discount("10.00").costs(1).oncePer(YEAR).sharingLimit("birthday"))
            .reward(
                    "spring",
                    discount("1.00").costs(1).atMostTimes(1).perOrder().sharingLimit("coupon"))
            .reward(
                    "summer",
                    discount("2.00").costs(1).atMostTimes(1).perOrder().sharingLimit("coupon")));

    RewardLimitTest() {
        shop.at("2026-03-01").buys("earned", "1000.00");
    }

    private Order order(String id, String... rewards) {
        Order order = shop.order(id, line("a", "50.00"));
        for (String reward : rewards) {
            order = order.redeem(reward);
        }
        return order;
    }

    private Optional<Refusal> tries(String id, String... rewards) {
        return shop.tries(order(id, rewards)).refusal();
    }

    private static Optional<Refusal> tooOften(String reward, String limit) {
        return Optional.of(new TakenTooOften(reward, limit));
    }

    @Test
    void countsInItsPeriod() {
        assertThat(tries("a", "twice", "twice")).isEmpty();
        assertThat(tries("b", "twice")).isEqualTo(tooOften("twice", "2 times per month"));
        assertThat(shop.engine().quote(order("b")).reward("twice").orElseThrow().refusal())
                .isEqualTo(tooOften("twice", "2 times per month"));
        shop.at("2026-04-01");
        assertThat(tries("b", "twice")).isEmpty();
    }

    @Test
    void countsWhatOtherOrdersHaveReserved() {
        shop.reserves(order("a", "twice", "twice")).receipt();
        assertThat(shop.reserves(order("b", "twice")).refusal()).isEqualTo(tooOften("twice", "2 times per month"));

        assertThat(tries("a", "twice", "twice")).isEmpty();
        assertThat(tries("b", "twice")).isEqualTo(tooOften("twice", "2 times per month"));
    }

    @Test
    void isFreeAgainWhenAReservationIsGivenUpOrTimesOut() {
        shop.reserves(order("a", "twice", "twice"));
        shop.cancels("a");
        assertThat(shop.reserves(order("b", "twice", "twice")).refusal()).isEmpty();
        shop.passes(Duration.ofHours(5));
        assertThat(tries("c", "twice", "twice")).isEmpty();
    }

    @Test
    void isGivenBackWithTheWholeOrderAndNotWithAPart() {
        shop.buys(shop.order("a", line("a", "50.00").times(2)).redeem("twice").redeem("twice"));
        shop.returns("a", "a", 1);
        assertThat(tries("b", "twice")).isNotEmpty();
        shop.returns("a", "a", 1);
        assertThat(tries("b", "twice", "twice")).isEmpty();
    }

    @Test
    void followsEdits() {
        shop.buys(order("a", "twice", "twice"));
        shop.buys(order("a", "twice").revision(2));
        assertThat(tries("b", "twice")).isEmpty();
        assertThat(tries("c", "twice")).isNotEmpty();
        shop.buys(order("a", "twice").revision(3));
        assertThat(tries("c", "twice")).isNotEmpty();
    }

    @Test
    void isNotCountedAgainByAReservationForAnEdit() {
        shop.buys(order("a", "twice"));
        shop.reserves(order("a", "twice", "spring").revision(2)).receipt();
        shop.reserves(order("a", "twice", "summer").revision(2)).receipt();
        shop.buys(order("a", "twice", "summer").revision(2));
        assertThat(tries("b", "twice")).isEmpty();

        shop.cancels("a");
        assertThat(tries("c", "twice")).isEmpty();
        assertThat(tries("d", "twice")).isNotEmpty();
    }

    @Test
    void isSharedByEitherOr() {
        assertThat(tries("a", "birthday-gift")).isEmpty();
        assertThat(tries("b", "birthday-ten")).isEqualTo(tooOften("birthday-ten", "once per year"));
        shop.passes(Period.ofYears(1));
        shop.buys("earned-anew", "100.00");
        assertThat(tries("b", "birthday-ten")).isEmpty();
        assertThat(tries("c", "birthday-gift")).isEqualTo(tooOften("birthday-gift", "once per year"));
    }

    @Test
    void isSharedAlsoWhereThePeriodsAreOthers() {
        Shop other = Shop.with(aPointPerDollar()
                .reward("daily", discount("1.00").costs(1).oncePer(DAY).sharingLimit("ones"))
                .reward(
                        "monthly",
                        discount("1.00").costs(1).atMostTimes(2).per(MONTH).sharingLimit("ones")));
        other.at("2026-03-01").buys("earned", "100.00");
        other.buys(other.order("a", line("a", "50.00")).redeem("daily"));
        other.at("2026-03-02").buys(other.order("b", line("a", "50.00")).redeem("daily"));

        assertThat(other.at("2026-03-03")
                        .tries(other.order("c", line("a", "50.00")).redeem("monthly"))
                        .refusal())
                .isEqualTo(tooOften("monthly", "2 times per month"));
        assertThat(other.tries(other.order("c", line("a", "50.00")).redeem("daily"))
                        .refusal())
                .isEmpty();
    }

    @Test
    void keepsCouponsFromStacking() {
        assertThat(tries("a", "spring", "summer")).isEqualTo(tooOften("summer", "once per order"));
        assertThat(tries("a", "summer", "summer")).isEqualTo(tooOften("summer", "once per order"));
        assertThat(tries("a", "summer")).isEmpty();
        assertThat(tries("b", "spring", "twice")).isEmpty();
        assertThat(shop.reserves(order("c", "spring", "summer")).refusal())
                .isEqualTo(tooOften("summer", "once per order"));
    }
}
