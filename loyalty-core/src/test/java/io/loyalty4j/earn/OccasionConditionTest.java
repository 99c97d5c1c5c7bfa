package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.channel;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.memberIs;
import static io.loyalty4j.earn.Conditions.orderIs;
import static io.loyalty4j.earn.Conditions.quantityFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import org.junit.jupiter.api.Test;

class OccasionConditionTest {
    private static Shop with(Condition<Occasion> when) {
        return Shop.with(Shop.program().earn("x", points(10).perOrder().when(when)));
    }

    @Test
    void aChannelIsOneOfThoseNamed() {
        Shop shop = with(channel("store", "app"));
        Order app = shop.order("o-1", line("goods", "1.00")).with("channel", "app");
        Order web = shop.order("o-2", line("goods", "1.00")).with("channel", "web");
        assertThat(shop.buys(app).earned()).isEqualTo(10);
        assertThat(shop.buys(web).earned()).isZero();
        assertThat(shop.buys("o-3", "1.00").earned()).isZero();
    }

    @Test
    void anAttributeMayBeThatOfAnActivity() {
        Shop shop = Shop.with(
                Shop.program().earn("x", points(10).forActivity("review").when(orderIs("photo", "yes"))));
        assertThat(shop.does("review", "r-1").earned()).isZero();
        Activity withPhoto = Activity.of(Shop.ANA, "review", "r-2").with("photo", "yes");
        assertThat(shop.engine().record(withPhoto).receipt().earned()).isEqualTo(10);
    }

    @Test
    void anAttributeOfTheMemberIsThatOfTheProfileAsItIs() {
        Shop shop = with(memberIs("segment", "student"));
        assertThat(shop.buys("o-1", "1.00").earned()).isZero();
        shop.engine().enrol(Member.of(Shop.ANA).with("segment", "student"));
        assertThat(shop.buys("o-2", "1.00").earned()).isEqualTo(10);
    }

    @Test
    void eachSaysWhatItAsks() {
        assertThat(channel("store", "app").describe()).isEqualTo("channel app or store");
        assertThat(orderIs("photo", "yes").describe()).isEqualTo("photo yes");
        assertThat(memberIs("segment", "student").describe()).isEqualTo("member's segment student");
    }

    @Test
    void whatNamesNoneIsAMistake() {
        assertThat(ConditionMistakes.of(channel())).containsExactly("earn[x].when: channel() names none");
        assertThat(ConditionMistakes.of(inTier())).containsExactly("earn[x].when: inTier() names none");
        assertThat(ConditionMistakes.of(anyLine(quantityFrom(0))))
                .containsExactly("earn[x].when: 0 pieces are not more than 0");
    }
}
