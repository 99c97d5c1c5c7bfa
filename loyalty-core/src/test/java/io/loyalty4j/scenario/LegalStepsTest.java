package io.loyalty4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no story does not compile, so that an editor offers what comes next and nothing else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LegalStepsTest {
    private static final List<String> STORIES = List.of(
            "scenario.given(\"ana\").points(5).and(\"ben\").when(\"ana\").buys(line(\"a\", \"1.00\")).then().earned(1)",
            "scenario.when(\"ana\").order(\"A\").redeeming(\"r\").reserves().and().cancels(\"A\").then(\"ben\").held(0)",
            "scenario.when(\"ana\").timePasses(java.time.Period.ofDays(1)).then().available(0).when().does(\"x\")");

    private static final List<String> NONE = List.of(
            "scenario.given(\"ana\").buys(line(\"a\", \"1.00\"))",
            "scenario.given(\"ana\").then()",
            "scenario.when(\"ana\").then()",
            "scenario.when(\"ana\").earned(1)",
            "scenario.when(\"ana\").points(5)",
            "scenario.when(\"ana\").buys(line(\"a\", \"1.00\")).buys(line(\"b\", \"1.00\"))",
            "scenario.when(\"ana\").buys(line(\"a\", \"1.00\")).available(1)",
            "scenario.when(\"ana\").order(\"A\").timePasses(java.time.Period.ofDays(1))",
            "scenario.when(\"ana\").redeeming(\"r\").cancels(\"A\")",
            "scenario.when(\"ana\").redeeming(\"r\").then()",
            "scenario.when(\"ana\").buys(line(\"a\", \"1.00\")).then().buys(line(\"a\", \"1.00\"))",
            "scenario.then(\"ana\").given(\"ben\")",
            "scenario.when(\"ana\").returns(\"A\", 1, \"a\")",
            "scenario.when(\"ana\").buys(line(\"a\", 1.00))");

    @TempDir
    private Path folder;

    @Test
    void stories_compile() throws Exception {
        assertThat(wrong(STORIES)).isEmpty();
    }

    @Test
    void what_is_none_does_not() throws Exception {
        assertThat(wrong(NONE)).containsExactlyElementsOf(NONE);
    }

    /** Those in which the compiler finds a mistake, in whatever language it would say so. */
    private List<String> wrong(List<String> stories) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-XDrawDiagnostics",
                "-d",
                folder.toString(),
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path")));
        for (int i = 0; i < stories.size(); i++) {
            String name = name(i);
            String code = "import static io.loyalty4j.testing.LoyaltyScenario.line;\n"
                    + "class " + name + " { void tell(io.loyalty4j.testing.LoyaltyScenario scenario) { "
                    + stories.get(i)
                    + "; } }\n";
            arguments.add(
                    Files.writeString(folder.resolve(name + ".java"), code).toString());
        }
        StringWriter messages = new StringWriter();
        PrintWriter printer = new PrintWriter(messages);
        ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments.toArray(String[]::new));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            String where = name(i) + ".java:2:";
            if (messages.toString()
                    .lines()
                    .anyMatch(line -> line.startsWith(where) && line.contains(" compiler.err."))) {
                wrong.add(stories.get(i));
            }
        }
        return wrong;
    }

    private static String name(int i) {
        return String.format(Locale.ROOT, "Story%02d", i);
    }
}
