package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Computes what members are to be reminded of. Pure: the same arguments, the same answer. A condition that does not hold when its moment falls due is asked
 * again at the beginning of each day, and whenever something happens to the member.
 *
 * @param moments of the program, by id
 * @param holds whether the member meets a moment's condition now; it is not asked of moments after orders, which were asked when the order was read
 * @param stands whether something of an order is left
 */
record Reminders(SortedMap<String, Moment> moments, Predicate<Moment> holds, Predicate<String> stands) {
    /**
     * What is to be told now. Nothing is told to an account that is not open; what fell due meanwhile is told if it opens in time.
     *
     * @param account as it is now, with all that fell due
     */
    Due at(Account account, Optional<Member> profile, Memory memory, Instant now) {
        if (account.status() != Account.Status.OPEN || account.member().reserved()) {
            return new Due(List.of(), Optional.empty(), memory);
        }
        Look look = new Look(account, profile, seen(account, profile, memory, now), now);
        Weighing weighing = new Weighing(look, holds);
        moments.forEach(weighing::add);
        KeptTier.of(look).ifPresent(weighing::add);
        return weighing.due();
    }

    private Memory seen(Account account, Optional<Member> profile, Memory memory, Instant now) {
        return memory.knowing(profile.flatMap(Member::birthday), account, now)
                .dropping(plan -> !plan.due().isAfter(now)
                        && (!plan.over().isAfter(now) || !stands.test(plan.order())))
                .forgetting(moments.keySet(), now);
    }
}
