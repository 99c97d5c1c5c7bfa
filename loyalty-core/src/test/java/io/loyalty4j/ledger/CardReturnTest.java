package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Policy.Rounding;
import org.junit.jupiter.api.Test;

class CardReturnTest {
    @Test
    void aCardThatAReturnLeftFullPaysWithTheNextStampAndIsFullAgainWhenThatComesBack() {
        Shop shop = Shop.with(Shop.program().earn("card", stampCard(2).givingPoints(10)));
        buysOne(shop, "o-1");
        buysOne(shop, "o-2");
        buysOne(shop, "o-3");
        assertThat(shop.available()).isEqualTo(10);
        shop.returns("o-2", "a", 1);
        assertThat(shop.available()).isZero();
        buysOne(shop, "o-4");
        assertThat(shop.available()).isEqualTo(10);
        shop.returns("o-4", "a", 1);
        assertThat(shop.available()).isZero();
        buysOne(shop, "o-5");
        assertThat(shop.available()).isEqualTo(10);
    }

    @Test
    void whatWasWantedIsNeverLessThanWhatWasGiven() {
        Shop shop = Shop.with(Shop.program()
                .earn("a", points(1).per("1.00"))
                .earn("b", points(1).per("1.00").atMostPoints(1).perOrder())
                .policy(Rounding.UP));
        Receipt receipt = shop.buys("o-1", "1.20");
        assertThat(receipt.awards())
                .hasSize(2)
                .allSatisfy(award -> assertThat(award.wanted()).isGreaterThanOrEqualTo(award.points()));
    }

    private static void buysOne(Shop shop, String order) {
        shop.buys(shop.order(order, line("a", "1.00")));
    }
}
