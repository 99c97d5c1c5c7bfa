package io.loyalty4j.ledger;

import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The codes that were typed for an order: what they open, and whether they are good. Whatever is wrong with one, the way to the answer is the same. */
final class TypedCodes {
    private final Session session;
    private final Draft draft;
    private final Order order;
    private final UsedVouchers used;

    TypedCodes(Session session, Draft draft, Order order, UsedVouchers used) {
        this.session = session;
        this.draft = draft;
        this.order = order;
        this.used = used;
    }

    /** A reward for each. */
    List<Wanted> wanted() {
        return order.vouchers().stream().map(this::opened).toList();
    }

    private Wanted opened(String hash) {
        return used.by(hash)
                .or(() -> held(hash))
                .or(() -> CodeCounter.voucher(draft.counters(), hash)
                        .map(voucher -> new Ticket(voucher, Optional.of(hash))))
                .map(Wanted::opened)
                .orElseGet(() -> Wanted.unknown(hash));
    }

    private Optional<Ticket> held(String hash) {
        return draft.holds().stream()
                .filter(hold -> hold.order().equals(order.id()))
                .flatMap(hold -> hold.voucher().stream())
                .map(Ticket::parse)
                .filter(ticket -> ticket.code().equals(Optional.of(hash)))
                .findFirst();
    }

    /** Why those that the order neither holds nor is paid with are not taken: all are looked at before any is refused. */
    Optional<Refusal> refusal(Stream<Wanted> some) {
        long wrong = some.filter(wanted -> wanted.code().isPresent())
                .flatMap(wanted -> wanted.ticket().stream())
                .filter(ticket -> !good(ticket))
                .count();
        return wrong == 0 ? Optional.empty() : Optional.of(new RewardRefusal.VoucherNotAccepted());
    }

    private boolean good(Ticket ticket) {
        boolean unused = ticket.code().stream().allMatch(hash -> draft.counted(CodeCounter.name(hash)) > 0);
        boolean free = Voucher.free(draft, ticket.voucher(), session.now());
        boolean reserved = draft.holds().stream()
                .flatMap(hold -> hold.voucher().stream())
                .anyMatch(held -> Ticket.parse(held).code().equals(ticket.code()));
        return unused && free && !reserved && !session.circumstances().codes().refused();
    }
}
