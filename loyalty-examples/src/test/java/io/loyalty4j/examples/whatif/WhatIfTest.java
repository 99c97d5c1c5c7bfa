package io.loyalty4j.examples.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.replay.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return new WhatIf(stream(out), stream(err), Progress.none()).run(words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void writesAReportOfTheSampleAndASummaryOfFiveLinesAndWhereItIs() {
        String report = place("new/report.html");

        assertThat(run("--out", report)).isEqualTo(WhatIf.FINE);
        assertThat(complaints()).isEmpty();
        assertThat(printed().lines().toList()).hasSize(6).last().isEqualTo("The report is in " + report);
        assertThat(printed()).contains("479 orders and 90 cancellations of 30 members, 8 Aug 2018 to 10 Feb 2021");
        assertThat(Path.of(report)).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    @Test
    void reckonsWithTheWorthAndTheShareThatAreSaid() throws IOException {
        Path history = Files.writeString(folder.resolve("a.csv"), HEADER + "1,a,x,1,2010-12-01 10:00:00,100.00,7,UK\n");

        assertThat(run(
                        history.toString(),
                        "--out",
                        place("a.html"),
                        "--worth",
                        "0.05",
                        "--redemption",
                        "1",
                        "--programs",
                        "no-november,today"))
                .isEqualTo(WhatIf.FINE);
        assertThat(printed())
                .contains("points issued: 200 no-november, 200 today")
                .contains("cost in percent of sales: 10.00 % no-november");
        assertThat(Path.of(place("a.html")))
                .content()
                .contains("A point of today is worth 0.05 GBP, as given by --worth; 100 % of the points");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndDoesNothing() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "id,amount\n1,2\n");

        int code = run(
                "no/such.csv",
                other.toString(),
                "--worth",
                "-1",
                "--redemption",
                "2",
                "--programs",
                "today,tomorrow",
                "--store",
                "x",
                "--out",
                folder.toString());

        assertThat(code).isEqualTo(WhatIf.UNUSABLE);
        assertThat(complaints().lines())
                .hasSize(7)
                .anyMatch(line -> line.equals("no/such.csv: no such file"))
                .anyMatch(line -> line.contains("other.csv: is no order history"))
                .anyMatch(line -> line.startsWith("--worth wants"))
                .anyMatch(line -> line.startsWith("--redemption wants"))
                .anyMatch(line ->
                        line.startsWith("there is no program \"tomorrow\": there are today, by-tier, no-november"))
                .anyMatch(line -> line.startsWith("--store is no option: --out, --programs, --redemption, --worth are"))
                .anyMatch(line -> line.endsWith(": a folder; --out wants a file"));
        assertThat(printed()).isEmpty();
    }

    @Test
    void wantsAValueForEachOptionAndTwoPrograms() {
        assertThat(run("--out")).isEqualTo(WhatIf.UNUSABLE);
        assertThat(run("--programs", "today,today", "--out", place("a.html"))).isEqualTo(WhatIf.UNUSABLE);

        assertThat(complaints().lines())
                .containsExactly(
                        "--out wants a value",
                        "--programs wants two to 4 of today, by-tier, no-november, with commas between them");
    }

    @Test
    void doesNotBeginWhereTheReportCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("--out", file.resolve("report.html").toString())).isEqualTo(WhatIf.UNUSABLE);

        assertThat(complaints().lines()).singleElement().asString().contains("report.html: cannot be written");
        assertThat(printed()).isEmpty();
    }

    @Test
    void neverWritesOverTheHistory() throws IOException {
        String line = HEADER + "1,a,x,1,2010-12-01 10:00:00,100.00,7,UK\n";
        Path history = Files.writeString(folder.resolve("a.csv"), line);

        assertThat(run(
                        history.toString(),
                        "--out",
                        folder.resolve(".").resolve("a.csv").toString()))
                .isEqualTo(WhatIf.UNUSABLE);

        assertThat(complaints()).contains("the history itself");
        assertThat(history).hasContent(line);
    }

    @Test
    void leavesAnOlderReportAsItIsWhenTheHistoryHasNoOrder() throws IOException {
        Path history = Files.writeString(folder.resolve("a.csv"), HEADER + "1,a,x,1,2010-12-01 10:00:00,100.00,,UK\n");
        Path report = Files.writeString(folder.resolve("report.html"), "older");

        assertThat(run(history.toString(), "--out", report.toString())).isEqualTo(WhatIf.UNUSABLE);

        assertThat(complaints().lines()).singleElement().asString().contains("has no order of a customer");
        assertThat(report).hasContent("older");
    }
}
