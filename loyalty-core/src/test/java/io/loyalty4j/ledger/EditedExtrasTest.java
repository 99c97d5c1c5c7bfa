package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Refusal.AccountBlocked;
import io.loyalty4j.shop.StatusChange;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** What an order does besides points is done once, however often it is edited. */
class EditedExtrasTest {
    @Test
    void stampsAreThoseOfTheGoodsThatTheOrderHasInTheEnd() {
        Shop shop = Shop.with(Shop.program().earn("card", stampCard(5).givingPoints(100)));
        shop.buys("A-1", line("coffee", "3.00").times(4));
        assertThat(shop.account().stamps("card")).isEqualTo(4);
        shop.buys(shop.order("A-1", line("coffee", "3.00").times(2)).revision(2));
        assertThat(shop.account().stamps("card")).isEqualTo(2);
        Receipt full =
                shop.buys(shop.order("A-1", line("coffee", "3.00").times(6)).revision(3));
        assertThat(full.earned()).isEqualTo(100);
        assertThat(shop.account().stamps("card")).isEqualTo(1);
        shop.buys(shop.order("A-1", line("coffee", "3.00").times(4)).revision(4));
        assertThat(shop.account().available()).isZero();
        assertThat(shop.account().stamps("card")).isEqualTo(4);
    }

    @Test
    void aVoucherThatPaysForARewardIsUsedOnceAndComesBackWhenTheRewardIsDropped() {
        Shop shop = Shop.with(Shop.program()
                .earn("base", points(1).per("1.00"))
                .earn("card", stampCard(2).givingReward("treat"))
                .reward("treat", discount("3.00").free().withVoucher(Duration.ofDays(30))));
        shop.buys("A-1", line("coffee", "3.00").times(4));
        assertThat(shop.account().vouchers("treat")).isEqualTo(2);

        shop.buys(shop.order("B-2", line("other", "20.00")).redeem("treat"));
        assertThat(shop.account().vouchers("treat")).isEqualTo(1);
        shop.buys(shop.order("B-2", line("other", "25.00")).revision(2).redeem("treat"));
        assertThat(shop.account().vouchers("treat")).isEqualTo(1);
        shop.buys(shop.order("B-2", line("other", "25.00")).revision(3));
        assertThat(shop.account().vouchers("treat")).isEqualTo(2);
    }

    @Test
    void vouchersThatTheOrderGaveKeepTheirEndThroughEdits() {
        Shop shop = Shop.with(Shop.program()
                .earn("card", stampCard(2).givingReward("treat"))
                .reward("treat", discount("3.00").free().withVoucher(Duration.ofDays(30))));
        shop.buys("A-1", line("coffee", "3.00").times(2));
        shop.passes(Duration.ofDays(20));
        shop.buys(shop.order("A-1", line("coffee", "3.00").times(3)).revision(2));
        assertThat(shop.account().vouchers("treat")).isEqualTo(1);
        shop.passes(Duration.ofDays(11));
        assertThat(shop.account().vouchers("treat")).isZero();
    }

    @Test
    void aChallengeThatTheOrderMetStaysMet() {
        Shop shop = Shop.with(Shop.program()
                .earn("base", points(1).per("1.00"))
                .earn("three", challenge().orders(3).within(Period.ofDays(30)).givingPoints(500)));
        shop.buys("A-1", "10.00");
        shop.buys("A-2", "10.00");
        assertThat(shop.buys("A-3", "10.00").earned()).isEqualTo(510);
        shop.buys(shop.order("A-3", line("goods", "15.00")).revision(2));
        assertThat(shop.account().available()).isEqualTo(535);
        shop.buys(shop.order("A-2", line("goods", "5.00")).revision(2));
        assertThat(shop.account().available()).isEqualTo(530);
        shop.buys("A-4", "10.00");
        assertThat(shop.account().available()).isEqualTo(540);
    }

    @Test
    void aBudgetIsUsedForTheDifferenceOnly() {
        Shop shop = Shop.with(Shop.program()
                .earn("launch", points(1).per("1.00").atMostPoints(100).inAll()));
        shop.buys("A-1", "60.00");
        shop.buys(shop.order("A-1", line("goods", "80.00")).revision(2));
        assertThat(shop.account().available()).isEqualTo(80);
        shop.buys("B-2", "60.00");
        assertThat(shop.account().available()).isEqualTo(100);
        shop.buys(shop.order("A-1", line("goods", "90.00")).revision(3));
        assertThat(shop.account().available()).isEqualTo(100);
    }

    @Test
    void anOrderPaidBeforeCanBeEditedOnAnAccountThatIsFrozen() {
        Shop shop =
                Shop.with(Shop.aPointPerDollar().reward("ten", discount("10.00").costs(40)));
        shop.buys("A-1", "100.00");
        shop.says(StatusChange.freeze(Shop.ANA, "c-1").by("agent").because("stolen"));
        shop.buys(shop.order("A-1", line("goods", "60.00")).revision(2));
        assertThat(shop.account().available()).isEqualTo(60);
        assertThat(shop.tries(shop.order("A-1", line("goods", "60.00"))
                                .revision(3)
                                .redeem("ten"))
                        .refusal()
                        .orElseThrow())
                .isInstanceOf(AccountBlocked.class);
    }
}
