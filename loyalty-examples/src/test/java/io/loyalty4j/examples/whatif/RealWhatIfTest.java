package io.loyalty4j.examples.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.replay.HistorySource;
import io.loyalty4j.insight.Finance;
import io.loyalty4j.insight.Movement;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The UCI set "Online Retail" under two programs: half a minute, so only if it is asked for with {@code -Dloyalty4j.history=<online_retail.csv.gz>}. */
@EnabledIfSystemProperty(named = "loyalty4j.history", matches = ".+", disabledReason = "no history was named")
class RealWhatIfTest {
    @Test
    void hasTheMonthlyTotalsOfInsight() {
        String file = System.getProperty("loyalty4j.history");
        List<Trial> trials = Tried.on(HistorySource.named(file), Plans.today(), Plans.byTier());
        Document page = Tried.page(trials);
        List<Finance> books = trials.stream()
                .map(trial -> Finance.of(
                        trial.store().postings(), Window.MONTH, trial.program().zone(), Instant.MAX))
                .toList();

        totals(page, books, "Points issued", Movement.ISSUED);
        totals(page, books, "Points redeemed", Movement.REDEEMED);
        totals(page, books, "Points expired", Movement.EXPIRED);
        assertThat(Gains.of(trials).get(0).members()).hasSize(4_339);
    }

    private static void totals(Document page, List<Finance> books, String heading, Movement movement) {
        List<List<Long>> told = Tried.cells(page, heading).stream()
                .map(row -> row.stream()
                        .map(cell -> Long.parseLong(cell.replace(",", "")))
                        .toList())
                .toList();
        List<List<Long>> booked = books.get(0).periods().keySet().stream()
                .map(month -> books.stream()
                        .map(book -> book.period(month).rollForward().flows().of(movement))
                        .toList())
                .toList();
        assertThat(told).as(heading).hasSize(13).isEqualTo(booked);
    }
}
