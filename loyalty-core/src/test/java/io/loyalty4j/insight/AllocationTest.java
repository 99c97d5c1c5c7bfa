package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** IFRS 15 with the figures of its Example 52. */
class AllocationTest {
    private static final Liability GIVEN = given(10_000, "1", "0.95");

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Liability given(long points, String worth, String expected) {
        return Liability.of(points, euros(worth), expected);
    }

    private static int rounded(Money money) {
        return money.amount().setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** A1. */
    @Test
    void aSaleIsDividedByWhatGoodsAndPointsWouldCostAlone() {
        PriceAllocation divided = PriceAllocation.of(euros("100000"), euros("100000"), GIVEN);

        assertThat(divided).isEqualTo(new PriceAllocation(euros("91324.20"), euros("8675.80")));
        assertThat(rounded(divided.points())).isEqualTo(8_676);
        assertThat(rounded(divided.goods())).isEqualTo(91_324);
    }

    /** A1. */
    @Test
    void revenueFollowsRedemptionAndANewEstimateIsCaughtUpWith() {
        Deferral begin = new Deferral(euros("8675.80"), 0, 9_500);
        Deferral first = new Deferral(euros("8675.80"), 4_500, 9_500);
        Deferral second = new Deferral(euros("8675.80"), 8_500, 9_700);

        assertThat(first.revenueSince(begin)).isEqualTo(euros("4109.59"));
        assertThat(rounded(first.revenueSince(begin))).isEqualTo(4_110);
        assertThat(second.revenueSince(first)).isEqualTo(euros("3492.92"));
        assertThat(rounded(second.revenueSince(first))).isEqualTo(3_493);
        assertThat(rounded(second.deferred())).isEqualTo(1_073);
    }

    @Test
    void theEstimateAloneChangesWhatIsRecognised() {
        Deferral before = new Deferral(euros("100"), 40, 80);

        assertThat(new Deferral(euros("100"), 40, 100).revenueSince(before)).isEqualTo(euros("-10"));
        assertThat(new Deferral(euros("100"), 40, 50).revenueSince(before)).isEqualTo(euros("30"));
        assertThat(new Deferral(euros("100"), 40, 40).deferred()).isEqualTo(euros("0"));
        assertThat(new Deferral(euros("100"), 0, 0).deferred()).isEqualTo(euros("0"));
        assertThat(new Deferral(euros("100"), 0, 1).deferred()).isEqualTo(euros("100"));
    }

    @Test
    void whateverIsSoldNoCentIsLostNorMade() {
        Random chance = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Money price = euros(chance.nextInt(10_000) + "." + (10 + chance.nextInt(90)));
            Money alone = euros(1 + chance.nextInt(10_000) + ".99");
            Liability given = given(chance.nextInt(5_000), "0.013", "0." + chance.nextInt(1_000));
            PriceAllocation divided = PriceAllocation.of(price, alone, given);

            assertThat(divided.goods().plus(divided.points())).isEqualTo(price);
            assertThat(divided.points().amount()).isNotNegative();

            long expected = 1L + chance.nextInt(5_000);
            Money all = euros("0");
            Deferral last = new Deferral(divided.points(), 0, expected);
            while (last.redeemed() < expected) {
                long more = Math.min(expected, last.redeemed() + 1 + chance.nextInt(2_000));
                Deferral next = new Deferral(divided.points(), more, expected);
                all = all.plus(next.revenueSince(last));
                last = next;
            }
            assertThat(all).isEqualTo(divided.points());
        }
    }

    @Test
    void aLiabilityIsExactAndItsBreakageTheRest() {
        Liability some = given(1_001, "0.0125", "0.857");

        assertThat(some.amount()).isEqualTo(euros("10.7232125"));
        assertThat(some.amount().plus(some.breakage())).isEqualTo(euros("12.5125"));
        assertThat(given(0, "1", "1").amount()).isEqualTo(euros("0"));
    }

    @Test
    void whatCannotBeIsRefusedWithFacts() {
        assertThatThrownBy(() -> given(-1, "1", "1")).hasMessageContaining("-1 points");
        assertThatThrownBy(() -> given(1, "-1", "1")).hasMessageContaining("-1.00 EUR");
        assertThatThrownBy(() -> given(1, "1", "1.01")).hasMessageContaining("1.01");
        assertThatThrownBy(() -> new Liability(1, euros("1"), new BigDecimal("-0.01")))
                .hasMessageContaining("-0.01");
        assertThatThrownBy(() -> new Deferral(euros("1"), 3, 2)).hasMessageContaining("3 points");
        assertThatThrownBy(() -> new Deferral(euros("1"), -1, 2)).hasMessageContaining("-1 points");
        assertThatThrownBy(() -> new Deferral(euros("-1"), 0, 2)).hasMessageContaining("-1.00 EUR");
        assertThatThrownBy(() -> new Deferral(euros("1"), 1, 2).revenueSince(new Deferral(euros("2"), 0, 2)))
                .hasMessageContaining("2.00 EUR");
        assertThatThrownBy(() -> PriceAllocation.of(euros("1"), euros("0"), given(0, "1", "1")))
                .hasMessageContaining("1.00 EUR");
        assertThatThrownBy(() -> PriceAllocation.of(euros("-1"), euros("1"), GIVEN))
                .hasMessageContaining("-1.00 EUR");
        assertThatThrownBy(() -> PriceAllocation.of(euros("1"), Money.of("1", "USD"), GIVEN))
                .hasMessageContaining("USD");
    }
}
