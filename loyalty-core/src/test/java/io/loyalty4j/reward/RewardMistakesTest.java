package io.loyalty4j.reward;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.reward.Reward.bonusPoints;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;
import static io.loyalty4j.reward.Reward.menu;
import static io.loyalty4j.reward.Reward.other;
import static io.loyalty4j.reward.Reward.payment;
import static io.loyalty4j.reward.Reward.percentOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with rewards is said when the program is built, all at once, each at its path. */
class RewardMistakesTest {
    private static List<String> mistakes(Reward reward) {
        InvalidInputException wrong = catchThrowableOfType(
                InvalidInputException.class,
                () -> aPointPerDollar().reward("r", reward).build());
        return wrong.violations().stream()
                .map(violation -> violation.path() + ": " + violation.message())
                .toList();
    }

    @Test
    void ofAPart() {
        assertThat(mistakes(percentOff(0).upTo("-1")))
                .containsExactlyInAnyOrder(
                        "reward[r].costs: no price of 0 points or more is said; free() is one",
                        "reward[r].percentOff: 0 is not between 1 and 100",
                        "reward[r].upTo: \"-1\" is no amount above zero");
        assertThat(mistakes(percentOff(101).free()))
                .containsExactly("reward[r].percentOff: 101 is not between 1 and 100");
    }

    @Test
    void ofThings() {
        assertThat(mistakes(gift("").free()))
                .containsExactly("reward[r].gift: a sku must be 1 to 128 visible characters or spaces");
        assertThat(mistakes(other("\n").free()))
                .containsExactly("reward[r].other: must be 1 to 128 visible characters or spaces");
        assertThat(mistakes(bonusPoints(1_000_000_000_000_001L).free()))
                .containsExactly("reward[r].bonusPoints: 1000000000000001 is not between 1 and 10^15 points");
        assertThat(mistakes(bonusPoints(0).costs(5)))
                .containsExactlyInAnyOrder(
                        "reward[r].bonusPoints: 0 is not between 1 and 10^15 points",
                        "reward[r].costs: points for points would only give them a later end: bonus points are free()");
    }

    @Test
    void ofPayments() {
        assertThat(mistakes(payment(0, "1.00")))
                .containsExactly("reward[r].payment: 0 points for \"1.00\": both must be above zero");
        assertThat(mistakes(payment(100, "0.005")))
                .containsExactly("reward[r].payment: \"0.005\" has more decimals than the currency");
        assertThat(mistakes(payment(100, "1.00")
                        .minimum(-1)
                        .inStepsOf(-5)
                        .maximum(0)
                        .upToPercentOfOrder(0)))
                .containsExactlyInAnyOrder(
                        "reward[r].minimum: -1 is less than 0",
                        "reward[r].inStepsOf: -5 is less than 0",
                        "reward[r].maximum: 0 is less than 1",
                        "reward[r].upToPercentOfOrder: 0 is not between 1 and 100",
                        "reward[r].maximum: 0 is less than the least that can be paid");
        assertThat(mistakes(payment(3, "0.01").inStepsOf(2)))
                .containsExactly("reward[r].inStepsOf: 2 points are worth a part of the smallest coin");
        assertThat(mistakes(payment(100, "1.00").inStepsOf(50).minimum(120)))
                .containsExactly("reward[r].minimum: 120 is not a whole number of steps of 50");
    }

    @Test
    void ofMenus() {
        assertThat(mistakes(menu())).containsExactly("reward[r].menu: it has no entry(..)");
        assertThat(mistakes(menu().entry(0, "1.00").entry(5, "x").entry(5, "1.00")))
                .containsExactlyInAnyOrder(
                        "reward[r].entry: 0 is not 1 point or more",
                        "reward[r].entry: \"x\" is no amount above zero",
                        "reward[r].entry: 5 points are there twice");
    }

    @Test
    void ofLimits() {
        assertThat(mistakes(discount("1.00").free().stock(-1).sharingLimit("two words")))
                .containsExactlyInAnyOrder(
                        "reward[r].atMostTimes: -1 is less than 0",
                        "reward[r].sharingLimit: its name must be 1 to 64 printable ASCII characters without spaces, not"
                                + " beginning with ~");
        assertThat(mistakes(discount("1.00").free().sharingLimit("x")))
                .containsExactly(
                        "reward[r].sharingLimit: there is no limit to share; say atMostTimes(..), oncePer(..) or"
                                + " stock(..)");
    }

    @Test
    void ofVouchersForMoreThanOneThing() {
        String mistake = "reward[r].withVoucher: a voucher is good for one thing: not for a payment, or a menu";
        assertThat(mistakes(payment(1, "1.00").withVoucher(Duration.ofDays(1)))).containsExactly(mistake);
        assertThat(mistakes(menu().entry(1, "1.00").withVoucher(Duration.ofDays(1))))
                .containsExactly(mistake);
    }

    @Test
    void ofStocksThatAreSharedAndDiffer() {
        assertThatThrownBy(() -> aPointPerDollar()
                        .reward("a", gift("A").free().stock(5).sharingLimit("s"))
                        .reward("b", gift("B").free().stock(10).sharingLimit("s"))
                        .build())
                .hasMessageContaining("reward[b].stock: 10 pieces: others share the stock, and have another number");
    }

    @Test
    void ofClausesThatSayNothingOfIt() {
        assertThat(mistakes(discount("1.00").free().minimum(5).entry(1, "1.00")))
                .containsExactlyInAnyOrder(
                        "reward[r].minimum: says nothing of such a reward",
                        "reward[r].entry: says nothing of such a reward");
        assertThat(mistakes(payment(1, "1.00").costs(5)))
                .containsExactly("reward[r].costs: says nothing of such a reward");
        assertThat(mistakes(discount("1.00").free().upTo("5.00")))
                .containsExactly("reward[r].upTo: says nothing of such a reward");
    }
}
