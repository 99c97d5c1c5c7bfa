package io.loyalty4j.examples.replay;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.Comparator;
import java.util.List;

/** Orders cancelled whole within the hour: the points before, between and after. */
final class CancelledAtOnceTable {
    private static final int SHOWN = 5;

    private CancelledAtOnceTable() {}

    static Section of(LoyaltyStore store, List<MemberId> everybody) {
        List<CancelledAtOnce> all = everybody.stream()
                .flatMap(member -> CancelledAtOnce.of(member, store).stream())
                .sorted(Comparator.comparingLong(CancelledAtOnce::pieces)
                        .reversed()
                        .thenComparing(CancelledAtOnce::order))
                .toList();
        TextTable table =
                TextTable.of("order", "member", ">pieces", ">after", ">points before", ">between", ">after it");
        all.stream().limit(SHOWN).forEach(one -> row(table, one));
        long unchanged =
                all.stream().filter(CancelledAtOnce::leavesPointsWhereTheyWere).count();
        return Section.of(
                "Cancelled whole within the hour: " + Figures.plural(all.size(), "order"),
                table,
                Figures.of(unchanged) + " of " + Figures.of(all.size()) + " left the member's points where they were");
    }

    private static void row(TextTable table, CancelledAtOnce one) {
        table.row(
                one.order(),
                one.member().value(),
                Figures.of(one.pieces()),
                one.delay().toMinutes() + " min",
                Figures.of(one.before()),
                Figures.of(one.between()),
                Figures.of(one.after()));
    }
}
