package io.loyalty4j.reward;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.reward.Reward.percentOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal.PointsNotAccepted;
import io.loyalty4j.shop.RewardRefusal.VoucherNotAccepted;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A voucher is good for what it was given for, and so long, whatever later versions of the program say. */
class VoucherTermsTest {
    private static ProgramBuilder giving(Reward thanks) {
        return aPointPerDollar()
                .earn("thanks", reward("thanks").when(orderFrom("50.00")))
                .reward("thanks", thanks.withVoucher(Duration.ofDays(30)));
    }

    private static Shop thanked(Reward thanks) {
        Shop shop = Shop.with(giving(thanks)).at("2026-06-01");
        shop.buys("earned", "50.00");
        return shop.passes(Duration.ofDays(1));
    }

    private static Order order(Shop shop, String id) {
        return shop.order(id, line("goods", "20.00")).redeem("thanks");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static void takes(Shop shop, String amount) {
        assertThat(shop.engine().quote(order(shop, "o")).discount()).isEqualTo(usd(amount));
        assertThat(shop.buys(order(shop, "o")).discount()).contains(usd(amount));
    }

    @Test
    void keepsItsAmount() {
        takes(thanked(discount("5.00").free()).adopts(giving(discount("3.00").free())), "5.00");
        takes(
                thanked(percentOff(50).upTo("9.00").free())
                        .adopts(giving(percentOff(5).free())),
                "9.00");
    }

    @Test
    void keepsItsPrice() {
        Shop shop = thanked(discount("5.00").costs(10))
                .adopts(giving(discount("5.00").costs(40)));

        assertThat(shop.engine().quote(order(shop, "o")).reward("thanks").orElseThrow())
                .extracting(RewardOffer::most, RewardOffer::worth)
                .containsExactly(10L, usd("5.00"));
        assertThat(shop.tries(shop.order("o", line("goods", "20.00")).redeem("thanks", 40))
                        .refusal())
                .contains(new PointsNotAccepted("thanks", 40, 10, 10, 1));
        assertThat(shop.buys(order(shop, "o")).redeemed()).isEqualTo(10);
    }

    @Test
    void isHonouredWhereTheProgramHasTheRewardNoMore() {
        takes(thanked(discount("5.00").free()).adopts(aPointPerDollar()), "5.00");

        Shop shop = thanked(gift("MUG").free()).adopts(aPointPerDollar());
        assertThat(shop.buys(shop.order("o").redeem("thanks")).rewards())
                .extracting(applied -> applied.benefit().what())
                .containsExactly("MUG");
        assertThat(shop.tries(shop.order("p").redeem("thanks")).refusal())
                .contains(new Refusal.RewardNotOffered("thanks", "the program has no such reward"));
    }

    @Test
    void isReservedWithItsTerms() {
        Shop shop = thanked(discount("5.00").free()).adopts(aPointPerDollar());
        shop.reserves(order(shop, "o")).receipt();
        assertThat(shop.reserves(order(shop, "p")).refusal()).isPresent();

        assertThat(shop.buys(order(shop, "o")).discount()).contains(usd("5.00"));
    }

    @Test
    void asksForWhatTheRewardAsksForNow() {
        Shop shop = thanked(discount("5.00").free())
                .adopts(giving(discount("5.00").free().when(anyLine(category("x")))));

        assertThat(shop.tries(order(shop, "o")).refusal())
                .contains(new Refusal.ConditionNotMet("thanks", "an order with category x"));
    }

    @Nested
    class ItsEnd {
        @Test
        void isThatOfTheSeasonAtTheLatest() {
            Shop shop = thanked(discount("5.00").free().through("2026-06-10"));

            assertThat(shop.at("2026-06-10T23:59").tries(order(shop, "o")).refusal())
                    .isEmpty();
            shop.buys("again", "50.00");
            assertThat(shop.at("2026-06-11").tries(order(shop, "p")).refusal()).isPresent();
        }

        @Test
        void isNotBroughtForwardByALaterVersion() {
            Shop shop = thanked(discount("5.00").free());
            shop.adopts(giving(discount("5.00").free().through("2026-06-03")));

            takes(shop.at("2026-06-20"), "5.00");
        }
    }

    @Test
    void comesBackAsItWas() {
        Shop shop =
                thanked(discount("5.00").free()).adopts(giving(discount("3.00").free()));
        shop.buys(order(shop, "x"));
        shop.cancels("x");

        takes(shop, "5.00");
    }

    @Test
    void goesOverToAnotherAccountAsItIs() {
        Shop shop =
                thanked(discount("5.00").free()).adopts(giving(discount("3.00").free()));
        MemberId ben = MemberId.of("ben");
        shop.engine()
                .execute(Merge.of(Shop.ANA, "m").into(ben).by("agent").because("two cards"))
                .receipt();
        Outcome bens = shop.engine()
                .purchase(Order.of(ben, "b-1")
                        .currency("USD")
                        .line(OrderLine.of("goods", "20.00"))
                        .redeem("thanks"));

        assertThat(bens.receipt().discount()).contains(usd("5.00"));
    }

    @Test
    void isItsOwnThoughAnotherEndsTogetherWithIt() {
        Shop shop = thanked(discount("5.00").free().through("2026-06-10"))
                .adopts(giving(discount("10.00").free().through("2026-06-10")));
        shop.buys("again", "50.00");

        assertThat(shop.buys(order(shop, "x"))
                        .discount()
                        .map(first -> first.plus(
                                shop.buys(order(shop, "y")).discount().orElseThrow())))
                .contains(usd("15.00"));
    }

    @Test
    void thatPaysForAnOrderWhichWasUndoneIsUsedOnceMoreWhereItsPointsDoNotComeBack() {
        Shop shop = Shop.with(giving(discount("5.00").costs(10)).policy(RedeemedOnReturn.NEVER))
                .at("2026-06-01");
        shop.buys("earned", "50.00");
        shop.buys(order(shop, "o"));
        shop.cancels("o");
        shop.buys(order(shop, "o").revision(2));

        assertThat(shop.tries(order(shop, "p")).refusal())
                .contains(new Refusal.RewardNotOffered("thanks", "it takes a voucher, and there is none"));
    }

    @Test
    void itsCodeIsReservedOnceThoughTheMemberHasAnotherVoucherLikeIt() {
        Shop shop = thanked(discount("5.00").free().through("2026-06-10"));
        String one = shop.buys("again", "50.00").vouchers().get(0).code().orElseThrow();
        String other = shop.buys("more", "50.00").vouchers().get(0).code().orElseThrow();
        Order a = shop.order("a", line("goods", "20.00"));
        Order b = shop.order("b", line("goods", "20.00"));
        shop.reserves(a.voucher(one)).receipt();

        assertThat(shop.reserves(b.voucher(one)).refusal()).contains(new VoucherNotAccepted());
        assertThat(shop.tries(b.voucher(one)).refusal()).contains(new VoucherNotAccepted());
        assertThat(shop.tries(b.voucher(other)).refusal()).isEmpty();
        assertThat(shop.tries(a.voucher(one)).refusal()).isEmpty();
    }

    @Test
    void itsCodeOpensTheSame() {
        Shop shop = Shop.with(giving(discount("5.00").free())).at("2026-06-01");
        Receipt thanks = shop.buys("earned", "50.00");
        String code = thanks.vouchers().get(0).code().orElseThrow();
        shop.passes(Duration.ofDays(1)).adopts(aPointPerDollar());

        assertThat(shop.buys(shop.order("o", line("goods", "20.00")).voucher(code))
                        .discount())
                .contains(usd("5.00"));
    }
}
