package io.loyalty4j.insight;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import java.util.Set;

/** Who gives or takes the points that a posting issues or revokes. */
enum Giver {
    /** The rules of the program, and what an account brought along. */
    PROGRAM,
    /** People of the shop: an adjustment, or the reversal of one, also where it came first. */
    PEOPLE,
    /** Another member, whose own went for it: sent, donated, or left with an account that was given up. */
    MEMBER;

    private static final String ADJUSTMENT = "~adjust/";
    private static final Set<String> FROM_MEMBERS = Set.of("~transfer", "~merge", "~donation");

    static Giver of(Posting posting) {
        if (posting.changes(Change.OrderSet.class)
                .anyMatch(set -> set.delta().order().startsWith(ADJUSTMENT))) {
            return PEOPLE;
        }
        return posting.awards().stream().anyMatch(award -> FROM_MEMBERS.contains(award.rule())) ? MEMBER : PROGRAM;
    }
}
