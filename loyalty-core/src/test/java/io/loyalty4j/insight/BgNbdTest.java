package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BgNbdTest {
    /** As published. */
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

    /** B2: after 30.43 weeks of 38.86. */
    @Test
    void whoCameBackTwiceIsExpectedToOrderSoOftenIn39Weeks() {
        assertThat(CDNOW.orders(new Repeats(2, 213, 272), 39)).isCloseTo(1.226, within(0.0005));
    }

    /** B3. */
    @Test
    void whoWasSilentForLongIsLessLikelyThere() {
        assertThat(CDNOW.alive(new Repeats(2, 213, 272))).isCloseTo(0.7266, within(0.0002));
        assertThat(CDNOW.alive(new Repeats(1, 12, 272))).isCloseTo(0.2121, within(0.0002));
        assertThat(CDNOW.alive(new Repeats(0, 0, 272))).isEqualTo(1);
    }

    /** 1 - 2F1 in the form of the paper, which is good for such numbers. */
    @Test
    void expectedOrdersAreThoseOfThePublishedFormula() {
        for (double weeks : new double[] {1, 5.5, 39, 78, 400}) {
            double z = weeks / (4.414 + weeks);
            double published = (0.793 + 2.426 - 1)
                    / (0.793 - 1)
                    * (1 - Math.pow(1 - z, 0.243) * hypergeometric(0.243, 2.426, 0.793 + 2.426 - 1, z));
            assertThat(CDNOW.ordersOfNewcomer(weeks)).isCloseTo(published, within(1e-11 * published));
        }
    }

    private static double hypergeometric(double a, double b, double c, double z) {
        double sum = 0;
        double term = 1;
        for (int k = 0; term > 1e-18 * sum; k++) {
            sum += term;
            term *= (a + k) * (b + k) / (c + k) / (k + 1) * z;
        }
        return sum;
    }

    @Test
    void thePublishedFormulaHasPolesWhereExpectationsHaveNone() {
        for (Repeats history : new Repeats[] {new Repeats(0, 0, 100), new Repeats(3, 90, 100)}) {
            double near = new BgNbd(0.5, 8, 1 + 1e-9, 2).orders(history, 20);
            assertThat(new BgNbd(0.5, 8, 1, 2).orders(history, 20)).isCloseTo(near, within(1e-8));
            double beside = new BgNbd(0.5, 8, 0.4 + 1e-9, 0.6).orders(history, 20);
            assertThat(new BgNbd(0.5, 8, 0.4, 0.6).orders(history, 20)).isCloseTo(beside, within(1e-8));
        }
    }

    @Test
    void ifHardlyAnybodyEverLeavesOrdersComeAtTheirRate() {
        BgNbd faithful = new BgNbd(2, 8, BgNbd.LEAST, BgNbd.MOST);
        assertThat(faithful.ordersOfNewcomer(100)).isCloseTo(25, within(1e-4));
        assertThat(faithful.orders(new Repeats(40, 650, 700), 50)).isCloseTo(42.0 / 108 * 50, within(1e-3));
        assertThat(faithful.alive(new Repeats(40, 650, 700))).isGreaterThan(0.999);
    }

    @Test
    void whoAlwaysLeavesAfterTheFirstRepeatOrderPlacesOne() {
        BgNbd fickle = new BgNbd(2, 1, BgNbd.MOST, BgNbd.LEAST);
        assertThat(fickle.ordersOfNewcomer(1_000)).isCloseTo(1, within(1e-5));
        assertThat(fickle.alive(new Repeats(1, 7, 7))).isLessThan(1e-6);
    }

    @Test
    void thousandsOfRepeatsAndTheLongestSilenceAreReckonedToo() {
        Repeats daily = new Repeats(7_000, 7_000, 7_300);
        assertThat(CDNOW.logLikelihood(daily)).isFinite();
        assertThat(CDNOW.alive(daily)).isBetween(0.0, 1e-100);
        assertThat(CDNOW.orders(daily, 39)).isBetween(0.0, 1e-100);
        Repeats present = new Repeats(7_000, 7_000, 7_000);
        assertThat(CDNOW.alive(present)).isGreaterThan(0.999);
        assertThat(CDNOW.orders(present, 1)).isCloseTo(7, within(0.05));
    }

    @Test
    void parametersThatNoFitShouldGiveAreRefused() {
        assertThatThrownBy(() -> new BgNbd(0, 1, 1, 1)).hasMessage("r 0.0 is not between 0.01 and 100000.0");
        assertThatThrownBy(() -> new BgNbd(1, -1, 1, 1)).hasMessageContaining("alpha -1.0");
        assertThatThrownBy(() -> new BgNbd(1, 1, Double.NaN, 1)).hasMessageContaining("a NaN");
        assertThatThrownBy(() -> new BgNbd(1, 1, 1, 1e6)).hasMessageContaining("b 1000000.0");
        assertThatThrownBy(() -> new BgNbd(5_000, 1, 1, 1)).hasMessageContaining("r / alpha 5000.0");
        assertThatThrownBy(() -> CDNOW.ordersOfNewcomer(-1)).hasMessageContaining("weeks -1.0");
        assertThatThrownBy(() -> CDNOW.orders(new Repeats(0, 0, 5), 1_045)).hasMessageContaining("weeks 1045.0");
    }
}
