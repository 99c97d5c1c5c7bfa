package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs the pages finds what is wrong with them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MarkdownCodeTest {
    private static final String FAILS =
            java("// fails", "if (true) throw new AssertionError(\"points\\n  expected: 5  \\n\");");

    private static final String TESTS = java(
            "import org.junit.jupiter.api.*;",
            "class SumTest {",
            "    private long sum;",
            "    @BeforeEach void begins() { sum = 2; }",
            "    @Test void sums() { if (sum + 2 != RESULT) throw new AssertionError(\"it is \" + (sum + 2)); }",
            "    @TestFactory Stream<DynamicNode> products() {",
            "        return Stream.of(DynamicContainer.dynamicContainer(\"all\", List.of(DynamicTest.dynamicTest(\"one\", () -> {",
            "            System.out.println(\"product \" + 2 * sum);",
            "        }))));",
            "    }",
            "}");

    @TempDir
    private Path folder;

    private static String java(String... lines) {
        return fenced("java", lines);
    }

    private static String fenced(String language, String... lines) {
        return Stream.of(lines).collect(Collectors.joining("\n", "\n```" + language + "\n", "\n```\n"));
    }

    private String run(String... page) throws Exception {
        return MarkdownCode.of(String.join("words between\n", page)).run(folder);
    }

    private void fails(String message, String... page) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> run(page))
                .withMessageContaining(message);
    }

    @Test
    void blocks_share_a_scope_imports_and_types() throws Exception {
        assertThat(run(
                        java("long points = new Five().points();"),
                        java("record Five() {", "    long points() { return abs(-5); }", "}"),
                        fenced("sh", "this is no Java"),
                        java("import static java.lang.Math.*;", "System.out.println(points + abs(-1));")))
                .isEqualTo("6\n");
    }

    @Test
    void what_does_not_compile_is_told_with_its_code() {
        fails("long points = five;", java("long points = five;"));
    }

    @Test
    void what_throws_is_told() {
        fails("no points", java("if (true) throw new IllegalStateException(\"no points\");"));
    }

    @Test
    void a_type_is_declared_once() {
        fails("two blocks declare Five", java("record Five() {}"), java("record Five() {}"));
    }

    @Test
    void a_block_that_fails_fails_with_the_text_behind_it_but_for_blanks_at_ends_of_lines() throws Exception {
        assertThat(run(FAILS + fenced("text", "points", "  expected: 5"), java("System.out.println(\"goes on\");")))
                .isEqualTo("goes on\n");
    }

    @Test
    void a_block_that_fails_with_another_text_is_found() {
        fails(
                "the block fails with\npoints\n  expected: 5\nand the page says\npoints\n  expected: 6",
                FAILS + fenced("text", "points", "  expected: 6"));
    }

    @Test
    void a_block_that_fails_by_itself_and_not_by_an_expectation_is_found() {
        fails(
                "IllegalStateException: points",
                java("// fails", "if (true) throw new IllegalStateException(\"points\");") + fenced("text", "points"));
    }

    @Test
    void a_block_that_is_to_fail_and_does_not_is_found() {
        fails("line 2: the block does not fail", java("// fails", "long points = 5;") + fenced("text", "points"));
    }

    @Test
    void a_block_that_fails_is_followed_by_its_text_at_once() {
        fails("line 2: a block that fails is followed by ```text", FAILS, fenced("text", "points", "  expected: 5"));
        fails("line 2: a block that fails is followed by ```text", FAILS);
    }

    @Test
    void tests_are_run() throws Exception {
        assertThat(run(TESTS.replace("RESULT", "4"))).isEqualTo("product 4\n");
    }

    @Test
    void a_test_that_fails_is_told() {
        fails(
                "1 tests of SumTest fail, the first with java.lang.AssertionError: it is 4",
                TESTS.replace("RESULT", "5"));
    }

    @Test
    void a_test_may_fail_as_the_page_says() throws Exception {
        String failing = TESTS.replace("RESULT", "5").replace("```java\n", "```java\n// fails\n");

        assertThat(run(failing + fenced("text", "it is 4"))).isEqualTo("product 4\n");
    }
}
