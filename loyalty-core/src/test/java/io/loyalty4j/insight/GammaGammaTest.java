package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaGammaTest {
    /** As published, for the CDNOW sample in dollars. */
    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

    private static RepeatSpend spent(int times, String average) {
        return new RepeatSpend(times, new BigDecimal(average));
    }

    /** G1. */
    @Test
    void anExpectedAmountIsBetweenOnesOwnAndThatOfAll() {
        assertThat(CDNOW.average(spent(2, "22.35"))).isCloseTo(24.66, within(0.01));
        assertThat(CDNOW.average(spent(1, "11.77"))).isCloseTo(18.92, within(0.01));
        double all = CDNOW.average(RepeatSpend.NONE);
        assertThat(all).isCloseTo(6.25 * 15.44 / 2.74, within(1e-12));
        assertThat(CDNOW.average(spent(1_000_000, "11.77"))).isCloseTo(11.77, within(1e-4));
    }

    /** Over the scale of the amounts, of which each customer has their own. */
    @ParameterizedTest
    @CsvSource({"6.25, 3.74, 15.44, 2, 22.35", "0.5, 2.5, 200, 7, 3.10", "30, 9, 1, 1, 55.00", "1.7, 16, 550, 8, 48.31"
    })
    void theFormulasAreTheIntegrals(double p, double q, double v, int times, String average) {
        GammaGamma model = new GammaGamma(p, q, v);
        double m = Double.parseDouble(average);
        double density = Quadrature.positive(scale -> density(model, times, m, scale));
        double mean = Quadrature.positive(scale -> density(model, times, m, scale) * p / scale) / density;
        assertThat(Math.exp(model.logLikelihood(spent(times, average)) - Math.log(density)))
                .isCloseTo(1, withinPercentage(1e-9));
        assertThat(model.average(spent(times, average))).isCloseTo(mean, withinPercentage(1e-9));
    }

    private static double density(GammaGamma model, int times, double m, double scale) {
        double shape = model.p() * times;
        double own =
                shape * Math.log(scale * times) + (shape - 1) * Math.log(m) - scale * times * m - LogGamma.of(shape);
        double all = model.q() * Math.log(model.v())
                + (model.q() - 1) * Math.log(scale)
                - model.v() * scale
                - LogGamma.of(model.q());
        return Math.exp(own + all);
    }

    @Test
    void whoHasNotComeBackSaysNothing() {
        assertThat(CDNOW.logLikelihood(RepeatSpend.NONE)).isZero();
    }

    @Test
    void parametersWithoutAMeanAreRefused() {
        assertThatThrownBy(() -> new GammaGamma(6, 1, 15)).hasMessageContaining("q 1.0 is not between 1.001");
        assertThatThrownBy(() -> new GammaGamma(0, 2, 15)).hasMessageContaining("p 0.0");
        assertThatThrownBy(() -> new GammaGamma(6, 2, Double.POSITIVE_INFINITY)).hasMessageContaining("v Infinity");
    }
}
