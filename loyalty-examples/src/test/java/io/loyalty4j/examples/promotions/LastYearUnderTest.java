package io.loyalty4j.examples.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.programs.BeautyInsider;
import org.junit.jupiter.api.Test;

class LastYearUnderTest {
    @Test
    void tellsWhatWouldHaveChanged() {
        assertThat(LastYearUnder.difference(LastYearUnder.planned())).isEqualTo("""
                beauty-insider 2020 -> beauty-insider 2021-draft
                                                                   before          after     difference
                  points given                                       2260           2080           -180
                    by base                                          1760           1780            +20
                    by november-event                                 500            300           -200
                  points redeemed                                       0            400           +400
                  points taken back                                   160             80            -80
                  points available at the end                        2100           1600           -500
                  discounts given, USD                                  0          10.00         +10.00
                ana: available 600 -> 100; next tier ROUGE, 520 missing -> ROUGE, 490 missing; told PointsEarned 2 -> 3; \
                told PointsRedeemed 0 -> 1; told RewardUsed 0 -> 1
                  order/A-2@1: base 0 -> 20; is refused (cash-10 needs 500 points, 420 are available) -> booked; \
                rewards none -> cash-10 10.00 USD
                  order/A-3@1: november-event 120 -> 0
                ben: the same in the end
                  order/B-1@1: november-event 80 -> 0
                  refund/B-1/rma-1: taken back 160 -> 80""");
    }

    @Test
    void tellsThatNothingWould() {
        assertThat(LastYearUnder.difference(BeautyInsider.program())).isEqualTo("no difference");
    }
}
