package io.loyalty4j.earn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Why rules gave nothing on an occasion, sorted by rule, and what is near. */
public record Heard(List<Silence> silences, List<Hint> hints) {
    public static final Heard NOTHING = new Heard(List.of(), List.of());

    public Heard {
        silences = List.copyOf(silences);
        hints = List.copyOf(hints);
    }

    /** With more silences. */
    public Heard with(List<Silence> more) {
        return new Heard(
                Stream.concat(silences.stream(), more.stream())
                        .sorted(Comparator.comparing(Silence::rule))
                        .toList(),
                hints);
    }
}
