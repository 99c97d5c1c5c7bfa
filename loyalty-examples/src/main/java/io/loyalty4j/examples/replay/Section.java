package io.loyalty4j.examples.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** A part of the report: a title and what stands under it. */
record Section(String title, List<String> lines) {
    static Section of(String title, TextTable table, String... remarks) {
        Stream<String> indented = Stream.of(remarks).map(remark -> "  " + remark);
        return new Section(
                title, Stream.concat(table.lines().stream(), indented).toList());
    }

    void printTo(PrintStream out) {
        out.println();
        out.println(title);
        lines.forEach(out::println);
    }
}
