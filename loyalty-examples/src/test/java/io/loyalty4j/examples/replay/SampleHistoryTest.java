package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleHistoryTest {
    private final History sample = Written.read(HistorySource.sample());

    @Test
    void isShippedByteForByteAsItsGeneratorMakesIt() throws IOException {
        byte[] shipped = HistorySource.sample().opening().open().readAllBytes();

        assertThat(shipped).isEqualTo(SampleHistory.csv().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isMadeTheSameEachTime() {
        assertThat(SampleHistory.csv()).isEqualTo(SampleHistory.csv());
    }

    @Test
    void hasAFewHundredOrdersOverThreeYearEnds() {
        Set<Integer> years = sample.invoices().stream()
                .map(invoice ->
                        LocalDate.ofInstant(invoice.at(), ZoneOffset.UTC).getYear())
                .collect(Collectors.toSet());

        assertThat(sample.invoices().stream().filter(invoice -> !invoice.cancellation()))
                .hasSizeBetween(300, 700);
        assertThat(years).containsExactlyInAnyOrder(2018, 2019, 2020, 2021);
    }

    @Test
    void hasLinesToBeSkippedForEveryReason() {
        assertThat(sample.skipped().reasons()).isEqualTo(EnumSet.allOf(SkipReason.class));
    }

    @Test
    void hasCancellationsThatAreFoundFullyPartlyAndNotAtAll() {
        OpenSales sales = new OpenSales();
        Set<Match> matches = new HashSet<>();
        for (Invoice invoice : sample.invoices()) {
            if (invoice.cancellation()) {
                invoice.lines().forEach(line -> matches.add(Match.of(line, sales.takeBack(line))));
            } else {
                sales.sold(invoice);
            }
        }

        assertThat(matches).containsExactlyInAnyOrder(Match.values());
    }

    @Test
    void hasOrdersAtOneInstantAndInvoicesWithLinesAtTwo() {
        Map<Instant, Integer> at = new HashMap<>();
        sample.invoices().forEach(invoice -> at.merge(invoice.at(), 1, Integer::sum));

        assertThat(at).containsValue(2);
        assertThat(sample.invoices()).anyMatch(invoice -> instants(invoice.lines()) > 1);
    }

    private static long instants(List<HistoryLine> lines) {
        return lines.stream().map(HistoryLine::at).distinct().count();
    }

    @Test
    void hasRepeatedLinesFreeSamplesFinePricesAndServices() {
        assertThat(sample.invoices())
                .anyMatch(invoice -> articles(invoice.lines()) < invoice.lines().size());
        assertThat(sample.lines()).anyMatch(line -> line.price().signum() == 0);
        assertThat(sample.lines()).anyMatch(HistoryLine::finePrice);
        assertThat(sample.lines()).anyMatch(line -> line.sku().startsWith("gift_"));
        assertThat(sample.lines()).anyMatch(line -> line.sku().equals("POST"));
    }

    private static long articles(List<HistoryLine> lines) {
        return lines.stream().map(HistoryLine::sku).distinct().count();
    }

    @Test
    void isNotInTheOrderOfTimeAllThrough() {
        List<Long> lines = sample.lines().map(line -> line.place().line()).toList();

        assertThat(lines).isNotEqualTo(lines.stream().sorted().toList());
    }
}
