package io.loyalty4j.examples.recipes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.OpeningBalance;

/** One row of the other system's file, as the columns of that file have it. */
final class LegacyBalance {
    private final NamedCsvRecord row;

    private LegacyBalance(NamedCsvRecord row) {
        this.row = row;
    }

    /**
     * What the row says of a member; an empty cell says nothing.
     *
     * @throws IllegalArgumentException if it cannot be read; what can be read and is no balance is for the engine to refuse
     */
    static OpeningBalance of(NamedCsvRecord row) {
        if (row.getFieldCount() != row.getHeader().size()) {
            throw new IllegalArgumentException(row.getFieldCount() + " fields where there are "
                    + row.getHeader().size());
        }
        return new LegacyBalance(row).balance();
    }

    private OpeningBalance balance() {
        OpeningBalance balance = OpeningBalance.of(MemberId.of(cell("member")), "legacy-2026");
        if (has("points")) {
            balance = balance.pointsThrough(number("points"), cell("good_through"));
        }
        if (has("tier")) {
            balance = balance.tierThrough(cell("tier"), cell("tier_through"));
        }
        if (has("spent_this_year")) {
            balance = balance.spentThisPeriod(cell("spent_this_year"));
        }
        return has("orders") ? balance.ordered(number("orders"), cell("last_order")) : balance;
    }

    private boolean has(String column) {
        return !cell(column).isEmpty();
    }

    private String cell(String column) {
        return row.getField(column);
    }

    private long number(String column) {
        try {
            return Long.parseLong(cell(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is no number: " + cell(column), e);
        }
    }
}
