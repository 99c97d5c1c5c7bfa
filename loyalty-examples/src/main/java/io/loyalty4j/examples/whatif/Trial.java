package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.History;
import io.loyalty4j.examples.replay.ReplayTally;
import io.loyalty4j.insight.Flows;
import io.loyalty4j.insight.Liability;
import io.loyalty4j.insight.MonthEnd;
import io.loyalty4j.insight.RollForward;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Money;
import io.loyalty4j.store.LoyaltyStore;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A history under one program, and what it came to.
 *
 * @param months what finance closes each with, from the first order's to the last one's
 */
record Trial(
        Plan plan, History history, LoyaltyStore store, ReplayTally tally, Estimate estimate, List<MonthEnd> months) {
    /** Reads the journal once for each month, some at once. */
    static Trial of(Plan plan, History history, LoyaltyStore store, ReplayTally tally, Estimate estimate) {
        List<MonthEnd> months = months(history, plan.program()).parallelStream()
                .map(month -> read(store, journal -> MonthEnd.of(plan.program(), month, journal)))
                .toList();
        return new Trial(plan, history, store, tally, estimate, months);
    }

    private static List<YearMonth> months(History history, LoyaltyProgram program) {
        YearMonth first = YearMonth.from(history.invoices().get(0).at().atZone(program.zone()));
        YearMonth last = YearMonth.from(history.end().atZone(program.zone()));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    private static <T> T read(LoyaltyStore store, Function<Stream<Posting>, T> reading) {
        try (Stream<Posting> journal = store.postings()) {
            return reading.apply(journal);
        }
    }

    /** What is read off the whole journal. */
    <T> T read(Function<Stream<Posting>, T> reading) {
        return read(store, reading);
    }

    String name() {
        return plan.name();
    }

    LoyaltyProgram program() {
        return plan.program();
    }

    /** The whole time as one period. */
    RollForward all() {
        return months.stream()
                .map(month -> month.period().rollForward())
                .reduce(RollForward::then)
                .orElse(new RollForward(0, new Flows(Map.of()), 0));
    }

    MonthEnd last() {
        return months.get(months.size() - 1);
    }

    /** Whether a member owed points at a month's end. */
    boolean owed() {
        return months.stream().anyMatch(month -> month.ageing().debt() > 0);
    }

    /** What is outstanding at a month's end, and what of it is expected to be redeemed. */
    Liability liability(MonthEnd month) {
        return Liability.of(month.ageing().outstanding().total(), estimate.worthIn(program()), estimate.redemption());
    }

    Money cost(long points) {
        return estimate.cost(points, program());
    }
}
