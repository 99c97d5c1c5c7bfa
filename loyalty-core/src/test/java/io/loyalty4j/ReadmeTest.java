package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's Java is compiled and run. Its blocks share one scope in their order; lines that begin with {@code import} hold for all blocks; the library's
 * packages, {@code java.time}, {@code java.util} and {@code javax.sql} are imported already; a block that declares a type is a file of its own. The shop has a {@code dataSource}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("^```java\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed) )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);
    private static final List<String> IN_SCOPE = List.of(
            "io.loyalty4j",
            "io.loyalty4j.earn",
            "io.loyalty4j.jdbc",
            "io.loyalty4j.ledger",
            "io.loyalty4j.notify",
            "io.loyalty4j.program",
            "io.loyalty4j.reward",
            "io.loyalty4j.shop",
            "io.loyalty4j.store",
            "io.loyalty4j.tier",
            "java.time",
            "java.util",
            "javax.sql");

    private static final String A_SHOP = """
            DataSource dataSource = org.h2.jdbcx.JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
            """;

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
        assertThat(blocks()).as("java blocks").isNotEmpty();

        assertThat(run("")).contains("cash-10 needs 500 points");
    }

    @Test
    void what_its_comments_say_comes_out() throws Exception {
        assertThat(readme).contains("// 120 points", "\"cash-10 needs 500 points, 0 are available\"");

        assertThat(
                        run(
                                "System.out.println(\"=\" + receipt.earned() + \" \" + held + \" \" + paid.earned() + \" \" + account.available() + \" \" + sound);\n"))
                .contains("=120 Refused[reason=cash-10 needs 500 points, 0 are available]")
                .endsWith(" 0 true\n");
    }

    private List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(readme);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    /** Everything that the blocks print. */
    private String run(String epilogue) throws Exception {
        compile(epilogue);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Readme").getMethod("run").invoke(null);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void compile(String epilogue) throws Exception {
        String imports = imports();
        StringBuilder fragments = new StringBuilder();
        List<Path> files = new ArrayList<>();
        for (String block : blocks()) {
            String code = block.lines()
                    .filter(line -> !line.startsWith("import "))
                    .collect(Collectors.joining("\n", "", "\n"));
            Matcher type = TYPE.matcher(code);
            if (type.find()) {
                files.add(Files.writeString(folder.resolve(type.group(1) + ".java"), imports + code));
            } else {
                fragments.append(code);
            }
        }
        files.add(Files.writeString(
                folder.resolve("Readme.java"),
                imports + "public class Readme {\npublic static void run() throws Exception {\n" + A_SHOP + fragments
                        + epilogue + "}\n}\n"));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                folder.toString(),
                "-encoding",
                "UTF-8",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path")));
        files.forEach(file -> arguments.add(file.toString()));
        StringWriter messages = new StringWriter();
        PrintWriter printer = new PrintWriter(messages);
        int failed =
                ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments.toArray(String[]::new));
        assertThat(failed).as(messages + "\n" + fragments).isZero();
    }

    private String imports() {
        TreeSet<String> imports = new TreeSet<>();
        IN_SCOPE.forEach(name -> imports.add("import " + name + ".*;"));
        blocks().forEach(block ->
                block.lines().filter(line -> line.startsWith("import ")).forEach(imports::add));
        return String.join("\n", imports) + "\n";
    }
}
