package io.loyalty4j.examples.recipes;

import static de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.MemberId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;

/** Balances of another system, from its CSV: good rows are booked, bad ones told with row and reason; what is no row's fault ends the run, and the next one books the rest. */
public final class BalancesFromCsv {
    private final LoyaltyEngine loyalty;
    private final PrintStream out;
    private final Map<String, Long> rows = new HashMap<>();
    private int booked;
    private int known;

    BalancesFromCsv(LoyaltyEngine loyalty, PrintStream out) {
        this.loyalty = loyalty;
        this.out = out;
    }

    public static void main(String... args) throws IOException {
        run(System.out);
    }

    static void run(PrintStream out) throws IOException {
        WallCalendar today = WallCalendar.on("2026-11-22");
        LoyaltyEngine loyalty =
                LoyaltyEngine.builder(BeautyInsider.program()).clock(today).build();
        new BalancesFromCsv(loyalty, out).read();
        new BalancesFromCsv(loyalty, out).read();
        out.println(
                "Last days of c-1001: " + loyalty.account(MemberId.of("c-1001")).pointsEnding(Period.ZERO));
        out.println("Tier of c-1001: "
                + loyalty.account(MemberId.of("c-1001")).tier().code());
    }

    /** A row with too few or too many fields is read like any other, and told. */
    void read() throws IOException {
        try (InputStream file = BalancesFromCsv.class.getResourceAsStream("legacy-balances.csv");
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .missingFieldStrategy(IGNORE)
                        .extraFieldStrategy(IGNORE)
                        .ofNamedCsvRecord(file)) {
            csv.forEach(this::book);
        }
        out.println(booked + " members booked, " + known + " were booked before");
    }

    private void book(NamedCsvRecord row) {
        Long first = rows.putIfAbsent(row.getField("member"), row.getStartingLineNumber());
        if (first != null) {
            bad(row, row.getField("member") + " is in row " + first + " already");
            return;
        }
        try {
            Outcome outcome = loyalty.execute(LegacyBalance.of(row));
            booked += outcome instanceof Outcome.Applied ? 1 : 0;
            known += outcome instanceof Outcome.Replayed ? 1 : 0;
            outcome.refusal().ifPresent(why -> bad(row, why));
        } catch (IllegalArgumentException | InvalidInputException | ConflictingRequestException e) {
            bad(row, String.valueOf(e.getMessage()));
        }
    }

    private void bad(NamedCsvRecord row, Object why) {
        out.println("  row " + row.getStartingLineNumber() + ": " + why);
    }
}
