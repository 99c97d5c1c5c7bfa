package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal.OrderClosed;
import io.loyalty4j.shop.Refusal.OrderTooSmall;
import io.loyalty4j.shop.Refusal.RevisionOutdated;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order that is edited after it was paid comes to what it would have come to if it had been so from the first; the journal tells the difference. */
class EditTest {
    private final Shop shop = Shop.with(aPointPerDollar()
            .earn("big", points(50).perOrder().when(orderFrom("80.00")))
            .reward("ten", discount("10.00").costs(40))
            .reward("five", discount("5.00").costs(20)));

    private Order order(int revision, OrderLine... lines) {
        return shop.order("A-1", lines).revision(revision);
    }

    @Test
    void fewerGoodsEarnLess() {
        shop.buys("A-1", "100.00");
        Receipt edited = shop.buys(order(2, line("goods", "40.00")));

        assertThat(edited.revoked()).isEqualTo(110);
        assertThat(edited.awards())
                .extracting(award -> award.rule() + " " + award.points())
                .containsExactly("base 40");
        assertThat(shop.account().available()).isEqualTo(40);
    }

    @Test
    void anEditThatLeavesOnlyWhatHasComeBackCountsForNothing() {
        Shop limited = Shop.with(aPointPerDollar()
                .earn("first", points(7).perOrder().when(firstOrder()))
                .reward("once", discount("1.00").free().oncePer(YEAR)));
        limited.buys(limited.order("A-1", line("goods", "50.00").times(2), line("more", "9.00"))
                .redeem("once"));
        limited.returns("A-1", "goods", 1);
        limited.buys(limited.order("A-1", line("goods", "50.00")).redeem("once").revision(2));

        assertThat(limited.journal().order("A-1").orElseThrow().state()).isEqualTo(OrderPosition.State.RETURNED);
        Receipt next = limited.buys(limited.order("B-2", line("goods", "20.00")).redeem("once"));
        assertThat(next.earned()).isEqualTo(19 + 7);
        assertThat(limited.tries(limited.order("C-3", line("goods", "20.00")).redeem("once"))
                        .refusal())
                .isNotEmpty();
    }

    @Test
    void aQuoteOfAnEditGivesBackPointsIntoALotThatHasNothingLeft() {
        Shop spent = Shop.with(aPointPerDollar()
                .earn("launch", points(5).perOrder().atMostPoints(1_000).inAll())
                .reward("all", discount("10.00").costs(55)));
        spent.buys("earned", "50.00");
        spent.buys(spent.order("A-1", line("goods", "20.00")).redeem("all"));
        Order without = spent.order("A-1", line("goods", "20.00")).revision(2);

        Quote quote = spent.engine().quote(without);
        assertThat(quote.refusal()).isEmpty();
        assertThat(quote.reward("all").orElseThrow().takeable()).isTrue();
        assertThat(spent.buys(without).restored()).isEqualTo(55);
    }

    @Test
    void aQuoteOfAnEditLeavesOutWhatHasComeBack() {
        shop.buys(order(1, line("goods", "30.00").times(2)));
        shop.returns("A-1", "goods", 1);
        Order edit = order(2, line("goods", "30.00").times(2), line("more", "5.00"));

        Quote quote = shop.engine().quote(edit);
        assertThat(quote.points()).isEqualTo(35);
        assertThat(quote.workings()).extracting(working -> working.points()).containsExactlyInAnyOrder(30L, 5L);
        assertThat(shop.buys(edit).awards()).isEqualTo(quote.awards());
    }

    @Test
    void moreGoodsEarnTheDifferenceAndWhatTheOrderNowQualifiesFor() {
        shop.buys("A-1", "60.00");
        Receipt edited = shop.buys(order(2, line("goods", "60.00"), line("more", "20.00")));

        assertThat(edited.earned()).isEqualTo(70);
        assertThat(edited.awards())
                .extracting(award -> award.rule() + " " + award.points())
                .containsExactlyInAnyOrder("base 60", "base 20", "big 50");
        assertThat(shop.account().available()).isEqualTo(130);
    }

    @Test
    void anEditKeepsTheDayTheTierAndThePlaceAmongOrdersOfTheFirst() {
        Shop ladder = Shop.with(aPointPerDollar()
                .earn("first", points(100).perOrder().when(firstOrder()))
                .earn("gold", multiplier(1).inTier("GOLD", 3))
                .earn("opening", points(7).perOrder().through("2026-11-21"))
                .tiers(TierLadder.bySpend().base("BASE").tier("GOLD", 100)));
        ladder.buys("A-1", "50.00");
        ladder.passes(Duration.ofDays(2)).buys("B-2", "200.00");
        assertThat(ladder.account().tier().code()).isEqualTo("GOLD");
        long before = ladder.account().available();

        Receipt edited = ladder.buys(ladder.order("A-1", line("goods", "60.00")).revision(2));

        assertThat(edited.earned()).isEqualTo(10);
        assertThat(ladder.account().available()).isEqualTo(before + 10);
        assertThat(edited.posting().header().occurredAt())
                .isEqualTo(ladder.now().minus(Duration.ofDays(2)));
    }

    @ParameterizedTest
    @EnumSource(CrossingOrder.class)
    void theOrderThatCrossesAThresholdEarnsNoMoreByAnEditThatChangesNothing(CrossingOrder policy) {
        Shop ladder = Shop.with(aPointPerDollar()
                .earn("gold", multiplier(1).inTier("GOLD", 3))
                .tiers(TierLadder.bySpend().base("BASE").tier("GOLD", 100))
                .policy(policy));
        ladder.buys("A-1", "100.00");
        long before = ladder.account().available();

        ladder.buys(ladder.order("A-1", line("goods", "100.00")).revision(2));

        assertThat(before).isEqualTo(policy == CrossingOrder.NEW_TIER ? 300 : 100);
        assertThat(ladder.account().available()).isEqualTo(before);
    }

    @Test
    void whatHasComeBackStaysBack() {
        shop.buys("A-1", line("goods", "10.00").times(4));
        shop.returns("A-1", "goods", 1);
        shop.buys(order(2, line("goods", "10.00").times(6)));

        assertThat(shop.account().available()).isEqualTo(50);
        assertThat(shop.store()
                        .order(Shop.ANA, "A-1")
                        .orElseThrow()
                        .lines()
                        .get(0)
                        .returned())
                .isEqualTo(1);
    }

    @Test
    void piecesAskedBackOfALineThatAnEditBringsComeIntoForceWithIt() {
        shop.buys("A-1", line("goods", "10.00"));
        Receipt early = shop.returns("A-1", "more", 1);
        assertThat(early.surplus()).containsEntry("more", 1);

        shop.buys(order(2, line("goods", "10.00"), line("more", "30.00").times(2)));

        assertThat(shop.account().available()).isEqualTo(40);
    }

    @Test
    void tierSpendFollowsTheEdit() {
        Shop ladder = Shop.with(
                aPointPerDollar().tiers(TierLadder.bySpend().base("BASE").tier("GOLD", 100)));
        ladder.buys("A-1", "120.00");
        ladder.buys(ladder.order("A-1", line("goods", "90.00")).revision(2));
        assertThat(ladder.account().tier().code()).isEqualTo("BASE");
        ladder.buys(ladder.order("A-1", line("goods", "110.00")).revision(3));
        assertThat(ladder.account().tier().code()).isEqualTo("GOLD");
    }

    @Test
    void anOlderRevisionThatComesLateIsRefused() {
        shop.buys(order(2, line("goods", "40.00")));
        assertThat(shop.tries(order(1, line("goods", "100.00"))).refusal()).contains(new RevisionOutdated("A-1", 1, 2));
        assertThat(shop.engine().execute(order(1).cancellation()).refusal())
                .contains(new RevisionOutdated("A-1", 1, 2));
        assertThat(shop.account().available()).isEqualTo(40);
    }

    @Test
    void anOrderThatWasCancelledIsPaidAnewByItsNextRevision() {
        shop.buys("A-1", "100.00");
        shop.cancels("A-1");
        assertThat(shop.account().available()).isZero();

        Receipt again = shop.buys(order(2, line("goods", "100.00")));

        assertThat(again.earned()).isEqualTo(150);
        assertThat(shop.account().available()).isEqualTo(150);
        assertThat(shop.engine().cancel(order(2)).receipt().revoked()).isEqualTo(150);
        assertThat(shop.account().counters().containsKey("orders")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ClawBack.class)
    void cancellingAndPayingAnewAgainAndAgainGivesNoMoreThanOnce(ClawBack policy) {
        Shop strict = Shop.with(
                aPointPerDollar().reward("ten", discount("10.00").costs(40)).policy(policy));
        strict.buys("A-1", "50.00");
        strict.buys(strict.order("B-2", line("other", "20.00")).redeem("ten"));
        long before = strict.account().available() - strict.account().debt();
        for (int revision = 1; revision < 6; revision++) {
            strict.engine().cancel(strict.order("A-1").revision(revision)).receipt();
            strict.buys(strict.order("A-1", line("goods", "50.00")).revision(revision + 1));
            assertThat(strict.account().available() - strict.account().debt()).isEqualTo(before);
        }
    }

    @Test
    void aRewardThatStaysIsNotPaidTwice() {
        shop.buys("B-0", "200.00");
        long had = shop.account().available();
        shop.buys(order(1, line("goods", "50.00")).redeem("ten"));
        assertThat(shop.account().available()).isEqualTo(had - 40 + 40);

        Receipt edited = shop.buys(order(2, line("goods", "70.00")).redeem("ten"));

        assertThat(edited.redeemed()).isZero();
        assertThat(edited.restored()).isZero();
        assertThat(edited.discount().orElseThrow()).hasToString("10.00 USD");
        assertThat(shop.account().available()).isEqualTo(had - 40 + 60);
    }

    @Test
    void aRewardThatIsDroppedGivesItsPointsBackIntoTheirLotAndCanPayForAnother() {
        Shop poor = Shop.with(aPointPerDollar()
                .reward("ten", discount("10.00").costs(40))
                .reward("five", discount("5.00").costs(20)));
        poor.buys("B-0", "40.00");
        poor.buys(poor.order("A-1", line("goods", "10.00")).redeem("ten"));
        assertThat(poor.account().available()).isZero();

        Receipt edited =
                poor.buys(poor.order("A-1", line("goods", "10.00")).revision(2).redeem("five"));

        assertThat(edited.restored()).isEqualTo(40);
        assertThat(edited.redeemed()).isEqualTo(20);
        assertThat(poor.account().available()).isEqualTo(20 + 5);
        poor.cancels("A-1");
    }

    @Test
    void aRewardThatPaysForMoreGoodsThatStayIsPaidAgainAsFarAsItHadComeBack() {
        shop.buys("B-0", "200.00");
        shop.buys(order(1, line("goods", "20.00").times(2)).redeem("ten"));
        shop.returns("A-1", "goods", 1);
        long had = shop.account().available();

        Receipt edited = shop.buys(order(2, line("goods", "20.00").times(4)).redeem("ten"));

        assertThat(edited.redeemed()).isEqualTo(10);
        assertThat(edited.awards().stream().mapToLong(award -> award.points()).sum())
                .isEqualTo(52);
        assertThat(shop.account().available()).isEqualTo(had - 10 + 52 - 15);
        shop.engine().cancel(order(2)).receipt();
        assertThat(shop.account().available()).isEqualTo(250);
    }

    @Test
    void anEditThatLeavesLessThanTheRewardIsWorthIsRefused() {
        shop.buys("B-0", "200.00");
        shop.buys(order(1, line("goods", "50.00")).redeem("ten"));
        assertThat(shop.tries(order(2, line("goods", "9.00")).redeem("ten"))
                        .refusal()
                        .orElseThrow())
                .isInstanceOf(OrderTooSmall.class);
        assertThat(shop.tries(order(2, line("goods", "9.00"))).refusal()).isEmpty();
    }

    @Test
    void aLimitIsUsedOnceByAnOrderHoweverOftenItIsEdited() {
        Shop daily = Shop.with(Shop.program()
                .earn("daily", points(10).perOrder().oncePer(DAY))
                .earn("base", points(1).per("1.00")));
        daily.buys("A-1", "10.00");
        daily.buys(daily.order("A-1", line("goods", "20.00")).revision(2));
        assertThat(daily.account().available()).isEqualTo(30);
        daily.buys("B-2", "5.00");
        assertThat(daily.account().available()).isEqualTo(35);
    }

    @Test
    void unchangedLinesKeepWhatTheyWerePromisedByAnEarlierVersion() {
        Shop changing = Shop.with(aPointPerDollar());
        changing.buys("A-1", line("old", "30.00"), line("other", "20.00"));
        changing.passes(Duration.ofDays(1))
                .adopts(Shop.program().earn("base", points(3).per("1.00")));

        changing.buys(changing.order("A-1", line("old", "30.00"), line("other", "25.00"), line("new", "10.00"))
                .revision(2));

        assertThat(changing.account().available()).isEqualTo(30 + 3 * 35);
        changing.buys(changing.order("A-1", line("old", "30.00")).revision(3));
        assertThat(changing.account().available()).isEqualTo(30);
    }

    @Test
    void anEditCanBeQuotedBeforeItIsBooked() {
        shop.buys("B-0", "200.00");
        shop.buys(order(1, line("goods", "50.00")).redeem("ten"));
        Order edit = order(2, line("goods", "90.00")).redeem("ten").redeem("five");
        Quote quote = shop.engine().quote(edit);
        assertThat(quote.refusal()).isEmpty();
        Receipt receipt = shop.buys(edit);
        assertThat(quote.points())
                .isEqualTo(receipt.awards().stream()
                        .mapToLong(award -> award.points())
                        .sum());
        assertThat(receipt.redeemed()).isEqualTo(20);
    }

    @Test
    void partsOfAnOrderArePaidOneByOneAndKeepWhatIsHeld() {
        shop.buys("B-0", "200.00");
        Order all =
                order(1, line("a", "30.00"), line("b", "30.00")).redeem("ten").redeem("five");
        shop.reserves(all).receipt();

        shop.buys(order(1, line("a", "30.00")).redeem("ten").keepingHolds());
        assertThat(shop.account().held()).isEqualTo(20);
        Receipt rest = shop.buys(
                order(2, line("a", "30.00"), line("b", "30.00")).redeem("ten").redeem("five"));

        assertThat(rest.redeemed()).isEqualTo(20);
        assertThat(shop.account().held()).isZero();
        assertThat(shop.account().available()).isEqualTo(250 - 60 + 45);
    }

    @Test
    void anEditReservesWhatItRedeemsBeyondWhatIsPaid() {
        shop.buys("B-0", "200.00");
        shop.buys(order(1, line("goods", "50.00")).redeem("ten"));
        Order edit = order(2, line("goods", "50.00")).redeem("ten").redeem("five");
        shop.reserves(edit).receipt();
        assertThat(shop.account().held()).isEqualTo(20);
        assertThat(shop.buys(edit).redeemed()).isEqualTo(20);
        assertThat(shop.account().held()).isZero();
    }

    @Test
    void anOrderThatWasCancelledReservesAnewForItsNextRevisionOnly() {
        shop.buys("B-0", "200.00");
        Order first = order(1, line("goods", "50.00")).redeem("ten");
        shop.buys(first);
        shop.cancels("A-1");
        assertThat(shop.reserves(first).refusal().orElseThrow()).isInstanceOf(OrderClosed.class);
        Order again = first.revision(2);
        shop.reserves(again).receipt();
        assertThat(shop.account().held()).isEqualTo(40);
        assertThat(shop.buys(again).redeemed()).isEqualTo(40);
    }

    @Test
    void withoutKeepingThemThePartialPaymentLetsGoOfOtherHolds() {
        shop.buys("B-0", "200.00");
        shop.reserves(order(1, line("a", "30.00")).redeem("ten").redeem("five")).receipt();
        shop.buys(order(1, line("a", "30.00")).redeem("ten"));
        assertThat(shop.account().held()).isZero();
    }

    @Test
    void anOrderIsTheSameWhateverOrderItsEventsComeIn() {
        Order first = shop.order("A-1", line("a", "30.00").times(2), line("b", "40.00"));
        Order second =
                shop.order("A-1", line("a", "30.00").times(3)).revision(2).at(shop.now());
        List<List<io.loyalty4j.shop.Command>> orders = permutations(List.of(
                first.at(shop.now()),
                second,
                Refund.of(first, "r1").line("a", 1),
                Refund.of(first, "r2").line("a", 1).line("b", 1),
                Refund.of(first, "r3").amount("10.00")));
        BigDecimal spend = null;
        for (List<io.loyalty4j.shop.Command> events : orders) {
            Shop one = Shop.with(
                    aPointPerDollar().tiers(TierLadder.bySpend().base("BASE").tier("GOLD", 1_000)));
            events.forEach(one.engine()::execute);
            events.forEach(one.engine()::execute);
            Account account = one.account();
            assertThat(account.available())
                    .as(events + "\n" + one.store().order(Shop.ANA, "A-1"))
                    .isEqualTo(20);
            BigDecimal spent = account.standing().amounts().values().iterator().next();
            assertThat(spent).as(events.toString()).isEqualTo(spend == null ? spent : spend);
            spend = spent;
        }
    }

    static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        return all.stream()
                .flatMap(first -> {
                    List<T> rest = new java.util.ArrayList<>(all);
                    rest.remove(first);
                    return permutations(rest).stream()
                            .map(tail -> Stream.concat(Stream.of(first), tail.stream())
                                    .toList());
                })
                .toList();
    }

    @Test
    void categoriesOfAddedLinesAreAskedFor() {
        Shop dairy = Shop.with(aPointPerDollar().earn("dairy", multiplier(2).on(category("dairy"))));
        dairy.buys("A-1", line("milk", "10.00").category("dairy"));
        dairy.buys(dairy.order(
                        "A-1",
                        line("milk", "10.00").category("dairy"),
                        line("butter", "5.00").category("dairy"))
                .revision(2));
        assertThat(dairy.account().available()).isEqualTo(30);
    }
}
