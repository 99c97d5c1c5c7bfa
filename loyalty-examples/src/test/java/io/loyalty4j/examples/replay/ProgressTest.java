package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Progress progress = Progress.on(new PrintStream(terminal, true, StandardCharsets.UTF_8));

    @Test
    void isShownForEveryItemWorkedOn() {
        List<String> done = new ArrayList<>();

        progress.over(List.of("a", "b", "c"), "invoices", "booking").forEach(done::add);

        assertThat(done).containsExactly("a", "b", "c");
        assertThat(shown()).contains("booking").contains("100%").contains("3/3 invoices");
    }

    @Test
    void isShownForEveryByteRead() throws IOException {
        byte[] bytes = new byte[4096];

        try (InputStream in = progress.over(new ByteArrayInputStream(bytes), bytes.length, "reading")) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }

        assertThat(shown()).contains("reading").contains("100%").contains("4/4 KiB");
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
