package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Pages whose code runs and whose links lead somewhere. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DocsTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> the_code_of_a_page_compiles_runs_and_fails_where_it_says_so() throws IOException {
        return pages().map(page -> dynamicTest(page.getFileName().toString(), () -> {
            MarkdownCode code = MarkdownCode.of(Files.readString(page));
            code.run(Files.createDirectory(folder.resolve(page.getFileName())));
        }));
    }

    @TestFactory
    Stream<DynamicTest> no_line_of_a_page_is_over_200_columns() throws IOException {
        return pages().map(page -> dynamicTest(
                page.getFileName().toString(),
                () -> assertThat(Files.readAllLines(page).stream().filter(line -> line.length() > 200))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> links_between_pages_lead_somewhere() throws IOException {
        Stream<Path> top =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(TOP::resolve);
        return Stream.concat(pages(), top)
                .map(page -> dynamicTest(page.getFileName().toString(), () -> links(page)));
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("docs"))) {
            List<Path> pages =
                    all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
            assertThat(pages).as("pages").isNotEmpty();
            return pages.stream();
        }
    }

    private static void links(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            if (!link.group(1).contains(":")) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                assertThat(target).as(link.group()).exists();
                if (link.group(2) != null) {
                    assertThat(headings(target)).as(link.group()).contains(link.group(2));
                }
            }
        }
    }

    /** As links name them: in small letters, with hyphens for spaces, without punctuation. */
    private static List<String> headings(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", ""))
                .map(heading -> "#" + heading.replace(' ', '-'))
                .toList();
    }
}
