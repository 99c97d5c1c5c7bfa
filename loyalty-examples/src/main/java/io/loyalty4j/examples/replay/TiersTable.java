package io.loyalty4j.examples.replay;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many members were in which tier at the end of each year, and when the history ends; read off the journal. */
final class TiersTable {
    private final LoyaltyProgram program;
    private final List<String> tiers;
    private final Map<LocalDate, Map<String, Long>> members = new TreeMap<>();

    private TiersTable(LoyaltyProgram program) {
        this.program = program;
        this.tiers = program.ladder().rungs().stream().map(Standing.Rung::tier).toList();
    }

    static Section of(History history, LoyaltyProgram program, LoyaltyStore store, List<MemberId> everybody) {
        TiersTable counts = new TiersTable(program);
        days(history, program).forEach(day -> counts.members.put(day, new TreeMap<>()));
        everybody.forEach(member -> counts.add(Snapshot.journal(store, member)));
        return Section.of("Members by tier at each year end, and at the end", counts.table());
    }

    private static List<LocalDate> days(History history, LoyaltyProgram program) {
        if (history.invoices().isEmpty()) {
            return List.of();
        }
        LocalDate end = LocalDate.ofInstant(history.end(), program.zone());
        LocalDate first = LocalDate.ofInstant(history.invoices().get(0).at(), program.zone());
        Stream<LocalDate> yearEnds = first.withDayOfYear(1)
                .datesUntil(end.withDayOfYear(1), Period.ofYears(1))
                .map(year -> year.plusYears(1).minusDays(1));
        return Stream.concat(yearEnds, Stream.of(end)).toList();
    }

    /** The last posting before midnight tells the tier: when time ends one, that is a posting too. */
    private void add(List<Posting> journal) {
        members.forEach((day, counts) -> {
            Instant midnight = day.plusDays(1).atStartOfDay(program.zone()).toInstant();
            journal.stream()
                    .filter(posting -> posting.header().occurredAt().isBefore(midnight))
                    .reduce((earlier, later) -> later)
                    .ifPresent(posting -> counts.merge(posting.tierAfter(), 1L, Long::sum));
        });
    }

    private TextTable table() {
        List<String> headings = new ArrayList<>(List.of("at the end of"));
        tiers.forEach(tier -> headings.add(">" + tier));
        headings.add(">members");
        TextTable table = TextTable.of(headings.toArray(String[]::new));
        members.forEach((day, counts) -> table.row(row(day, counts)));
        return table;
    }

    private String[] row(LocalDate day, Map<String, Long> counts) {
        List<String> cells = new ArrayList<>(List.of(day.toString()));
        tiers.forEach(tier -> cells.add(Figures.of(counts.getOrDefault(tier, 0L))));
        cells.add(Figures.of(counts.values().stream().mapToLong(Long::longValue).sum()));
        return cells.toArray(String[]::new);
    }
}
