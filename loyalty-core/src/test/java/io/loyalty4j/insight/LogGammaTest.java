package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogGammaTest {
    /** Values of published tables. */
    @ParameterizedTest
    @CsvSource({
        "0.00001, 11.512919692895826",
        "0.1, 2.2527126517342060",
        "0.5, 0.5723649429247001",
        "1, 0",
        "1.5, -0.12078223763524522",
        "2, 0",
        "10, 12.801827480081469",
        "100, 359.13420536957540",
        "1000, 5905.2204232091812"
    })
    void itIsWhatTablesSay(double z, double known) {
        assertThat(LogGamma.of(z)).isCloseTo(known, within(1e-14 * Math.max(1, known)));
    }

    @Test
    void ofWholeNumbersItIsTheSumOfLogarithms() {
        for (int n = 2; n < 170; n++) {
            double factorial = IntStream.range(2, n).mapToDouble(Math::log).sum();
            assertThat(LogGamma.of(n)).isCloseTo(factorial, within(2e-14 * Math.max(1, factorial)));
        }
    }

    /** Legendre's duplication formula, which no step of the computation knows. */
    @ParameterizedTest
    @ValueSource(doubles = {0.013, 0.3, 0.77, 2.4, 4.9, 5.01, 17.3, 333.3, 99_999.9})
    void twiceAsMuchIsTwoHalves(double z) {
        double halves = LogGamma.of(z) + LogGamma.of(z + 0.5);
        double whole = (1 - 2 * z) * Math.log(2) + Math.log(Math.PI) / 2 + LogGamma.of(2 * z);
        assertThat(halves).isCloseTo(whole, within(1e-14 * Math.max(1, Math.abs(whole))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.243, 3.2, 5_000})
    void aRisingProductGoesOnByOneFactorWhetherItIsShortOrLong(double z) {
        assertThat(LogGamma.rising(z, 0)).isZero();
        assertThat(LogGamma.rising(z, 1)).isEqualTo(Math.log(z));
        for (int n = 1; n < 200; n++) {
            assertThat(LogGamma.rising(z, n + 1) - LogGamma.rising(z, n)).isCloseTo(Math.log(z + n), within(2e-11));
        }
    }
}
