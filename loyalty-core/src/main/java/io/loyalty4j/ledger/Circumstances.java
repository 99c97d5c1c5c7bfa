package io.loyalty4j.ledger;

import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a pure decision cannot know by itself and is told.
 *
 * @param now what the clock says, in whole milliseconds
 * @param grants what budgets of all members grant, by their name; empty while it is only asked what would be wanted of them
 * @param chance a word that nobody can guess, from which draws follow
 * @param referrer who is behind a referral
 * @param receiver the account that points are to go to, as it was a moment ago
 */
public record Circumstances(
        Instant now,
        Optional<Map<String, Long>> grants,
        String chance,
        Optional<Referrer> referrer,
        Optional<Account> receiver) {
    public Circumstances {
        now = now.truncatedTo(ChronoUnit.MILLIS);
        grants = grants.map(Map::copyOf);
    }

    public static Circumstances at(Instant now) {
        return new Circumstances(now, Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    /** With what budgets grant. Of those that are not named nothing was wanted: a decision that uses some is to be made anew, with a claim. */
    public Circumstances granting(Map<String, Long> budgets) {
        return new Circumstances(now, Optional.of(budgets), chance, referrer, receiver);
    }

    public Circumstances drawing(String word) {
        return new Circumstances(now, grants, word, referrer, receiver);
    }

    public Circumstances referredBy(Optional<Referrer> someone) {
        return new Circumstances(now, grants, chance, someone, receiver);
    }

    /** With the account that points are to go to. */
    public Circumstances goingTo(Account other) {
        return new Circumstances(now, grants, chance, referrer, Optional.of(other));
    }

    /** The same at another time. */
    public Circumstances asOf(Instant other) {
        return new Circumstances(other, grants, chance, referrer, receiver);
    }

    /**
     * Who brought a friend.
     *
     * @param person behind the member, if the shop said
     * @param before who brought the referrer, and who brought those, and so on
     */
    public record Referrer(MemberId member, Optional<String> person, Set<MemberId> before) {
        public Referrer {
            before = Set.copyOf(before);
        }
    }
}
