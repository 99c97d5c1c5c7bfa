package io.loyalty4j.ledger;

import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Adjustment.Direction;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import java.util.Optional;

/** What is booked on the account of a charity: what orders give it and take back, and what the shop pays it. Nothing else is, and members are given no donation. */
final class CharityGate {
    /** How the request ids of gifts begin, and so the ids of their lots. */
    static final String GIFTS = "donation/";

    private static final String WITHDRAWALS = "donation-withdrawn/";

    private CharityGate() {}

    static Optional<Refusal> refusal(MemberId member, Command command) {
        boolean donation = command instanceof Donation;
        boolean fits = member.charity() ? donation || pays(command) : !donation;
        return fits ? Optional.empty() : Optional.of(new Refusal.NotAMember(member));
    }

    private static boolean pays(Command command) {
        return command instanceof Adjustment.Reversal
                || (command instanceof Adjustment adjustment && adjustment.direction() == Direction.DEDUCT);
    }

    static boolean given(Posting posting) {
        return posting.header().requestId().startsWith(GIFTS);
    }

    static boolean takenBack(Posting posting) {
        return posting.header().requestId().startsWith(WITHDRAWALS);
    }
}
