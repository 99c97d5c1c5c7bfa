package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.tier.Present;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** How long a tier lasts that is reached now. */
final class Tenancy {
    private static final String FOR_LIFE = "9999-12-31";

    private Tenancy() {}

    /** Its last day as the member's ladder has it; far away for one that is kept for life, and for one that the program does not have. */
    static String lastDay(World world, MemberId member, String tier) {
        Account account = world.account(member);
        LocalDate since = account.since()
                .orElse(world.now())
                .atZone(world.setting().program().zone())
                .toLocalDate();
        Present present = new Present(world.now(), world.setting().program().zone(), since);
        Standing.Terms ladder = world.setting().program().ladder();
        return ladder.rungs().stream()
                .filter(rung -> rung.tier().equals(tier))
                .flatMap(rung -> Standing.under(ladder).counted(world.now(), rung.from(), present).spans().stream())
                .filter(span -> span.tier().equals(tier))
                .map(Standing.Span::until)
                .max(Comparator.naturalOrder())
                .filter(end -> end.isBefore(Instant.parse(FOR_LIFE + "T00:00:00Z")))
                .map(end -> present.dayOf(end.minusMillis(1)).toString())
                .orElse(FOR_LIFE);
    }
}
