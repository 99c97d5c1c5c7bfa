package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... files) {
        return new ReplayMain(stream(out), stream(err), Progress.none()).run(files);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Nested
    class WithoutArguments {
        @Test
        void replaysTheSampleAndPrintsEverySection() {
            assertThat(run()).isEqualTo(ReplayMain.FINE);
            assertThat(complaint()).isEmpty();
            assertThat(printed())
                    .contains("Replay of sample-history.csv under the program beauty-insider 2020")
                    .contains("Skipped: ")
                    .contains("Cancelled whole within the hour: ")
                    .contains("revoked (clawed back)")
                    .contains("Members by tier at each year end")
                    .contains("The ten largest balances")
                    .contains("Statement of member ")
                    .contains("accounts are sound")
                    .contains("0 new postings, 0 changed accounts")
                    .contains("peak heap ");
        }

        @Test
        void printsNoLineWiderThanAScreen() {
            run();

            assertThat(printed().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(200));
        }
    }

    @Nested
    class WithFiles {
        @TempDir
        private Path folder;

        @Test
        void replaysSeveralAsOneHistory() throws IOException {
            Path first = written("a.csv", "1,a,x,1,2010-12-01 10:00:00,100.00,7,UK");
            Path second = written("b.csv", "C2,a,x,-1,2010-12-02 10:00:00,100.00,7,UK");

            assertThat(run(first.toString(), second.toString())).isEqualTo(ReplayMain.FINE);
            assertThat(printed()).containsPattern("found in full in earlier sales +1\n");
        }

        @Test
        void replaysAFileWithoutOneUsableLine() throws IOException {
            assertThat(run(written("a.csv", "1,a,x,1,2010-12-01 10:00:00,100.00,,UK")
                            .toString()))
                    .isEqualTo(ReplayMain.FINE);
            assertThat(printed()).contains("0 of 0 accounts are sound");
        }

        private Path written(String name, String line) throws IOException {
            return Files.writeString(folder.resolve(name), LineParser.HEADER + "\n" + line + "\n");
        }
    }

    @Nested
    class WithAFileThatCannotBeUsed {
        @TempDir
        private Path folder;

        @Test
        void saysInOneLineThatItIsMissing() {
            assertThat(run("no/such/file.csv")).isEqualTo(ReplayMain.UNREADABLE);
            assertThat(complaint()).isEqualToNormalizingNewlines("no/such/file.csv: no such file\n");
            assertThat(printed()).isEmpty();
        }

        @Test
        void saysInOneLineThatItsHeaderIsAnother() throws IOException {
            Path file = Files.writeString(folder.resolve("other.csv"), "id,amount\n1,2\n");

            assertThat(run(file.toString())).isEqualTo(ReplayMain.UNREADABLE);
            assertThat(complaint().lines()).singleElement().asString().contains("other.csv: is no order history");
            assertThat(printed()).isEmpty();
        }

        @Test
        void saysInOneLineThatItIsAFolder() {
            assertThat(run(folder.toString())).isEqualTo(ReplayMain.UNREADABLE);
            assertThat(complaint().lines()).singleElement().asString().endsWith(": not a file that can be read");
        }

        @Test
        void saysInOneLineThatItHasNoLegalName() {
            assertThat(run("a\0b")).isEqualTo(ReplayMain.UNREADABLE);
            assertThat(complaint().lines()).hasSize(1);
        }
    }
}
