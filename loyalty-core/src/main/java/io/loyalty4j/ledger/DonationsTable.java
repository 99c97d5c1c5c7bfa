package io.loyalty4j.ledger;

import java.util.Locale;

/** A charity's months as lines for people; the words and digits are the same in every locale. */
final class DonationsTable {
    private static final String HEAD =
            "month    donations            given       taken back         paid out          balance\n";

    private DonationsTable() {}

    static String of(Donations donations) {
        StringBuilder table = new StringBuilder("Donations to " + donations.charity() + ", in points\n" + HEAD);
        donations
                .months()
                .forEach(month -> table.append(String.format(
                        Locale.ROOT,
                        "%s  %9d %16d %16d %16d %16d\n",
                        month.month(),
                        month.donations(),
                        month.given(),
                        month.takenBack(),
                        month.paidOut(),
                        month.balance())));
        return table.toString();
    }
}
