package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.HELD;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether an account's points can be, of itself and without its journal: cheap enough for every decision. */
final class AccountCheck {
    private AccountCheck() {}

    /** What of its points cannot be, in words: of an open lot, of what holds hold, of a debt beside points. Empty if all is well. */
    static Optional<String> of(Account account) {
        long available = 0;
        long held = 0;
        for (Lot lot : account.lots()) {
            Optional<String> wrong = lot.imbalance();
            if (wrong.isPresent()) {
                return wrong;
            }
            if (lot.remaining() == 0) {
                return Optional.of("the lot " + lot.id() + " is open and has nothing left");
            }
            available += lot.in(AVAILABLE);
            held += lot.in(HELD);
        }
        if (account.debt() < 0 || (account.debt() > 0 && available > 0)) {
            return Optional.of("a debt of " + account.debt() + " stands beside " + available + " available points");
        }
        return held == 0 && account.holds().isEmpty() ? Optional.empty() : holds(account, held);
    }

    /** What holds hold of each lot is what the lot has held. */
    private static Optional<String> holds(Account account, long held) {
        Map<String, Long> parts = new HashMap<>();
        long sum = 0;
        for (Hold hold : account.holds()) {
            for (Hold.Part part : hold.parts()) {
                if (part.points() <= 0) {
                    return Optional.of("the hold " + hold.id() + " holds " + part.points() + " of " + part.lot());
                }
                parts.merge(part.lot(), part.points(), Long::sum);
                sum += part.points();
            }
        }
        for (Lot lot : account.lots()) {
            long own = parts.getOrDefault(lot.id(), 0L);
            if (own != lot.in(HELD)) {
                return Optional.of(
                        "holds have " + own + " of the lot " + lot.id() + ", which has " + lot.in(HELD) + " held");
            }
        }
        return sum == held
                ? Optional.empty()
                : Optional.of("holds have " + sum + " points, the open lots have " + held + " held");
    }
}
