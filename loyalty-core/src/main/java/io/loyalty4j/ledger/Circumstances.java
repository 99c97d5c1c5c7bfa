package io.loyalty4j.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What a pure decision cannot know by itself and is told.
 *
 * @param now what the clock says, in whole milliseconds
 * @param grants what budgets of all members grant, by their name; empty while it is only asked what would be wanted of them
 * @param chance a word that nobody can guess, from which draws follow
 * @param drawn what rules drew when it happened before, by rule; there the word decides nothing
 * @param referrer who is behind a referral
 * @param approver who approved what a person of the shop asks for
 * @param receiver the account that points are to go to, as it was a moment ago
 * @param codes how vouchers come to codes
 */
public record Circumstances(
        Instant now,
        Optional<Map<String, Long>> grants,
        String chance,
        Map<String, String> drawn,
        Optional<Referrer> referrer,
        Optional<String> approver,
        Optional<Account> receiver,
        Codes codes) {
    public Circumstances {
        now = now.truncatedTo(ChronoUnit.MILLIS);
        grants = grants.map(Map::copyOf);
        drawn = Map.copyOf(drawn);
    }

    public static Circumstances at(Instant now) {
        return new Circumstances(
                now, Optional.empty(), "", Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Codes.NONE);
    }

    /** With what budgets grant. Of those that are not named nothing was wanted: a decision that uses some is to be made anew, with a claim. */
    public Circumstances granting(Map<String, Long> budgets) {
        return new Circumstances(now, Optional.of(budgets), chance, drawn, referrer, approver, receiver, codes);
    }

    public Circumstances drawing(String word) {
        return new Circumstances(now, grants, word, drawn, referrer, approver, receiver, codes);
    }

    /** With what was drawn before. */
    public Circumstances redrawing(Map<String, String> prizes) {
        return new Circumstances(now, grants, chance, prizes, referrer, approver, receiver, codes);
    }

    public Circumstances referredBy(Optional<Referrer> someone) {
        return new Circumstances(now, grants, chance, drawn, someone, approver, receiver, codes);
    }

    public Circumstances approvedBy(Optional<String> somebody) {
        return new Circumstances(now, grants, chance, drawn, referrer, somebody, receiver, codes);
    }

    /** With the account that points are to go to. */
    public Circumstances goingTo(Account other) {
        return new Circumstances(now, grants, chance, drawn, referrer, approver, Optional.of(other), codes);
    }

    /** With a way for vouchers to come to codes. */
    public Circumstances coding(Codes how) {
        return new Circumstances(now, grants, chance, drawn, referrer, approver, receiver, how);
    }

    /** The same at another time. */
    public Circumstances asOf(Instant other) {
        return new Circumstances(other, grants, chance, drawn, referrer, approver, receiver, codes);
    }
}
