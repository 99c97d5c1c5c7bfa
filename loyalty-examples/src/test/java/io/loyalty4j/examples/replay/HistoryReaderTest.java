package io.loyalty4j.examples.replay;

import static io.loyalty4j.examples.replay.Written.at;
import static io.loyalty4j.examples.replay.Written.history;
import static io.loyalty4j.examples.replay.Written.read;
import static io.loyalty4j.examples.replay.Written.source;
import static io.loyalty4j.examples.replay.Written.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.MemberId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryReaderTest {
    private static final String GOOD =
            "536365,85123A,\"HEART, WHITE\",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom";

    @Nested
    class AGoodLine {
        @Test
        void isReadWithMemberArticlePiecesPriceAndInstant() {
            HistoryLine line = history(GOOD).lines().findFirst().orElseThrow();

            assertThat(line.invoice()).isEqualTo("536365");
            assertThat(line.member()).isEqualTo(MemberId.of("17850"));
            assertThat(line.sku()).isEqualTo("85123A");
            assertThat(line.quantity()).isEqualTo(6);
            assertThat(line.price()).isEqualTo(new BigDecimal("2.55"));
            assertThat(line.at()).isEqualTo(at("2010-12-01T08:26"));
            assertThat(line.place().line()).isEqualTo(2);
        }

        @Test
        void keepsAPriceOfThreeDecimalsToTheLast() {
            History history = history(GOOD.replace("2.55", "0.001"));

            assertThat(history.value()).isEqualByComparingTo("0.006");
            assertThat(history.lines().filter(HistoryLine::finePrice)).hasSize(1);
        }

        @Test
        void isReadFromAPackedFileToo() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gz = new GZIPOutputStream(packed)) {
                gz.write((LineParser.HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
            }

            History history = read(
                    new HistorySource("a.csv.gz", packed.size(), () -> new ByteArrayInputStream(packed.toByteArray())));

            assertThat(history.linesRead()).isEqualTo(1);
            assertThat(history.skipped().count()).isZero();
        }

        @Test
        void isReadAfterAByteOrderMarkAndWithCarriageReturns() {
            History history = read(text("a.csv", "\uFEFF" + LineParser.HEADER + "\r\n" + GOOD + "\r\n"));

            assertThat(history.lines()).hasSize(1);
        }

        @Test
        void mayHaveACustomerThatIsNoNumber() {
            assertThat(history(GOOD.replace("17850.0", "vip-7.0x"))
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .member())
                    .isEqualTo(MemberId.of("vip-7.0x"));
        }
    }

    @Nested
    class ABadLine {
        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\0',
                value = {
                    "WRONG_CELLS       | 1,a,b,2,2010-12-01 08:26:00,2.55,17850.0",
                    "WRONG_CELLS       | 1,a,b,2,2010-12-01 08:26:00,2.55,17850.0,UK,more",
                    "OPEN_QUOTE        | 1,a,\"b,2,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "INVOICE           | ,a,b,2,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "INVOICE           | 1 2,a,b,2,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "STOCK_CODE        | 1,,b,2,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "QUANTITY          | 1,a,b,two,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "QUANTITY          | 1,a,b,1.5,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "QUANTITY          | 1,a,b,,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "QUANTITY          | 1,a,b,1000001,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "QUANTITY          | 1,a,b,99999999999,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "DATE              | 1,a,b,2,01/12/2010 08:26,2.55,17850.0,UK",
                    "DATE              | 1,a,b,2,2010-02-30 08:26:00,2.55,17850.0,UK",
                    "DATE              | 1,a,b,2,+999999-01-01 00:00:00,2.55,17850.0,UK",
                    "PRICE             | 1,a,b,2,2010-12-01 08:26:00,cheap,17850.0,UK",
                    "PRICE             | 1,a,b,2,2010-12-01 08:26:00,1e400000000,17850.0,UK",
                    "PRICE             | 1,a,b,2,2010-12-01 08:26:00,0.0000001,17850.0,UK",
                    "NO_CUSTOMER       | 1,a,b,2,2010-12-01 08:26:00,2.55,,UK",
                    "CUSTOMER          | 1,a,b,2,2010-12-01 08:26:00,2.55,178 50,UK",
                    "CUSTOMER          | 1,a,b,2,2010-12-01 08:26:00,2.55,~guest,UK",
                    "NEGATIVE_PRICE    | 1,a,b,2,2010-12-01 08:26:00,-2.55,17850.0,UK",
                    "SALE_OF_NOTHING   | 1,a,b,0,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "SALE_OF_NOTHING   | 1,a,b,-2,2010-12-01 08:26:00,2.55,17850.0,UK",
                    "RETURN_OF_NOTHING | C1,a,b,2,2010-12-01 08:26:00,2.55,17850.0,UK"
                })
        void isCountedWithItsReasonAndItsLineNumber(SkipReason reason, String line) {
            SkippedLines skipped = history(GOOD, line, GOOD).skipped();

            assertThat(skipped.count()).isEqualTo(1);
            assertThat(skipped.reasons()).containsExactly(reason);
            assertThat(skipped.first(reason))
                    .extracting(one -> one.place().line())
                    .containsExactly(3L);
        }

        @Test
        void withAnOpenQuoteSpoilsNoOther() {
            History history = history(GOOD, "1,a,\"b,2,2010-12-01 08:26:00,2.55,17850.0,UK", GOOD, GOOD);

            assertThat(history.linesRead()).isEqualTo(4);
            assertThat(history.lines()).hasSize(3);
        }

        @Test
        void thatIsEmptyCounts() {
            assertThat(history(GOOD, "", GOOD).skipped().count(SkipReason.WRONG_CELLS))
                    .isEqualTo(1);
        }

        @Test
        void isShownWithoutWhatCouldSteerATerminal() {
            SkippedLines skipped = history("1,a,b,\u001b[2Jtwo,2010-12-01 08:26:00,2.55,17850.0,UK")
                    .skipped();

            assertThat(skipped.first(SkipReason.QUANTITY))
                    .extracting(SkippedLine::detail)
                    .containsExactly("?[2Jtwo");
        }

        @Test
        void isOneOfAFewShownWhereThereAreMany() {
            String[] many = Stream.generate(() -> "bad").limit(100).toArray(String[]::new);

            SkippedLines skipped = history(many).skipped();

            assertThat(skipped.count(SkipReason.WRONG_CELLS)).isEqualTo(100);
            assertThat(skipped.first(SkipReason.WRONG_CELLS)).hasSize(SkippedLines.KEPT);
        }
    }

    @Nested
    class SeveralFiles {
        @Test
        void areOneHistoryAndEachLineSaysWhoseItIs() {
            History history = read(source("a.csv", GOOD), source("b.csv", "bad", GOOD.replace("536365", "536366")));

            assertThat(history.invoices()).extracting(Invoice::number).containsExactly("536365", "536366");
            assertThat(history.skipped().first(SkipReason.WRONG_CELLS))
                    .hasToString("[SkippedLine[place=b.csv:2, " + "reason=not eight cells, detail=bad]]");
        }
    }

    @Nested
    class AFileThatIsNoHistory {
        @Test
        void isRefusedForItsHeader() {
            assertThatThrownBy(() -> read(text("a.csv", "id;date\n1;2\n")))
                    .isInstanceOf(UnreadableHistoryException.class)
                    .hasMessage("a.csv: is no order history; its first line must be " + LineParser.HEADER);
        }

        @Test
        void isRefusedWhenItIsEmpty() {
            assertThatThrownBy(() -> read(text("a.csv", ""))).hasMessage("a.csv: is empty");
        }

        @Test
        void isRefusedWhenItSaysItIsPackedAndIsNot() {
            assertThatThrownBy(() -> read(text("a.csv.gz", LineParser.HEADER)))
                    .isInstanceOf(UnreadableHistoryException.class)
                    .hasMessageStartingWith("a.csv.gz: cannot be read: ");
        }

        @Test
        void isRefusedWhenItsEndIsMissing() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gz = new GZIPOutputStream(packed)) {
                gz.write((LineParser.HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
            }
            byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 12);

            assertThatThrownBy(
                            () -> read(new HistorySource("a.csv.gz", cut.length, () -> new ByteArrayInputStream(cut))))
                    .isInstanceOf(UnreadableHistoryException.class)
                    .hasMessage("a.csv.gz: cannot be read: it ends too early");
        }
    }
}
