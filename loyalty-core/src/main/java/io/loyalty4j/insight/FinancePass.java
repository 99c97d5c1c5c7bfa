package io.loyalty4j.insight;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pass over a journal: sums of periods, and one member at a time. */
final class FinancePass {
    private final Window per;
    private final ZoneId zone;
    private final Instant until;
    private final SortedMap<LocalDate, PeriodSums> periods = new TreeMap<>();
    private final AgeingSums ageing;
    private Optional<Holder> holder = Optional.empty();
    private Instant archivedThrough = Instant.MIN;
    private Balances opening = Balances.NONE;

    FinancePass(Window per, ZoneId zone, Instant until) {
        this.per = per;
        this.zone = zone;
        this.until = until;
        this.ageing = new AgeingSums(zone);
    }

    void add(Posting posting) {
        Posting.Header header = posting.header();
        Holder current =
                holder.filter(known -> known.member.equals(header.member())).orElseGet(() -> begin(posting));
        if (!header.recordedAt().isBefore(until)) {
            return;
        }
        PeriodSums sums = periods.computeIfAbsent(firstDay(header.recordedAt()), day -> new PeriodSums());
        sums.add(posting, current.next(posting));
        award(sums, posting, 1, posting.awards());
        Optional<List<Award>> before = current.replacedBy(posting);
        before.ifPresentOrElse(known -> award(sums, posting, -1, known), sums::untold);
        current.byRule(posting, before.orElse(List.of()), sums.byRule(posting));
    }

    private static void award(PeriodSums sums, Posting posting, int sign, Iterable<Award> awards) {
        for (Award award : awards) {
            sums.add(award, sign, posting.header().programVersion())
                    .of(posting.header().member());
        }
    }

    private Holder begin(Posting first) {
        holder.ifPresent(known -> known.addTo(ageing));
        Holder next = new Holder(first);
        holder = Optional.of(next);
        if (next.archived()) {
            opening = opening.plus(AccountingPeriod.ARCHIVED, next.balance());
            Instant recorded = first.header().recordedAt();
            archivedThrough = recorded.isAfter(archivedThrough) ? recorded : archivedThrough;
        }
        return next;
    }

    private LocalDate firstDay(Instant recorded) {
        return per.startOf(recorded.atZone(zone).toLocalDate());
    }

    Finance end() {
        holder.ifPresent(known -> known.addTo(ageing));
        SortedMap<LocalDate, AccountingPeriod> complete = new TreeMap<>();
        Balances balances = opening;
        for (Map.Entry<LocalDate, PeriodSums> each : periods.entrySet()) {
            LocalDate day = each.getKey();
            PeriodSums sums = each.getValue();
            if (day.atStartOfDay(zone).toInstant().isAfter(archivedThrough)) {
                complete.put(day, sums.from(day, per.nextAfter(day), balances));
            }
            balances = sums.closing(balances);
        }
        return new Finance(per, completeFrom(), complete, balances.all(), balances.byRule(), ageing.ageing());
    }

    private LocalDate completeFrom() {
        return archivedThrough.equals(Instant.MIN)
                ? LocalDate.MIN
                : per.nextAfter(archivedThrough.atZone(zone).toLocalDate());
    }
}
