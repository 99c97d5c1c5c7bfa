package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's {@link MarkdownCode} is compiled and run. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReadmeTest {
    @TempDir
    private Path folder;

    private String readme = "";

    @BeforeEach
    void is_read() throws Exception {
        readme = Files.readString(Path.of("..", "README.md"));
    }

    @Test
    void it_has_at_most_150_lines() {
        assertThat(readme.lines().count()).isLessThanOrEqualTo(150);
    }

    @Test
    void it_shows_code_within_its_first_15_lines() {
        assertThat(readme.lines().limit(15)).contains("```java");
    }

    @Test
    void its_code_compiles_and_runs_and_prints_the_quote() throws Exception {
        assertThat(MarkdownBlock.of(readme)).as("java blocks").isNotEmpty();

        assertThat(MarkdownCode.of(readme).run(folder)).contains("cash-10 needs 500 points");
    }

    @Test
    void what_its_comments_say_comes_out() throws Exception {
        assertThat(readme).contains("// 120 points", "\"cash-10 needs 500 points, 0 are available\"");

        assertThat(MarkdownCode.of(readme)
                        .then(
                                "System.out.println(\"=\" + receipt.earned() + \" \" + held + \" \" + paid.earned() + \" \" + account.available() + \" \" + sound);\n")
                        .run(folder))
                .contains("=120 Refused[reason=cash-10 needs 500 points, 0 are available]")
                .endsWith(" 0 true\n");
    }
}
