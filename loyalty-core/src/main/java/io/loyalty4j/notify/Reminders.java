package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Occasions;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Member;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Computes what members are to be reminded of. Pure: the same arguments, the same answer. A condition that does not hold when its moment falls due is asked
 * again at the beginning of each day, and whenever something happens to the member.
 *
 * @param moments of the program, by id
 * @param holds whether the member meets the condition of a moment now, by its id; it is not asked of moments after orders, which were asked when the order was
 *     read
 * @param stands whether something of an order is left
 */
record Reminders(SortedMap<String, Moment> moments, Predicate<String> holds, Predicate<String> stands) {
    /** For one look. */
    static Reminders of(LoyaltyProgram program, Look look, Predicate<String> stands) {
        return new Reminders(
                program.moments(),
                id -> Asking.holds(
                        id,
                        Objects.requireNonNull(program.moments().get(id)),
                        () -> Occasions.of(program, look.account(), id, look.profile(), look.now())),
                stands);
    }

    /** What is to be told now. Nothing is told to an account that is not open; what fell due meanwhile is told if it opens in time. */
    Due at(Look look) {
        Account account = look.account();
        if (account.status() != Account.Status.OPEN || account.member().reserved()) {
            return new Due(List.of(), Optional.empty(), look.memory());
        }
        Look seen = look.remembering(seen(look));
        Weighing weighing = new Weighing(seen, holds);
        moments.forEach(weighing::add);
        KeptTier.of(seen).ifPresent(weighing::add);
        return weighing.due();
    }

    private Memory seen(Look look) {
        Instant now = look.now();
        return look.memory()
                .knowing(look.profile().flatMap(Member::birthday), look.account(), now)
                .dropping(plan -> !plan.due().isAfter(now) && (!plan.over().isAfter(now) || !stands.test(plan.order())))
                .forgetting(moments.keySet(), now);
    }
}
