package io.loyalty4j.tier;

import io.loyalty4j.tier.Standing.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tier that was reached or given, with all that follows from it, the earliest span first. */
record Tenure(List<Span> spans) {
    /** The tenures that some spans make up. */
    static List<Tenure> of(List<Span> spans) {
        Map<Cause, List<Span>> tenures = new LinkedHashMap<>();
        for (Span span : spans) {
            Cause cause = new Cause(span.source(), span.needed(), span.period());
            tenures.computeIfAbsent(cause, each -> new ArrayList<>()).add(span);
        }
        return tenures.values().stream().map(Tenure::new).toList();
    }

    private record Cause(String source, BigDecimal needed, LocalDate period) {}

    String tier() {
        return first().source();
    }

    BigDecimal needed() {
        return first().needed();
    }

    LocalDate period() {
        return first().period();
    }

    Instant from() {
        return first().from();
    }

    /** The last day on which the sum counts. */
    LocalDate lastDay(Present present) {
        return present.dayOf(first().until()).minusDays(1);
    }

    Instant end() {
        return spans.get(spans.size() - 1).until();
    }

    /** Until when the tier is kept after its sum has ceased to count; {@link Instant#MIN} if it is not. */
    Instant keptUntil() {
        return spans.stream()
                .filter(span -> span.tier().equals(tier()) && follows(span))
                .map(Span::until)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private boolean follows(Span span) {
        return spans.stream().anyMatch(one -> one.until().equals(span.from()));
    }

    boolean given() {
        return first().given();
    }

    private Span first() {
        return spans.get(0);
    }
}
