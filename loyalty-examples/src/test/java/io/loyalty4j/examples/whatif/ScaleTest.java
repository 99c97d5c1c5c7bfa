package io.loyalty4j.examples.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"0, 0.2 1", "3, 1 3", "4.3, 1 5", "10, 2 10", "37221, 10k 40k", "2900000, 1M 3M", "1000, 200 1k"})
    void endsAtOrAboveTheMostInFewSteps(double most, String stepAndEnd) {
        Scale scale = Scale.upTo(most);

        assertThat(Scale.label(scale.step()) + " "
                        + Scale.label(scale.ticks().get(scale.ticks().size() - 1)))
                .isEqualTo(stepAndEnd);
        assertThat(scale.ticks()).hasSizeBetween(2, 6);
        assertThat(scale.share(most)).isBetween(0.0, 1.0);
    }
}
