package io.loyalty4j.ledger;

import io.loyalty4j.shop.Order.Redemption;
import java.time.Instant;
import java.util.Optional;

/**
 * A reward that an order is to be paid with.
 *
 * @param points how many where the reward leaves the choice; zero for its own price
 * @param ticket the voucher whose code was typed for it; of a code that opens nothing, one of no reward, and over
 */
record Wanted(String reward, long points, Optional<Ticket> ticket) {
    static Wanted named(Redemption redemption) {
        return new Wanted(redemption.reward(), redemption.points(), Optional.empty());
    }

    static Wanted opened(Ticket ticket) {
        return new Wanted(ticket.reward(), 0, Optional.of(ticket));
    }

    static Wanted unknown(String hash) {
        return opened(new Ticket(Voucher.name("", Instant.EPOCH), Optional.of(hash)));
    }

    Optional<String> code() {
        return ticket.flatMap(Ticket::code);
    }

    /** What it takes if nothing is held for it; empty if it asks for no voucher, or there is none. */
    Optional<Ticket> ticket(Draft draft, Instant now) {
        return ticket.or(() -> Voucher.first(draft, reward, now));
    }

    /** Whether it is what was paid for, or held, with so many points. */
    boolean fits(String other, long paid) {
        return other.equals(reward) && (points == 0 || points == paid);
    }

    /** Whether that many points are enough for it. */
    boolean coveredBy(Paid paid) {
        return paid.reward().equals(reward) && points <= paid.points();
    }

    boolean heldBy(Hold hold) {
        return hold.reward().equals(reward)
                && hold.voucher().map(Ticket::parse).flatMap(Ticket::code).equals(code());
    }
}
