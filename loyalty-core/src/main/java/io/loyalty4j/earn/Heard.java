package io.loyalty4j.earn;

import java.util.List;

/** Why rules gave nothing on an occasion, sorted by rule, and what is near. */
public record Heard(List<Silence> silences, List<Hint> hints) {
    public Heard {
        silences = List.copyOf(silences);
        hints = List.copyOf(hints);
    }
}
