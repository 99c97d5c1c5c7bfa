package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.Member;
import io.loyalty4j.tier.Present;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A look at a member.
 *
 * @param account as it is now, with all that fell due
 * @param profile empty if there is none
 */
record Look(Account account, Optional<Member> profile, Memory memory, Instant now) {
    /** Now in the program's calendar. */
    Present present() {
        return in(account.program().zone());
    }

    /** Now in the member's own calendar. */
    Present atHome() {
        return in(profile.flatMap(Member::zone).orElse(account.program().zone()));
    }

    private Present in(ZoneId zone) {
        LocalDate came = account.since().orElse(now).atZone(zone).toLocalDate();
        return new Present(now, zone, came);
    }

    Look remembering(Memory other) {
        return new Look(account, profile, other, now);
    }
}
