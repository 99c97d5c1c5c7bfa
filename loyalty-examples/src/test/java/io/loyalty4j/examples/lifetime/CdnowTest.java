package io.loyalty4j.examples.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loyalty4j.examples.lifetime.OrderHistory.Buyer;
import io.loyalty4j.insight.BgNbd;
import io.loyalty4j.insight.GammaGamma;
import io.loyalty4j.insight.Repeats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CDNOW sample of Fader and Hardie (brucehardie.com/notes/026), where it is at hand: what models say of it is published. */
class CdnowTest {
    private static final String PROPERTY = "loyalty4j.cdnow";
    private static final Path FOLDER = Path.of(System.getProperty(PROPERTY, "../../shared/data/cdnow"));
    private static final Path FILE = FOLDER.resolve("CDNOW_sample.txt");
    private static final LocalDate CALIBRATION = LocalDate.of(1997, 9, 30);

    private static OrderHistory history =
            new OrderHistory("none", List.of(), Currency.getInstance("USD"), ZoneOffset.UTC);
    private static List<Buyer> buyers = List.of();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(
                Files.exists(FILE),
                "not fitted: say -D" + PROPERTY + "=<folder of CDNOW_sample.txt> to have published fits checked");
        history = CdnowReader.read(FILE);
        buyers = history.buyers(CALIBRATION);
    }

    private static List<Repeats> repeats() {
        return buyers.stream().map(Buyer::repeats).toList();
    }

    @Test
    void itsSummaryIsRebuiltToTheLastRow() throws IOException {
        List<String> summary = new ArrayList<>(Files.readAllLines(FOLDER.resolve("cdnow_customers_summary.csv")));
        summary.remove(0);
        assertThat(summary).hasSize(2_357);
        assertThat(buyers.stream().map(CdnowTest::row).toList()).isEqualTo(summary);
    }

    private static String row(Buyer buyer) {
        Repeats known = buyer.repeats();
        return Integer.parseInt(buyer.customer().member().value())
                + "," + known.frequency()
                + "," + weeks(known.recencyDays())
                + "," + weeks(known.ageDays());
    }

    /** To two decimals, without a last zero: 5.0, 5.5, 5.57. */
    private static String weeks(long days) {
        return String.format(Locale.ROOT, "%.2f", days / 7.0).replaceFirst("0$", "");
    }

    /** B1. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "0.1, 20, 0.2, 8", "5, 0.5, 6, 0.4"})
    void theFitIsThePublishedOneWhereverItBegins(double r, double alpha, double a, double b) {
        ModelFit<BgNbd> fit = ModelFit.ofOrders(repeats(), r, alpha, a, b);
        assertThat(fit.logLikelihood()).isCloseTo(-9582.43, within(0.01));
        assertThat(fit.model().r()).isCloseTo(0.243, within(0.0005));
        assertThat(fit.model().alpha()).isCloseTo(4.414, within(0.0005));
        assertThat(fit.model().a()).isCloseTo(0.793, within(0.0005));
        assertThat(fit.model().b()).isCloseTo(2.426, within(0.0005));
    }

    /** Note 025: of 946 who came back. */
    @ParameterizedTest
    @CsvSource({"1, 2, 1", "20, 8, 100", "2, 1.5, 300"})
    void theFitOfSpendingIsThePublishedOneToo(double p, double q, double v) {
        assertThat(buyers.stream().filter(buyer -> buyer.spend().times() > 0)).hasSize(946);
        GammaGamma fit = ModelFit.ofSpending(buyers.stream().map(Buyer::spend).toList(), p, q, v)
                .model();
        assertThat(fit.p()).isCloseTo(6.25, within(0.005));
        assertThat(fit.q()).isCloseTo(3.74, within(0.005));
        assertThat(fit.v()).isCloseTo(15.44, within(0.005));
    }

    /** A known weakness of the model for these 39 weeks: it expects about an eighth too little. */
    @Test
    void ofTheWeeksThatTheFitHasNotSeenItExpectsAtLeastSevenEighthsAndNoMoreThanThereWere() {
        Forecast forecast = Forecast.of(history, CALIBRATION, 39);
        long actual = forecast.actualOrders().orElseThrow();
        assertThat(actual).isEqualTo(1_882);
        assertThat(forecast.expectedOrders()).isBetween(actual * 0.875, actual * 1.0);
    }

    /** The model says who: the more orders they are expected to place, the more they do. */
    @Test
    void whoIsExpectedToOrderMoreDoes() {
        Forecast forecast = Forecast.of(history, CALIBRATION, 39);
        List<Buyer> ranked = buyers.stream()
                .sorted((one, other) -> Double.compare(
                        forecast.orders().model().orders(other.repeats(), 39),
                        forecast.orders().model().orders(one.repeats(), 39)))
                .toList();
        Forecast best =
                new Forecast(history, CALIBRATION, 39, ranked.subList(0, 236), forecast.orders(), forecast.spending());
        assertThat(best.actualOrders().orElseThrow()).isGreaterThan(1_882 * 45 / 100);
        assertThat((double) best.actualOrders().orElseThrow())
                .isCloseTo(best.expectedOrders(), within(0.15 * best.expectedOrders()));
    }

    @Test
    void theReportSaysWhatIsExpectedAndWhatCame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LifetimeMain.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), FILE.toString(), "1997-09-30");
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("2,357 buyers, as known at the end of 1997-09-30")
                .contains("BG/NBD       r 0.243  alpha 4.414  a 0.793  b 2.426  log-likelihood -9582.43")
                .contains("Gamma-Gamma  p 6.25  q 3.74  v 15.44")
                .contains("1,653 days with orders expected, and 1,882 in fact");
    }
}
