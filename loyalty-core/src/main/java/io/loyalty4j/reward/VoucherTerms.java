package io.loyalty4j.reward;

import java.math.BigDecimal;

/**
 * What a voucher is good for, fixed when it is given: whatever the program says of the reward later, or if it has it no more.
 *
 * @param points that it takes besides
 */
public record VoucherTerms(long points, Benefit benefit) {
    private static final int PARTS = 5;

    /** As an account keeps it. */
    public String text() {
        return points + " " + benefit.kind() + " " + benefit.amount().toPlainString() + " " + benefit.percent() + " "
                + benefit.what();
    }

    /** Reads what {@link #text()} says. */
    public static VoucherTerms parse(String text) {
        String[] parts = text.split(" ", PARTS);
        Benefit benefit = new Benefit(
                Benefit.Kind.valueOf(parts[1]), new BigDecimal(parts[2]), Integer.parseInt(parts[3]), parts[4]);
        return new VoucherTerms(Long.parseLong(parts[0]), benefit);
    }
}
