package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Vouchers that an order uses: an edit keeps those of the rewards that stay and gives the others back. Lives inside one decision. */
final class UsedVouchers {
    private final List<Ticket> before = new ArrayList<>();
    private final List<Ticket> used = new ArrayList<>();

    UsedVouchers(Optional<OrderPosition> order) {
        order.filter(known -> !known.whole())
                .flatMap(OrderPosition::terms)
                .map(Terms::counters)
                .ifPresent(counters -> new TreeMap<>(counters).forEach(this::add));
    }

    private void add(String counter, long by) {
        if (Ticket.is(counter)) {
            Stream.generate(() -> Ticket.parse(counter)).limit(-by).forEach(before::add);
        }
    }

    /** What the order has used for a code so far. */
    Optional<Ticket> by(String hash) {
        return first(ticket -> ticket.code().equals(Optional.of(hash)));
    }

    private Optional<Ticket> first(Predicate<Ticket> wanted) {
        return before.stream().filter(wanted).findFirst();
    }

    /** Of a reward named by its id those without a code stay first. */
    void keep(Wanted wanted) {
        wanted.code()
                .map(this::by)
                .orElseGet(() -> first(ticket ->
                                ticket.code().isEmpty() && ticket.reward().equals(wanted.reward()))
                        .or(() -> first(ticket -> ticket.reward().equals(wanted.reward()))))
                .ifPresent(ticket -> {
                    before.remove(ticket);
                    used.add(ticket);
                });
    }

    /** Gives back those that were not kept. */
    void giveBack(Draft draft, Instant now) {
        before.forEach(ticket -> ticket.giveBack(draft, now));
        before.clear();
    }

    void use(Ticket ticket, Draft draft, Instant now) {
        ticket.use(draft, now);
        used.add(ticket);
    }

    /** Changes of counters that are the order's. */
    Map<String, Long> changes() {
        Map<String, Long> changes = new HashMap<>();
        used.forEach(ticket -> changes.merge(ticket.text(), -1L, Math::addExact));
        return changes;
    }
}
