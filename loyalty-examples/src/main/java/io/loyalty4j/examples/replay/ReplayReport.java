package io.loyalty4j.examples.replay;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.store.LoyaltyStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What is printed of a replay. It looks at the history, the tally and the store, and books nothing. */
final class ReplayReport {
    private final History history;
    private final ReplayTally tally;
    private final LoyaltyProgram program;
    private final LoyaltyStore store;

    ReplayReport(History history, ReplayTally tally, LoyaltyProgram program, LoyaltyStore store) {
        this.history = history;
        this.tally = tally;
        this.program = program;
        this.store = store;
    }

    List<Section> sections() {
        LoyaltyEngine loyalty = Replay.atTheEnd(history, program, store);
        List<MemberId> everybody = Snapshot.members(store);
        PointWorth worth = PointWorth.in(program);
        List<Section> sections = new ArrayList<>();
        sections.add(read());
        sections.add(SkippedTable.of(history.skipped()));
        sections.add(booked());
        if (!tally.notBooked().isEmpty()) {
            sections.add(SkippedTable.refused(tally.notBooked()));
        }
        sections.add(CancelledAtOnceTable.of(store, everybody));
        sections.add(PointsTable.of(PointTotals.of(store.postings()), worth));
        sections.add(TiersTable.of(history, program, store, everybody));
        sections.add(BalancesTable.of(loyalty, everybody, worth));
        sections.add(StatementTable.of(loyalty, store, everybody, program.zone()));
        return sections;
    }

    private Section read() {
        BigDecimal files = history.lines()
                .filter(line -> !line.cancellation())
                .map(HistoryLine::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        TextTable table = TextTable.of("", ">");
        table.row("lines", Figures.of(history.linesRead()));
        table.row("  skipped", Figures.of(history.skipped().count()));
        table.row("  used", Figures.of(history.linesRead() - history.skipped().count()));
        table.row(
                "lines whose price has more than two decimals",
                Figures.of(history.lines().filter(HistoryLine::finePrice).count()));
        table.row("sold, by the files", money(files));
        table.row("sold, by the ledger", money(soldByTheLedger()));
        table.row("sold less cancelled, by the files", money(history.value()));
        return Section.of("Read", table);
    }

    /** Adds up the lines of every order as the engine keeps them. */
    private BigDecimal soldByTheLedger() {
        return history.invoices().stream()
                .filter(invoice -> !invoice.cancellation())
                .flatMap(invoice -> store.order(invoice.member(), invoice.number()).stream())
                .flatMap(position -> position.lines().stream())
                .map(OrderPosition.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Section booked() {
        TextTable table = TextTable.of("", ">");
        table.row("orders booked", Figures.of(tally.orders()));
        table.row("  of them paid in part with a reward", Figures.of(tally.redemptions()));
        if (tally.ordersKnown() > 0) {
            table.row(
                    "orders and returns that the store knew already",
                    Figures.of(tally.ordersKnown() + tally.refundsKnown()));
        }
        table.row("lines of cancellations", Figures.of(tally.cancellationLines()));
        table.row("  found in full in earlier sales", Figures.of(tally.cancellationLines(Match.FULLY)));
        table.row("  found in part", Figures.of(tally.cancellationLines(Match.PARTLY)));
        table.row("  not found at all", Figures.of(tally.cancellationLines(Match.NOT_AT_ALL)));
        table.row("returns booked, one for each order they concern", Figures.of(tally.refunds()));
        table.row("sold lines that are no goods", Figures.of(tally.nonProducts()));
        table.row("  their value", money(tally.nonProductsValue()));
        table.row("  points they earned", Figures.of(tally.nonProductsPoints()));
        return Section.of("Booked", table);
    }

    private String money(BigDecimal amount) {
        return Figures.of(new Money(amount, program.currency()));
    }
}
