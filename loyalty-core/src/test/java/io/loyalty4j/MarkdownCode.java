package io.loyalty4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.spi.ToolProvider;

/**
 * The Java of a page, compiled and run. Its blocks share one scope in their order, in which the shop has a {@code dataSource}. Lines that begin with
 * {@code import} hold for all blocks; the library's packages, {@code java.time}, {@code java.util}, {@code java.util.stream} and {@code javax.sql} are imported
 * already. A block that declares a type is a file of its own; if it has JUnit tests, they are run. Of a block that begins with {@code // fails} the text behind it
 * is expected; what it declares ends with it.
 */
final class MarkdownCode {
    private static final String NAME = "PageCode";
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
            "io.loyalty4j.testing",
            "io.loyalty4j.tier",
            "java.time",
            "java.util",
            "java.util.stream",
            "javax.sql");

    private static final String A_SHOP = """
            DataSource dataSource = org.h2.jdbcx.JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
            """;

    private final List<MarkdownBlock> blocks;
    private final String epilogue;

    private MarkdownCode(List<MarkdownBlock> blocks, String epilogue) {
        this.blocks = blocks;
        this.epilogue = epilogue;
    }

    static MarkdownCode of(String page) {
        return new MarkdownCode(MarkdownBlock.of(page), "");
    }

    /** With statements behind the last block. */
    MarkdownCode then(String statements) {
        return new MarkdownCode(blocks, statements);
    }

    /**
     * Everything that the blocks print.
     *
     * @param folder an empty one, for what is compiled
     * @throws AssertionError if something does not compile, a test fails, or what is to fail does not do so as the page says
     */
    String run(Path folder) throws Exception {
        compile(folder);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            statements(loader);
            tests(loader);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void statements(ClassLoader loader) throws Exception {
        List<Optional<Throwable>> thrown = new ArrayList<>();
        try {
            loader.loadClass(NAME).getMethod("run", List.class).invoke(null, thrown);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the page's code ended with " + e.getCause(), e.getCause());
        }
        List<MarkdownBlock> failing = blocks.stream()
                .filter(block -> block.type().isEmpty() && block.fails().isPresent())
                .toList();
        for (int i = 0; i < failing.size(); i++) {
            failing.get(i).endedWith(thrown.get(i));
        }
    }

    private void tests(ClassLoader loader) throws Exception {
        for (MarkdownBlock block : blocks) {
            if (block.hasTests()) {
                TestClass tests = new TestClass(loader.loadClass(block.type().orElseThrow()));
                if (block.fails().isPresent()) {
                    block.endedWith(tests.failures().stream().findFirst());
                } else {
                    tests.run();
                }
            }
        }
    }

    private void compile(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                folder.toString(),
                "-encoding",
                "UTF-8",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path")));
        String imports = imports();
        for (MarkdownBlock block : blocks) {
            if (block.type().isPresent()) {
                arguments.add(file(folder, block.type().get(), imports + block.withoutImports()));
            }
        }
        String code = code();
        arguments.add(file(folder, NAME, imports + code));
        StringWriter messages = new StringWriter();
        PrintWriter printer = new PrintWriter(messages);
        if (ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments.toArray(String[]::new))
                != 0) {
            throw new AssertionError(messages + "\n" + code);
        }
    }

    private static String file(Path folder, String type, String code) throws IOException {
        Path file = folder.resolve(type + ".java");
        if (Files.exists(file)) {
            throw new AssertionError("two blocks declare " + type);
        }
        return Files.writeString(file, code).toString();
    }

    private String code() {
        StringBuilder code = new StringBuilder("public class " + NAME + " {\n"
                + "public static void run(List<Optional<Throwable>> thrown) throws Throwable {\n" + A_SHOP);
        for (MarkdownBlock block : blocks) {
            if (block.type().isEmpty()) {
                String text = block.withoutImports();
                code.append(block.fails().isPresent() ? caught(text) : text);
            }
        }
        return code + epilogue + "}\n}\n";
    }

    private static String caught(String text) {
        return "try {\n" + text
                + "thrown.add(Optional.empty());\n} catch (Throwable failed$) {\nthrown.add(Optional.of(failed$));\n}\n";
    }

    private String imports() {
        TreeSet<String> imports = new TreeSet<>();
        IN_SCOPE.forEach(name -> imports.add("import " + name + ".*;"));
        blocks.forEach(block -> imports.addAll(block.imports()));
        return String.join("\n", imports) + "\n";
    }
}
