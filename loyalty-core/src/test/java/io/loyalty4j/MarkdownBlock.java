package io.loyalty4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of Java on a page.
 *
 * @param line of the page on which its fence opens
 * @param text between the fences, with its comments and imports
 * @param fails what an {@link AssertionError} says that it must end with; empty if it must not fail
 */
record MarkdownBlock(int line, String text, Optional<String> fails) {
    private static final String FAILS = "// fails";
    private static final Pattern FENCED =
            Pattern.compile("^```(\\w*)[ \\t]*\\R(.*?)^```[ \\t]*$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed) )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("^\\s*@Test(?:Factory)?\\b", Pattern.MULTILINE);

    /**
     * Those of a page, in their order.
     *
     * @throws AssertionError if one says that it fails, and the text it fails with does not follow at once
     */
    static List<MarkdownBlock> of(String page) {
        List<MarkdownBlock> blocks = new ArrayList<>();
        Matcher fenced = FENCED.matcher(page);
        while (fenced.find()) {
            if ("java".equals(fenced.group(1))) {
                int line = 1 + (int) page.substring(0, fenced.start()).lines().count();
                String text = fenced.group(2);
                boolean fails = FAILS.equals(text.lines().findFirst().orElse("").strip());
                blocks.add(new MarkdownBlock(
                        line, text, fails ? Optional.of(textBehind(page, fenced.end(), line)) : Optional.empty()));
            }
        }
        return blocks;
    }

    private static String textBehind(String page, int end, int line) {
        Matcher next = FENCED.matcher(page);
        if (next.find(end)
                && "text".equals(next.group(1))
                && page.substring(end, next.start()).isBlank()) {
            return next.group(2);
        }
        throw new AssertionError("line " + line + ": a block that fails is followed by ```text with what it says");
    }

    List<String> imports() {
        return text.lines().filter(MarkdownBlock::isImport).toList();
    }

    String withoutImports() {
        return text.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    /** The first type that it declares; empty if it has statements. */
    Optional<String> type() {
        Matcher type = TYPE.matcher(text);
        return type.find() ? Optional.of(type.group(1)) : Optional.empty();
    }

    boolean hasTests() {
        return type().isPresent() && TEST.matcher(text).find();
    }

    /**
     * Compares what came out with what the page says.
     *
     * @param thrown empty if nothing was
     * @throws AssertionError if it is not what the page says, line by line but for blanks at their ends
     */
    void endedWith(Optional<Throwable> thrown) {
        Throwable failure = thrown.orElseThrow(() -> new AssertionError("line " + line + ": the block does not fail"));
        String said = stripped(String.valueOf(failure.getMessage()));
        if (!(failure instanceof AssertionError) || !said.equals(stripped(fails.orElse("")))) {
            throw new AssertionError(
                    "line " + line + ": the block fails with\n" + (failure instanceof AssertionError ? said : failure)
                            + "\nand the page says\n" + stripped(fails.orElse("")),
                    failure);
        }
    }

    private static String stripped(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }
}
