package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a campaign did, and what nobody may say that it did. */
class UpliftTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int TRIALS = 2_000;

    private static Customer customer(String id, Instant since, Purchase... purchases) {
        return new Customer(MemberId.of(id), since, Optional.empty(), List.of(purchases));
    }

    private static Purchase purchase(Instant at, String amount) {
        return new Purchase("o" + at, at, new BigDecimal(amount), true);
    }

    private static Sample sample(int... spent) {
        Sample.Sums sums = new Sample.Sums();
        IntStream.of(spent)
                .forEach(each -> sums.add(each == 0 ? List.of() : List.of(purchase(FROM, Integer.toString(each)))));
        return sums.sample();
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 1, 12.7062", "0.95, 2, 4.3027", "0.95, 5, 2.5706", "0.95, 10, 2.2281", "0.95, 30, 2.0423",
        "0.95, 120, 1.9799", "0.99, 10, 3.1693", "0.90, 4, 2.1318", "0.5, 1, 1.0000", "0.999, 3, 12.9240",
        "0.95, 1000000000000, 1.9600", "0.99, 1000000000000, 2.5758", "0.6827, 1000000000000, 1.0000"
    })
    void quantilesAreThoseOfTheTables(String confidence, long freedom, String quantile) {
        assertThat(StudentT.quantile(new BigDecimal(confidence), freedom))
                .isCloseTo(new BigDecimal(quantile), within(new BigDecimal("0.00006")));
    }

    /** Of one and two degrees of freedom they have closed forms; those of the normal distribution are tabled with sixteen digits. */
    @ParameterizedTest
    @CsvSource({"0.5", "0.9", "0.95", "0.99", "0.9999"})
    void quantilesAreExactToEightDigits(BigDecimal confidence) {
        double p = confidence.doubleValue();

        assertThat(StudentT.quantile(confidence, 1).doubleValue())
                .isCloseTo(Math.tan(Math.PI / 2 * p), withinPercentage(1e-6));
        assertThat(StudentT.quantile(confidence, 2).doubleValue())
                .isCloseTo(p * Math.sqrt(2 / (1 - p * p)), withinPercentage(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.674489750196082",
        "0.95, 1.959963984540054",
        "0.99, 2.575829303548901",
        "0.9999, 3.890591886413084"
    })
    void normalQuantilesAreExactToEightDigits(BigDecimal confidence, double quantile) {
        assertThat(StudentT.quantile(confidence, StudentT.NORMAL).doubleValue())
                .isCloseTo(quantile, withinPercentage(1e-6));
    }

    @Test
    void wholeDegreesOfFreedomStayWhole() {
        for (String spent : List.of("63.24", "63.25", "15.80", "27.87")) {
            Sample sample = spent(spent, "0");
            Estimate told = new Uplift(sample, sample).sales("0.95").orElseThrow();

            assertThat(told.high().doubleValue())
                    .isCloseTo(4.302652729911275 * Double.parseDouble(spent) / Math.sqrt(2), within(1e-5));
        }
    }

    private static Sample spent(String... amounts) {
        Sample.Sums sums = new Sample.Sums();
        Stream.of(amounts).forEach(each -> sums.add(List.of(purchase(FROM, each))));
        return sums.sample();
    }

    /** R. G. Newcombe, Interval estimation for the difference between independent proportions (1998), table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "10, 10, 0, 10, 0.6075, 1.0000",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "5, 56, 0, 29, -0.0381, 0.1926"
    })
    void intervalsOfSharesAreThosePublished(long a, long m, long b, long n, String low, String high) {
        Estimate told = Newcombe.of(new Share(a, m), new Share(b, n), new BigDecimal("0.95"))
                .orElseThrow();

        assertThat(told.low()).isCloseTo(new BigDecimal(low), within(new BigDecimal("0.0001")));
        assertThat(told.high()).isCloseTo(new BigDecimal(high), within(new BigDecimal("0.0001")));
    }

    /** Variances of 66.67 and 75 by 4 and 3 members: a standard error of 6.455, 4.29 degrees of freedom, t of 4 is 2.7764. */
    @Test
    void theIntervalOfSalesIsWelchs() {
        Uplift uplift = new Uplift(sample(20, 30, 40, 30), sample(10, 10, 25));
        Estimate told = uplift.sales("0.95").orElseThrow();

        assertThat(told.difference()).isEqualTo("15.000000");
        assertThat(told.low()).isCloseTo(new BigDecimal("-2.9219"), within(new BigDecimal("0.0001")));
        assertThat(told.claim()).isEmpty();
        assertThat(told.high().add(told.low())).isEqualTo("30.000000");
        assertThat(uplift.sales("0.80").orElseThrow().claim()).contains(told.difference());
    }

    @Test
    void onlyWhoWasThereIsComparedAndOnlyWhatWasBoughtThen() {
        List<Customer> all = List.of(
                customer("t1", FROM.minus(DAY), purchase(FROM, "10.00"), purchase(UNTIL.minus(DAY), "5.00")),
                customer("t2", FROM.minus(DAY), purchase(FROM.minusMillis(1), "7.00"), purchase(UNTIL, "8.00")),
                customer("h1", FROM.minus(DAY), purchase(FROM, "1.00")),
                customer("h2", FROM.minus(DAY), new Purchase("x", FROM, new BigDecimal("9.00"), false)),
                customer("new", FROM, purchase(FROM, "100.00")),
                new Customer(MemberId.of("left"), FROM.minus(DAY), Optional.of(FROM.minus(DAY)), List.of()));

        Uplift uplift = Uplift.of(all.stream(), member -> member.value().startsWith("h"), FROM, UNTIL);

        assertThat(uplift.treated()).isEqualTo(new Sample(2, 1, new BigDecimal("15.00"), new BigDecimal("225.0000")));
        assertThat(uplift.heldOut()).isEqualTo(new Sample(2, 1, new BigDecimal("1.00"), new BigDecimal("1.0000")));
    }

    @Test
    void whereThereIsNothingToCompareThereIsNoEstimate() {
        assertThat(new Uplift(sample(5, 9), sample()).buyers("0.95")).isEmpty();
        assertThat(new Uplift(sample(5, 9), sample(4)).sales("0.95")).isEmpty();
        assertThat(new Uplift(sample(5, 5), sample(4, 4)).sales("0.95")).isEmpty();
        assertThat(new Uplift(sample(5, 9), sample(4))
                        .buyers("0.95")
                        .orElseThrow()
                        .claim())
                .isEmpty();
        assertThatThrownBy(() -> new Uplift(sample(1, 2), sample(1, 2)).sales("1"))
                .hasMessageContaining("a confidence of 1 is not above 0");
        assertThatThrownBy(() -> new Uplift(sample(1, 2), sample(1, 2)).buyers("95 %"))
                .hasMessageContaining("95 %");
    }

    /** Of campaigns that did nothing, one of twenty is said to have done something, not more. */
    @Test
    void aCampaignThatDidNothingIsSeldomSaidToHaveDoneSomething() {
        Random chance = new Random(Chance.seed());

        assertThat(claims(n -> skewed(chance, 1.0), n -> skewed(chance, 1.0)))
                .as("seed %d", Chance.seed())
                .isBetween(TRIALS * 3 / 100, TRIALS * 7 / 100);
    }

    @Test
    void aCampaignThatDidMuchIsNearlyAlwaysFoundOut() {
        Random chance = new Random(Chance.seed());

        assertThat(claims(n -> skewed(chance, 2.0), n -> skewed(chance, 1.0)))
                .as("seed %d", Chance.seed())
                .isGreaterThan(TRIALS * 90 / 100);
    }

    private static int skewed(Random chance, double factor) {
        return (int) (-Math.log(1 - chance.nextDouble()) * 40 * factor);
    }

    private static int claims(IntFunction<Integer> treated, IntFunction<Integer> heldOut) {
        List<Estimate> claims = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            Sample one = sample(IntStream.range(0, 120).map(treated::apply).toArray());
            Sample other = sample(IntStream.range(0, 40).map(heldOut::apply).toArray());
            Stream.of(new Uplift(one, other).sales("0.95").orElseThrow())
                    .filter(each -> each.claim().isPresent())
                    .forEach(claims::add);
        }
        return claims.size();
    }
}
