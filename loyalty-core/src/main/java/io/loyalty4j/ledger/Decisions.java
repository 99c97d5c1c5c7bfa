package io.loyalty4j.ledger;

import io.loyalty4j.earn.Heard;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.StaffCommand;
import io.loyalty4j.shop.Transfer;

/** The pure functions of the ledger: same arguments, same answer, on any machine. */
public final class Decisions {
    private Decisions() {}

    /**
     * What a command comes to: TIME*, ADOPT?, COMMAND, DEFERRED*, TIME*, or a refusal that books nothing at all, not even what fell due.
     *
     * @param state the member's account, with the position of the order that the command names and the lots of its stakes
     */
    public static Decided decide(LoyaltyProgram program, State state, Command command, Circumstances circumstances) {
        Session session = new Session(program, state, circumstances, command);
        return session.begin()
                .or(session::givenUp)
                .or(() -> CharityGate.refusal(session.member(), command))
                .<Decided>map(Decided.Refuse::new)
                .orElseGet(() -> dispatch(session, command));
    }

    private static Decided dispatch(Session session, Command command) {
        if (command instanceof Order order) {
            return GuestOrder.claimedTooLate(session, order)
                    .<Decided>map(Decided.Refuse::new)
                    .orElseGet(() -> new Purchasing(session, order).decide());
        }
        if (command instanceof Order.Reservation reservation) {
            return new Reserving(session, reservation.order()).decide();
        }
        if (command instanceof Order.Cancellation cancellation) {
            return new Returning(session, cancellation.order()).cancel(cancellation.revision());
        }
        if (command instanceof Order.Fulfilment fulfilment) {
            return new Fulfilling(session, fulfilment).decide();
        }
        if (command instanceof Refund refund) {
            return new Returning(session, refund.order()).refund(refund);
        }
        if (command instanceof Activity activity) {
            return new Recording(session, activity).decide();
        }
        if (command instanceof Activity.Retraction retraction) {
            return new Returning(session, retraction.subject().orElseThrow()).cancel(1);
        }
        if (command instanceof Referral referral) {
            return new Referrals(session).decide(referral);
        }
        if (command instanceof Donation donation) {
            return new Charity(session, donation).decide();
        }
        if (command instanceof OpeningBalance opening) {
            return new Opening(session, opening).decide();
        }
        if (command instanceof StaffCommand staff) {
            return new Desk(session, staff).decide();
        }
        if (command instanceof Transfer transfer) {
            return new Transferring(session).send(transfer);
        }
        if (command instanceof Transfer.Delivery delivery) {
            return new Arriving(session, delivery).decide();
        }
        if (command instanceof Transfer.Bounce bounce) {
            return new TransferBack(session).decide(bounce);
        }
        if (command instanceof Merge.Inheritance inheritance) {
            return new Inheriting(session, inheritance).decide();
        }
        return new Enrolling(session, (Member) command).decide();
    }

    /** What an order would earn, what it could redeem, and why not; nothing comes of it. */
    public static Quote quote(LoyaltyProgram program, State state, Order order, Circumstances circumstances) {
        return new Quoting(program, state, order, circumstances).quote();
    }

    /** Why rules give nothing to a command, and what is near; empty of commands that earn nothing. */
    public static Heard heard(LoyaltyProgram program, State state, Command command, Circumstances circumstances) {
        if (command instanceof Order order) {
            Quote quote = quote(program, state, order, circumstances);
            return new Heard(quote.silent(), quote.hints());
        }
        if (command instanceof Activity activity) {
            Session session = new Session(program, state, circumstances, command);
            return session.begin()
                    .map(untimely -> Heard.NOTHING)
                    .orElseGet(() -> new Recording(session, activity).heard());
        }
        return Heard.NOTHING;
    }

    /** An account as it is at an instant: advanced, and with the program's tiers; nothing comes of it. */
    public static Account view(LoyaltyProgram program, Account account, Circumstances circumstances) {
        Session session = new Session(program, State.of(account), circumstances, Member.of(account.member()));
        if (session.begin().isPresent()) {
            session.advance(session.now());
        }
        return session.account().at(circumstances.now());
    }

    /** What fell due until an instant, adoption of the program included. */
    public static Decided due(LoyaltyProgram program, State state, Circumstances circumstances) {
        Session session = new Session(
                program, state, circumstances, Member.of(state.account().member()));
        return session.begin().<Decided>map(Decided.Refuse::new).orElseGet(session::booked);
    }
}
