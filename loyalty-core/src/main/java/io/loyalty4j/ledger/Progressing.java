package io.loyalty4j.ledger;

import io.loyalty4j.shop.Estate;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes from one member's standing to another's. */
final class Progressing {
    private Progressing() {}

    /** All of it. */
    static Estate.Progress of(Standing standing) {
        return new Estate.Progress(
                standing.terms().per(),
                standing.amounts(),
                standing.spans().stream()
                        .map(span ->
                                new Estate.Span(span.tier(), span.period(), span.needed(), span.from(), span.until()))
                        .toList());
    }

    /** What was spent less, or more, than before. */
    static Estate.Progress between(Standing before, Standing after) {
        Map<LocalDate, BigDecimal> changes = new HashMap<>();
        if (before.terms().per().equals(after.terms().per())) {
            before.amounts().forEach((period, amount) -> changes.put(period, amount.negate()));
            after.amounts().forEach((period, amount) -> changes.merge(period, amount, BigDecimal::add));
            changes.values().removeIf(amount -> amount.signum() == 0);
        }
        return new Estate.Progress(after.terms().per(), changes, List.of());
    }

    /** A standing with another's progress; sums of other periods than it counts by are left out. */
    static Standing with(Standing standing, Estate.Progress progress, Instant now, ZoneId zone) {
        Map<LocalDate, BigDecimal> amounts =
                standing.terms().per().equals(progress.per()) ? progress.amounts() : Map.of();
        List<Standing.Span> spans = progress.spans().stream()
                .map(span -> new Standing.Span(span.tier(), span.period(), span.needed(), span.from(), span.until()))
                .toList();
        return standing.joined(amounts, spans, now, zone);
    }
}
