package io.loyalty4j.ledger;

import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StaffCommand;
import io.loyalty4j.shop.Transfer;
import java.util.Optional;

/** An account that was given up for another of the same person: what begins anew is refused, what comes of earlier deeds is not. */
final class GivenUp {
    private GivenUp() {}

    static Optional<Refusal> refusal(Account account, Command command) {
        return begins(command)
                ? account.mergedInto().map(into -> new AccountRefusal.Merged(account.member(), into))
                : Optional.empty();
    }

    private static boolean begins(Command command) {
        return command instanceof Order
                || command instanceof Order.Reservation
                || command instanceof Activity
                || command instanceof Member
                || command instanceof Referral.Invitation
                || command instanceof Referral.Acceptance
                || command instanceof Transfer
                || command instanceof OpeningBalance
                || (command instanceof StaffCommand && !(command instanceof Adjustment.Reversal));
    }
}
