package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Money;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a posting changed that its entries cannot say. Applying one copies, it never computes. */
public sealed interface Change {
    /** A new lot, still empty; the entries fill it. */
    record LotOpened(String lot, LotTerms terms) implements Change {}

    /** A lot that had nothing left and is moved again by this posting, as it was before. */
    record LotReopened(Lot before) implements Change {}

    /** Grace after a return, or a later end that people of the shop gave. */
    record LotRedated(String lot, LotTerms terms) implements Change {}

    /** Other terms for a lot: its goods were handed over, what comes back to it lapses sooner, or a charity was given more points. */
    record LotRetimed(String lot, LotTerms terms) implements Change {}

    /** A hold as it now is. */
    record HoldSet(Hold hold) implements Change {}

    /** The hold is over; its piece, if it had one, was bought or is there for others again. */
    record HoldClosed(String hold, Optional<Piece> piece) implements Change {}

    record StandingSet(Map<LocalDate, BigDecimal> amounts, List<Standing.Span> spans, Instant settled)
            implements Change {}

    /**
     * A tier that people of the shop gave.
     *
     * @param grant its name in the standing
     */
    record TierGranted(String grant, String tier, Optional<LocalDate> lastDay) implements Change {}

    /** What was given by that name ends. */
    record TierWithdrawn(String grant) implements Change {}

    record CounterSet(String name, Counter counter) implements Change {}

    /** The member was active; nothing lapses for inactivity before. */
    record ActiveUntil(Instant idleAt) implements Change {}

    /** An order's position moved on. */
    record OrderSet(OrderPosition.Delta delta) implements Change {}

    /** A reward taken off an order, or in a reservation what it would take off. */
    record RewardApplied(
            String reward, long points, Money worth, Map<String, BigDecimal> discountOfLines, Benefit benefit)
            implements Change {}

    /** A piece of what all members share was bought, or set aside; there are so many in all. */
    record PieceTaken(Piece piece, long pieces) implements Change {}

    /** What of a budget of all members was used; it is limited to so much in all. */
    record Granted(String budget, long used, long limit) implements Change {}

    /** What chance has drawn for a rule; {@code nothing} too. */
    record Drawn(String rule, String prize) implements Change {}

    /**
     * A voucher that was given, with a code.
     *
     * @param hash of the code, SHA-256 in hexadecimal digits
     * @param n the code's number among those of the posting, from 0
     * @param until the first instant at which it is over
     */
    record VoucherIssued(String reward, String hash, int n, Instant until) implements Change {}

    /** A member's token for bringing friends. */
    record TokenIssued(String token) implements Change {}

    /** Something that concerns another member's account, and is booked there by a posting of its own. */
    record Sent(Command command) implements Change {}

    record ProgramAdopted(Account.ProgramTerms program, Standing.Terms ladder) implements Change {}

    record StatusSet(Account.Status status) implements Change {}

    /**
     * What there was before this posting, all of it; it changes nothing.
     *
     * @param totals points that were ever in each bucket by all postings, zeros left out
     * @param orders names of those that have a position, which are not told again
     */
    record Restated(Account account, Map<Bucket, Long> totals, List<String> orders) implements Change {
        public Restated {
            totals = Map.copyOf(totals);
            orders = List.copyOf(orders);
        }
    }
}
