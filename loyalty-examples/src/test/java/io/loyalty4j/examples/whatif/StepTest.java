package io.loyalty4j.examples.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
    @ParameterizedTest
    @CsvSource({
        "-100, loses 100 or more",
        "-99.99, loses 20 to under 100",
        "-5, loses 5 to under 20",
        "-0.01, loses under 5",
        "0, neither gains nor loses",
        "0.01, gains under 5",
        "19.99, gains 5 to under 20",
        "20, gains 20 to under 100",
        "1000000, gains 100 or more"
    })
    void hasEachGainInOneStep(BigDecimal amount, String words) {
        Gain gain = new Gain(MemberId.of("ana"), 0, 0, Money.of(amount, "GBP"));

        assertThat(Step.ALL.stream().filter(step -> step.has(gain)).map(Step::words))
                .containsExactly(words);
    }
}
