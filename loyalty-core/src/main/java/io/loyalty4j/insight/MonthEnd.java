package io.loyalty4j.insight;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Window;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What finance closes a month with. The same month asked again is the same again, whatever was booked since; what {@link Finance} says of instants and of points on
 * their way holds here too.
 *
 * @param currency of the program, which the worth of a point is in
 * @param period its roll-forward, by version and by rule
 * @param ageing what members had when it ended
 */
public record MonthEnd(YearMonth month, Currency currency, AccountingPeriod period, Ageing ageing) {
    /**
     * Checks that the lots are what the month closes with.
     *
     * @throws IllegalArgumentException if they are not
     */
    public MonthEnd {
        long lots = ageing.outstanding().total() - ageing.debt();
        long closing = period.rollForward().closing();
        Bounds.check(lots == closing, lots + " points in lots, less debts, are not the closing " + closing);
    }

    /**
     * Reads a journal once; memory is that of {@link Finance#of}. Run housekeeping before the month is over, or what lapsed in its last days is booked in the next.
     *
     * @param postings all of one member together and in their order, members in any, as {@code store.postings()} gives them; the caller closes it
     * @throws IllegalArgumentException if a posting of a member does not follow the one before it
     * @throws IllegalStateException if postings of the month were archived
     */
    public static MonthEnd of(LoyaltyProgram program, YearMonth month, Stream<Posting> postings) {
        ZoneId zone = program.zone();
        LocalDate first = month.atDay(1);
        LocalDate next = month.plusMonths(1).atDay(1);
        Finance finance =
                Finance.of(postings, Window.MONTH, zone, next.atStartOfDay(zone).toInstant());
        return new MonthEnd(month, program.currency(), finance.period(first), finance.ageing());
    }

    public long opening() {
        return period.rollForward().opening();
    }

    /** Given, but for adjustments and what came from other members. */
    public long issued() {
        return of(Movement.ISSUED);
    }

    /** Back from orders. */
    public long restored() {
        return of(Movement.RESTORED);
    }

    public long redeemed() {
        return of(Movement.REDEEMED);
    }

    public long expired() {
        return of(Movement.EXPIRED);
    }

    /** Taken back, but for adjustments. */
    public long revoked() {
        return of(Movement.REVOKED);
    }

    /** What people of the shop gave less what they took; may be below 0. */
    public long adjusted() {
        return period.rollForward().flows().adjusted();
    }

    /** Points of any kind that moved in the month. */
    public long of(Movement movement) {
        return period.rollForward().flows().of(movement);
    }

    public long closing() {
        return period.rollForward().closing();
    }

    /**
     * What the outstanding points are expected to cost.
     *
     * @param worthOfAPoint in the program's currency: {@code "0.02"}
     * @param expectedRedemption the share of them that will be asked for: {@code "0.85"}
     * @throws IllegalArgumentException if the worth is no amount of 0 or more, or the share is none from 0 to 1
     */
    public Money liability(String worthOfAPoint, String expectedRedemption) {
        return Liability.of(ageing.outstanding().total(), worth(worthOfAPoint), expectedRedemption)
                .amount();
    }

    /**
     * What the points are expected to cost that each rule gave in the month, less what was taken back of its points in it, of the same two; below 0 where that was
     * more, left out where it is nothing.
     */
    public SortedMap<String, Money> costByRule(String worthOfAPoint, String expectedRedemption) {
        return period.costByRule(worth(worthOfAPoint), Bounds.share(expectedRedemption));
    }

    private Money worth(String ofAPoint) {
        return Money.of(ofAPoint, currency.getCurrencyCode());
    }

    /** RFC 4180 with the columns figure, of, points: the roll-forward, points by rule, and what is outstanding by the month in which it lapses. */
    public String toCsv() {
        return MonthEndCsv.of(this);
    }
}
