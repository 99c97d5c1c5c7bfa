package io.loyalty4j.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A reward that an order is to be paid with.
 *
 * @param ticket the voucher whose code was typed for it; of a code that opens nothing, one of no reward, and over
 */
record Wanted(String reward, Optional<Ticket> ticket) {
    static Wanted named(String reward) {
        return new Wanted(reward, Optional.empty());
    }

    static Wanted opened(Ticket ticket) {
        return new Wanted(ticket.reward(), Optional.of(ticket));
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

    boolean heldBy(Hold hold) {
        return hold.reward().equals(reward)
                && hold.voucher().map(Ticket::parse).flatMap(Ticket::code).equals(code());
    }
}
