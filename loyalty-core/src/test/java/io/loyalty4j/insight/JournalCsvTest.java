package io.loyalty4j.insight;

import static io.loyalty4j.insight.Shop.ANA;
import static io.loyalty4j.insight.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.laws.Journals;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Adjustment;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalCsvTest {
    private static List<List<String>> read(Stream<String> rows) {
        return Rows.of(rows.collect(Collectors.joining()));
    }

    @Test
    void aTextMayHaveCommasQuotesAndLineBreaks() {
        String row = Csv.row("plain", "a,b", "say \"no\"", "two\r\nlines", "", 7L);

        assertThat(row).isEqualTo("plain,\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\",,7\r\n");
        assertThat(Rows.of(row)).containsExactly(List.of("plain", "a,b", "say \"no\"", "two\r\nlines", "", "7"));
    }

    @Test
    void everyMovementHasARowWithTheNamesOfItsColumns() {
        Shop shop = new Shop();
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a,1", "100.00"));
        shop.engine.execute(Adjustment.deduct(ANA, "c-1", 5).by("eve").because("\"gift\", twice"));

        List<List<String>> rows = read(JournalCsv.entries(shop.postings()));
        assertThat(rows.get(0))
                .containsExactly(
                        "member",
                        "version",
                        "kind",
                        "request_id",
                        "order_id",
                        "occurred_at",
                        "recorded_at",
                        "program_version",
                        "actor",
                        "reason",
                        "approver",
                        "lot",
                        "from_bucket",
                        "to_bucket",
                        "points");
        List<String> first = rows.get(1);
        assertThat(first)
                .startsWith("ana")
                .endsWith("ISSUED", "AVAILABLE", "100")
                .contains("a,1", "2026-01-10T12:00:00Z");
        assertThat(rows.get(2)).contains("eve", "\"gift\", twice").endsWith("AVAILABLE", "REVOKED", "5");
        assertThat(read(JournalCsv.awards(shop.postings())).get(1))
                .contains("base", "line-0", "100")
                .hasSize(16);
    }

    @Test
    void whateverWasBookedIsToldToThePoint() {
        Journals journals = Journals.of(Chance.seed(), 1);
        List<Posting> postings =
                journals.postings().stream().flatMap(List::stream).toList();
        List<Entry> entries =
                postings.stream().flatMap(posting -> posting.entries().stream()).toList();

        List<List<String>> rows = read(JournalCsv.entries(postings.stream()));

        assertThat(rows)
                .hasSize(1 + entries.size())
                .allSatisfy(row -> assertThat(row).hasSize(15));
        assertThat(rows.stream().skip(1).map(row -> row.get(11) + row.get(12) + row.get(13) + row.get(14)))
                .containsExactlyElementsOf(entries.stream()
                        .map(entry -> entry.lot() + entry.from() + entry.to() + entry.points())
                        .toList());
    }

    @Test
    void rowsAreMadeAsTheyAreAskedFor() {
        Shop shop = new Shop();
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        Posting posting = shop.postings().reduce((first, last) -> last).orElseThrow();
        AtomicInteger read = new AtomicInteger();
        Stream<Posting> endless = Stream.generate(() -> {
            read.incrementAndGet();
            return posting;
        });

        assertThat(JournalCsv.entries(endless).limit(11)).hasSize(11);
        assertThat(read).hasValue(10);
    }
}
