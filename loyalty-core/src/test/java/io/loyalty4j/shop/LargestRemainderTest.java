package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    private static List<BigDecimal> amounts(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    private static List<BigDecimal> spread(String total, int scale, String... weights) {
        return LargestRemainder.spread(new BigDecimal(total), amounts(weights), scale);
    }

    @Test
    void whatIsMissingGoesToTheLargestFractions() {
        assertThat(spread("10", 0, "6", "4", "5")).isEqualTo(amounts("4", "3", "3"));
        assertThat(spread("10.00", 2, "70", "20", "10")).isEqualTo(amounts("7.00", "2.00", "1.00"));
        assertThat(spread("100", 0, "2", "1", "1", "2")).isEqualTo(amounts("33", "17", "17", "33"));
    }

    @Test
    void ofEqualFractionsTheEarlierPartGetsMore() {
        assertThat(spread("1.00", 2, "1", "1", "1")).isEqualTo(amounts("0.34", "0.33", "0.33"));
        assertThat(spread("2", 0, "5", "5", "5")).isEqualTo(amounts("1", "1", "0"));
    }

    @Test
    void whatWeighsNothingGetsNothing() {
        assertThat(spread("1.00", 2, "0", "3", "0")).isEqualTo(amounts("0.00", "1.00", "0.00"));
        assertThat(spread("0", 2, "0", "0")).isEqualTo(amounts("0.00", "0.00"));
        assertThat(spread("0", 2)).isEmpty();
    }

    @Test
    void thePartsAddUpAndNoneExceedsItsWeight() {
        Random random = new Random(20261121);
        for (int round = 0; round < 2_000; round++) {
            int scale = random.nextInt(4);
            List<BigDecimal> weights = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i <= random.nextInt(8); i++) {
                BigDecimal weight = BigDecimal.valueOf(random.nextInt(5) == 0 ? 0 : random.nextInt(3_000), scale);
                weights.add(weight);
                sum = sum.add(weight);
            }
            BigDecimal total = sum.signum() == 0
                    ? BigDecimal.ZERO
                    : new BigDecimal(random.nextInt(sum.unscaledValue().intValue() + 1)).movePointLeft(scale);
            List<BigDecimal> parts = LargestRemainder.spread(total, weights, scale);

            assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total);
            for (int i = 0; i < weights.size(); i++) {
                assertThat(parts.get(i)).isBetween(BigDecimal.ZERO, weights.get(i));
            }
        }
    }
}
