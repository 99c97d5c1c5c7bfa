package io.loyalty4j.insight;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows of comma-separated values as RFC 4180 has them: quoted where a comma, a quote or a line break asks for it, each ending with CRLF. */
final class Csv {
    private Csv() {}

    static String row(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
