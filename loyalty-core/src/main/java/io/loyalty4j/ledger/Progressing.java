package io.loyalty4j.ledger;

import io.loyalty4j.shop.Estate;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.Present;
import io.loyalty4j.tier.Standing;
import io.loyalty4j.tier.Standing.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes from one member's standing to another's. */
final class Progressing {
    private Progressing() {}

    /** All of it; tiers that were given have another name there, so that nobody withdraws them for others. */
    static Estate.Progress of(MemberId member, Standing standing) {
        return new Estate.Progress(
                standing.terms().measure(),
                standing.terms().per(),
                standing.amounts(),
                standing.spans().stream().map(span -> of(member, span)).toList());
    }

    private static Estate.Span of(MemberId member, Span span) {
        String source = span.given() ? "~" + member + "/" + span.source() : span.source();
        return new Estate.Span(span.tier(), source, span.period(), span.needed(), span.from(), span.until());
    }

    /** What was counted less, or more, than before. */
    static Estate.Progress between(Standing before, Standing after) {
        Map<LocalDate, BigDecimal> changes = new HashMap<>();
        if (after.terms().countsAs(before.terms().measure(), before.terms().per())) {
            before.amounts().forEach((period, amount) -> changes.put(period, amount.negate()));
            after.amounts().forEach((period, amount) -> changes.merge(period, amount, BigDecimal::add));
            changes.values().removeIf(amount -> amount.signum() == 0);
        }
        return new Estate.Progress(after.terms().measure(), after.terms().per(), changes, List.of());
    }

    /** A standing with another's progress; sums of something else, or of other periods, than it counts are left out, and no tier rests on them. */
    static Standing with(Standing standing, Estate.Progress progress, Present present) {
        boolean same = standing.terms().countsAs(progress.measure(), progress.per());
        Map<LocalDate, BigDecimal> amounts = new HashMap<>();
        if (same) {
            progress.amounts()
                    .forEach((period, amount) ->
                            amounts.merge(own(period, progress.per(), present), amount, BigDecimal::add));
        }
        List<Span> spans = progress.spans().stream()
                .map(span -> span(span, same, present, progress.per()))
                .toList();
        return standing.joined(amounts, spans, present);
    }

    private static Span span(Estate.Span span, boolean same, Present present, Window per) {
        Span own = new Span(span.tier(), span.source(), span.period(), span.needed(), span.from(), span.until());
        if (own.given() || !same) {
            return own.resting();
        }
        return new Span(
                span.tier(), span.source(), own(span.period(), per, present), span.needed(), span.from(), span.until());
    }

    /** The own period that another member's goes into: the one that is running into the one that is running, another into that of its first day. */
    private static LocalDate own(LocalDate period, Window per, Present present) {
        LocalDate today = present.now().atZone(present.zone()).toLocalDate();
        boolean running =
                per.equals(Window.MEMBERSHIP_YEAR) && !period.isAfter(today) && today.isBefore(period.plusYears(1));
        return present.periodOf(per, running ? today : period);
    }
}
