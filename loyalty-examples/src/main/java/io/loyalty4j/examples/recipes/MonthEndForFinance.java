package io.loyalty4j.examples.recipes;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.programs.CashBack;
import io.loyalty4j.insight.MonthEnd;
import io.loyalty4j.insight.Movement;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.LoyaltyStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Stream;

/** Month-end for finance: the points' roll-forward of two months, what they are expected to cost, and each month as a CSV file. */
public final class MonthEndForFinance {
    private static final LoyaltyProgram PROGRAM = CashBack.program();
    private static final MemberId BEN = MemberId.of("ben");

    private MonthEndForFinance() {}

    /** The first word is the folder of the files. */
    public static void main(String... args) throws IOException {
        run(System.out, args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("month-end"));
    }

    static void run(PrintStream out, Path folder) throws IOException {
        WallCalendar calendar = WallCalendar.on("2026-10-05");
        LoyaltyStore store = LoyaltyStore.inMemory();
        LoyaltyEngine loyalty =
                LoyaltyEngine.builder(PROGRAM).store(store).clock(calendar).build();

        loyalty.execute(OpeningBalance.of(BEN, "legacy").pointsThrough(400, "2026-11-10"));
        Order tea = order("A-1", OrderLine.of("tea", "60.00").times(2).category("grocery"));
        loyalty.purchase(tea);
        calendar.turnTo("2026-10-20");
        loyalty.purchase(order("A-2", OrderLine.of("pot", "45.00")).redeem("cash-5"));
        close(YearMonth.of(2026, 10), store, out, folder);

        calendar.turnTo("2026-11-03");
        loyalty.refund(Refund.of(tea, "rma-1").line("tea", 1));
        loyalty.execute(Adjustment.add(BEN, "case-1", 150).by("agent-12").because("late-delivery"));
        calendar.turnTo("2026-11-30");
        loyalty.runDue(calendar.instant());
        close(YearMonth.of(2026, 11), store, out, folder);
    }

    private static Order order(String id, OrderLine line) {
        return Order.of(MemberId.of("ana"), id).currency("USD").line(line);
    }

    private static void close(YearMonth month, LoyaltyStore store, PrintStream out, Path folder) throws IOException {
        try (Stream<Posting> postings = store.postings()) {
            MonthEnd end = MonthEnd.of(PROGRAM, month, postings);
            out.printf(Locale.ROOT, "%s%n %6d opening%n", month, end.opening());
            for (Movement movement : Movement.values()) {
                if (movement.sign() * end.of(movement) != 0) {
                    out.printf(Locale.ROOT, " %+6d %s%n", movement.sign() * end.of(movement), movement.word());
                }
            }
            out.printf(Locale.ROOT, " %6d closing%n", end.closing());
            end.costByRule("0.01", "0.85").forEach((rule, cost) -> out.println(" cost of " + rule + ": " + cost));
            out.println(" all of it is expected to cost " + end.liability("0.01", "0.85"));
            Path file = Files.writeString(folder.resolve("loyalty-" + month + ".csv"), end.toCsv());
            out.println(" written to " + file);
        }
    }
}
