package io.loyalty4j.ledger;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a charity was given, in points, month by month of the program's zone. A donation belongs to the month in which it was booked on the charity's account, so
 * that a month that is over never changes; each begins with the balance at which the last one ended.
 *
 * @param charity its code
 * @param months from that of the first donation to that of the last booking, without gaps; empty if there was none
 */
public record Donations(String charity, List<Month> months) {
    public Donations {
        months = List.copyOf(months);
    }

    /** What the journal of a charity's account tells; it is read whole. */
    public static Donations of(String charity, Journal journal) {
        List<Month> months = new ArrayList<>();
        for (Posting posting : journal.whole()) {
            if (!posting.entries().isEmpty()) {
                add(months, posting, journal.zone());
            }
        }
        return new Donations(charity, months);
    }

    private static void add(List<Month> months, Posting posting, ZoneId zone) {
        YearMonth month = YearMonth.from(posting.header().recordedAt().atZone(zone));
        if (months.isEmpty()) {
            months.add(new Month(month, 0, 0, 0, 0, 0));
        }
        while (last(months).month().isBefore(month)) {
            months.add(last(months).next());
        }
        months.set(months.size() - 1, last(months).plus(posting));
    }

    private static Month last(List<Month> months) {
        return months.get(months.size() - 1);
    }

    /** What the charity has and was not paid yet; less than 0 where more was paid out than stands. */
    public long balance() {
        return months.isEmpty() ? 0 : last(months).balance();
    }

    /**
     * One month of them; empty where nothing was booked before its end, or nothing since it began.
     *
     * @param month {@code 2026-11}
     * @throws java.time.format.DateTimeParseException if it is none
     */
    public Optional<Month> month(String month) {
        YearMonth asked = YearMonth.parse(month);
        return months.stream().filter(each -> each.month().equals(asked)).findFirst();
    }

    /** A table for people: a line for each month. */
    @Override
    public String toString() {
        return DonationsTable.of(this);
    }

    /**
     * A month: given less taken back less paid out is by how much the balance grew.
     *
     * @param given points of donations
     * @param takenBack points of donations of this or an earlier month that went back to members
     * @param paidOut points that the shop has paid for, less those of payouts that were undone
     * @param balance at its end; less than 0 where donations came back that had been paid out
     * @param donations how many gave; those that were taken back later are not left out
     */
    public record Month(YearMonth month, long given, long takenBack, long paidOut, long balance, long donations) {
        private Month next() {
            return new Month(month.plusMonths(1), 0, 0, 0, balance, 0);
        }

        private Month plus(Posting posting) {
            long issued = LotAudit.issued(posting);
            long revoked = new Receipt(posting).revoked();
            long end = posting.after().available() - posting.after().debt();
            if (CharityGate.given(posting)) {
                return new Month(month, given + issued, takenBack, paidOut, end, donations + 1);
            }
            return CharityGate.takenBack(posting)
                    ? new Month(month, given, takenBack + revoked, paidOut, end, donations)
                    : new Month(month, given, takenBack, paidOut + revoked - issued, end, donations);
        }
    }
}
