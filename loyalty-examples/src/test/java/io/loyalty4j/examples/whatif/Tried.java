package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.History;
import io.loyalty4j.examples.replay.HistoryReader;
import io.loyalty4j.examples.replay.HistorySource;
import io.loyalty4j.examples.replay.Progress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Programs tried on a history. */
final class Tried {
    private Tried() {}

    static List<Trial> onTheSample(Plan... plans) {
        return on(HistorySource.sample(), plans);
    }

    static List<Trial> on(HistorySource source, Plan... plans) {
        History history = new HistoryReader(plans[0].program().zone(), Progress.none()).read(List.of(source));
        return new SideBySide(history, Progress.none()).under(Arrays.asList(plans), Estimate.USUAL);
    }

    /** A history of these lines. */
    static HistorySource written(String... lines) {
        String header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
        byte[] bytes = (header + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
        return new HistorySource("written.csv", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    static Document page(List<Trial> trials) {
        return Jsoup.parse(Page.of(Report.of("sample", trials)));
    }

    /** The cells of the table beneath a heading, without the row headings. */
    static List<List<String>> cells(Document page, String heading) {
        return page
                .select(".figure")
                .select(":has(> h3:containsWholeOwnText(" + heading + "))")
                .select("tbody tr")
                .stream()
                .map(row -> row.select("td").eachText())
                .toList();
    }
}
