package io.loyalty4j.insight;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What points did, period by period, and what members have, as of an instant. What is asked again with the same instant is the same again, whatever was booked
 * since: all goes by the time of booking, which never goes back. The figures are those of the queries for bookkeepers that come with the tables. Run
 * housekeeping before the instant, or what lapsed by then is booked, and counts, after it. Immutable.
 *
 * <p>The instant must lie behind by more than the clocks of machines differ and a commit takes, or something may still be booked before it. Points that were sent
 * to a member and have not arrived are in nobody's balance: {@code runDue()} delivers them, and its report's {@code left} says whether any wait.
 *
 * @param per the length of a period, of the calendar
 * @param completeFrom the first day of which all postings were there; before it some were archived, and no period is told
 * @param periods by first day, those in which something was booked
 * @param closing what members have, less their debts
 * @param closingByRule the same by the rule that gave it, as periods have it; without rules of which nothing is left
 */
public record Finance(
        Window per,
        LocalDate completeFrom,
        SortedMap<LocalDate, AccountingPeriod> periods,
        long closing,
        SortedMap<String, Long> closingByRule,
        Ageing ageing) {
    /**
     * Checks that the balances of members are the sums of their lots, and of their rules.
     *
     * @throws IllegalArgumentException if they are not
     */
    public Finance {
        periods = Collections.unmodifiableSortedMap(new TreeMap<>(periods));
        closingByRule = Collections.unmodifiableSortedMap(new TreeMap<>(closingByRule));
        if (ageing.outstanding().total() - ageing.debt() != closing) {
            throw new IllegalArgumentException(ageing.outstanding() + " in lots and a debt of " + ageing.debt()
                    + " are not the " + closing + " points of the balances");
        }
        long rules = closingByRule.values().stream().reduce(0L, Math::addExact);
        Bounds.check(rules == closing, rules + " points of rules are not the " + closing + " of the balances");
    }

    /**
     * Reads a journal once, from its first posting on, holding the sums of each period and one member's lots and orders at a time, closed ones too, for points may come back to them. {@link Progress} shows how
     * far it is; to include what was archived, put a member's archived postings before the
     * others: {@code Stream.concat(store.archived().postings(member), store.postings(member))} of each member.
     *
     * @param postings all of one member together and in their order, members in any, as {@code store.postings()} gives them; the caller closes it
     * @param per DAY, WEEK, MONTH, QUARTER or YEAR
     * @param zone of the periods, the program's
     * @param until what was booked from then on is left out
     * @throws IllegalArgumentException if the window is not of the calendar, or a posting of a member does not follow the one before it
     * @throws IllegalStateException if the open lots of a member are told by archived postings only, or a member's postings are not together
     */
    public static Finance of(Stream<Posting> postings, Window per, ZoneId zone, Instant until) {
        if (!per.ofCalendar() || per.equals(Window.LIFETIME)) {
            throw new IllegalArgumentException("books are not closed per " + per.describe());
        }
        FinancePass pass = new FinancePass(per, zone, until);
        postings.sequential().forEachOrdered(pass::add);
        return pass.end();
    }

    /**
     * The period that a day lies in, also if nothing was booked in it.
     *
     * @throws IllegalStateException if postings of it were archived
     */
    public AccountingPeriod period(LocalDate day) {
        LocalDate first = per.startOf(day);
        if (first.isBefore(completeFrom)) {
            throw new IllegalStateException(
                    "postings before " + completeFrom + " were archived; what is asked needs them");
        }
        AccountingPeriod known = periods.get(first);
        if (known != null) {
            return known;
        }
        return AccountingPeriod.quiet(first, per.nextAfter(first), balancesBefore(first));
    }

    /** RFC 4180: a row for each of the periods, with its first day, opening and closing balance and the movements between them. */
    public String toCsv() {
        return PeriodsCsv.of(periods.values());
    }

    /** RFC 4180: a row for each of the periods and rules, with the same columns after the rule's id. */
    public String toCsvByRule() {
        return PeriodsCsv.byRule(periods.values());
    }

    private Balances balancesBefore(LocalDate first) {
        return periods.tailMap(first).values().stream()
                .findFirst()
                .map(AccountingPeriod::opening)
                .orElseGet(() -> new Balances(closing, closingByRule));
    }
}
