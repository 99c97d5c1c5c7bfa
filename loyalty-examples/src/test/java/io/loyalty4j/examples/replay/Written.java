package io.loyalty4j.examples.replay;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Histories as tests write them: the lines below the header. */
final class Written {
    private Written() {}

    static History history(String... lines) {
        return read(source("written.csv", lines));
    }

    static History read(HistorySource... sources) {
        return new HistoryReader(ZoneOffset.UTC, Progress.none()).read(List.of(sources));
    }

    static HistorySource source(String name, String... lines) {
        return text(name, LineParser.HEADER + "\n" + String.join("\n", lines) + "\n");
    }

    static HistorySource text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new HistorySource(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    static Instant at(String dateTime) {
        return Instant.parse(dateTime + ":00Z");
    }
}
