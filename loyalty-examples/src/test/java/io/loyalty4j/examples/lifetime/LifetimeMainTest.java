package io.loyalty4j.examples.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.insight.RepeatSpend;
import io.loyalty4j.insight.Repeats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifetimeMainTest {
    @TempDir
    private Path folder;

    private static String printed(String... args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LifetimeMain.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), args);
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void withoutAFileItTellsOfTheSampleAsTheEngineBookedIt() throws IOException {
        assertThat(printed())
                .startsWith("the sample history: 30 buyers, as known at the end of 2021-02-10\n")
                .containsPattern("BG/NBD       r \\d+\\.\\d{3}  alpha \\d+\\.\\d{3}  a 0\\.0\\d{2}  b \\d")
                .containsPattern("\n  \\d{3} days with orders expected\n")
                .containsPattern("\n  12020 +3 +587 +0\\.\\d\\d +\\d+\\.\\d\\d\n")
                .doesNotContain("in fact");
    }

    @Test
    void equalLinesAreTwoOrders() throws IOException {
        Path file = Files.writeString(folder.resolve("some.txt"), """
                 00004 0001 19970101  2   29.33
                 00004 0001 19970118  2   29.73
                 00004 0001 19970118  2   29.73
                 00021 0002 19970101  3   63.34
                """);
        OrderHistory history = CdnowReader.read(file);
        assertThat(history.end()).isEqualTo(LocalDate.of(1997, 1, 18));
        assertThat(history.buyers(LocalDate.of(1997, 1, 20)))
                .extracting(OrderHistory.Buyer::repeats)
                .containsExactly(new Repeats(1, 17, 19), new Repeats(0, 0, 19));
        assertThat(history.buyers(LocalDate.of(1997, 1, 20)))
                .extracting(OrderHistory.Buyer::spend)
                .containsExactly(new RepeatSpend(1, new BigDecimal("59.46")), RepeatSpend.NONE);
    }

    @Test
    void aLineThatIsNoneIsNamed() throws IOException {
        for (String wrong : List.of("00004", "1 1 19970231 1 1.00", "1 1 19970101 1 one", "")) {
            Path file = Files.writeString(folder.resolve("some.txt"), "1 1 19970101 1 1.00\n" + wrong + "\n");
            assertThatThrownBy(() -> CdnowReader.read(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line 2 is no id");
        }
    }

    @Test
    void aSummitAtTheEdgeIsTheEdge() {
        double[] place = Summit.of(
                at -> {
                    if (at[0] > 3) {
                        throw new IllegalArgumentException("beyond");
                    }
                    return at[0] - Math.pow(Math.log(at[1] / 5), 2);
                },
                1,
                1);
        assertThat(place[0]).isBetween(2.999, 3.0);
        assertThat(place[1]).isBetween(4.99, 5.01);
    }
}
