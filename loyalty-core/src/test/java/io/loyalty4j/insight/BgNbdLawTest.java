package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas against what the model says, integrated over all customers that there could be, and what holds for any history. */
class BgNbdLawTest {
    private static final long SEED = Long.getLong("loyalty4j.laws.seed", 20_261_121L);
    private static final int POINTS = 25;

    /** Seed and number stand in the name of a test that fails. */
    record Point(long seed, int number, BgNbd model, Repeats history, double weeks) {
        static Point of(int number) {
            SplittableRandom random = new SplittableRandom(SEED + number);
            BgNbd model = new BgNbd(
                    between(random, 0.1, 5), between(random, 1, 40), between(random, 0.3, 4), between(random, 0.3, 6));
            int x = random.nextInt(12);
            int recency = x == 0 ? 0 : x + random.nextInt(300);
            Repeats history = new Repeats(x, recency, recency + random.nextInt(300));
            return new Point(SEED, number, model, history, between(random, 0.1, 80));
        }

        private static double between(SplittableRandom random, double least, double most) {
            return least * Math.pow(most / least, random.nextDouble());
        }
    }

    static Stream<Point> points() {
        return IntStream.range(0, POINTS).mapToObj(Point::of);
    }

    /** Over the rate and the chance to leave, of which each customer has their own. */
    private static double integral(Point point, Individual what) {
        BgNbd model = point.model();
        double logBeta = LogGamma.of(model.a()) + LogGamma.of(model.b()) - LogGamma.of(model.a() + model.b());
        double logGamma = LogGamma.of(model.r()) - model.r() * Math.log(model.alpha());
        return Quadrature.positive(rate -> Math.exp((model.r() - 1) * Math.log(rate) - model.alpha() * rate - logGamma)
                * Quadrature.unit((leave, stay) ->
                        Math.exp((model.a() - 1) * Math.log(leave) + (model.b() - 1) * Math.log(stay) - logBeta)
                                * what.of(rate, leave, stay)));
    }

    private interface Individual {
        double of(double rate, double leave, double stay);
    }

    /** Each repeat order at its time, and then nothing, for they order no more, or have left. */
    private static double there(Repeats history, double rate, double stay) {
        int x = history.frequency();
        return Math.exp(x * Math.log(stay * rate) - rate * history.ageDays() / 7.0);
    }

    private static double left(Repeats history, double rate, double leave, double stay) {
        int x = history.frequency();
        return x == 0 ? 0 : leave / stay * Math.exp(x * Math.log(stay * rate) - rate * history.recencyDays() / 7.0);
    }

    @ParameterizedTest
    @MethodSource("points")
    void theFormulasAreTheIntegrals(Point point) {
        Repeats history = point.history();
        double there = integral(point, (rate, leave, stay) -> there(history, rate, stay));
        double left = integral(point, (rate, leave, stay) -> left(history, rate, leave, stay));
        double orders = integral(
                point,
                (rate, leave, stay) -> there(history, rate, stay) * -Math.expm1(-rate * leave * point.weeks()) / leave);

        assertThat(Math.exp(point.model().logLikelihood(history) - Math.log(there + left)))
                .isCloseTo(1, withinPercentage(1e-9));
        assertThat(point.model().alive(history)).isCloseTo(there / (there + left), withinPercentage(1e-9));
        assertThat(point.model().orders(history, point.weeks()))
                .isCloseTo(orders / (there + left), withinPercentage(1e-9));
    }

    @ParameterizedTest
    @MethodSource("points")
    void aChanceToBeThereIsBetweenNothingAndOneAndFallsFromDayToDay(Point point) {
        Repeats history = point.history();
        double before =
                point.model().alive(new Repeats(history.frequency(), history.recencyDays(), history.recencyDays()));
        for (long day = history.recencyDays() + 1; day < history.recencyDays() + 900; day++) {
            double now = point.model().alive(new Repeats(history.frequency(), history.recencyDays(), day));
            assertThat(now).isBetween(0.0, 1.0);
            if (history.frequency() == 0) {
                assertThat(now).isEqualTo(1);
            } else {
                assertThat(now).isLessThan(before);
            }
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void expectationsBeginAtNothingWithTheRateOfTheCustomerAndGrow(Point point) {
        Repeats history = point.history();
        double rate = (point.model().r() + history.frequency()) / (point.model().alpha() + history.ageDays() / 7.0);
        assertThat(point.model().orders(history, 0)).isZero();
        assertThat(point.model().ordersIfAlive(history, 1e-9)).isCloseTo(rate * 1e-9, withinPercentage(1e-5));
        double before = 0;
        for (double weeks = 1e-9; weeks <= BgNbd.MOST_WEEKS; weeks *= 4) {
            double now = point.model().ordersIfAlive(history, weeks);
            assertThat(now).isGreaterThan(before).isLessThan(rate * weeks);
            before = now;
        }
    }
}
