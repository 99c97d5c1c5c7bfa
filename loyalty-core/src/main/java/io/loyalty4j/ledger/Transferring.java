package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.TRANSFERRED;

import io.loyalty4j.earn.Count;
import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sender's side of a transfer: points leave the lots that pay first, and a message carries them. A position remembers the lots, so that what cannot be
 * taken comes back into the very same.
 */
final class Transferring {
    private final Session session;
    private final LoyaltyProgram program;
    private final Draft draft;

    Transferring(Session session) {
        this.session = session;
        this.program = session.program();
        this.draft = session.draft();
    }

    Decided send(Transfer transfer) {
        Optional<Transfers> allowed = program.transfers();
        Optional<Refusal> refusal = allowed.isEmpty()
                ? Optional.of(new AccountRefusal.TransferNotAccepted("the program has no transfers between members"))
                : TransferParties.sender(session)
                        .or(() -> TransferParties.receiver(
                                program, transfer.to(), session.circumstances().receiver()))
                        .or(() -> tooMuch(transfer.points(), allowed.get()));
        return refusal.isPresent() ? session.refused(refusal.get()) : book(transfer, allowed.get());
    }

    private Optional<Refusal> tooMuch(long points, Transfers allowed) {
        long sent = draft.counted(count(points, allowed).name());
        if (points > allowed.points() - sent) {
            return Optional.of(new Refusal.LimitReached(
                    "points sent per " + allowed.window().describe(), allowed.points()));
        }
        long there =
                sendable(allowed).stream().mapToLong(lot -> lot.in(AVAILABLE)).sum();
        if (points <= there) {
            return Optional.empty();
        }
        return Optional.of(
                points > draft.available()
                        ? new Refusal.InsufficientPoints("a transfer", points, draft.available())
                        : new AccountRefusal.TransferNotAccepted(there + " points can be sent now, the others "
                                + allowed.days() + " days after they were given"));
    }

    private Count count(long points, Transfers allowed) {
        return allowed.count(points, session.now(), program.zone());
    }

    private List<Lot> sendable(Transfers allowed) {
        return draft.paying(program.policy(PayingOrder.class)).stream()
                .filter(lot ->
                        !allowed.from(lot.terms().opened(), program.zone()).isAfter(session.now()))
                .toList();
    }

    private Decided book(Transfer transfer, Transfers allowed) {
        List<Stake> stakes = new ArrayList<>();
        Parcel parcel = new Parcel();
        long left = transfer.points();
        for (Lot lot : sendable(allowed)) {
            long points = Math.min(left, lot.in(AVAILABLE));
            if (points > 0) {
                draft.move(lot.id(), AVAILABLE, TRANSFERRED, points);
                stakes.add(new Stake(lot.id(), false, points, 0));
                parcel.add(points, draft.lapse(lot), lot.terms().redated());
                left -= points;
            }
        }
        Count count = count(transfer.points(), allowed);
        draft.count(count, session.now());
        draft.change(new Change.OrderSet(sent(transfer, stakes, count)));
        draft.change(new Change.Sent(
                new Transfer.Delivery(transfer.to(), transfer.member(), transfer.id(), parcel.parts(), session.now())));
        session.book(draft, session.now(), Optional.empty(), List.of());
        return session.booked();
    }

    private Delta sent(Transfer transfer, List<Stake> stakes, Count count) {
        return OrderPosition.of(session.member(), transfer.subject().orElseThrow())
                .to(State.PURCHASED)
                .revision(1)
                .occurredAt(session.now())
                .terms(Promise.ofNothing(program, Map.of(count.name(), count.by())))
                .stakes(stakes)
                .delta();
    }
}
