package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Points for both sides of a referral with the friend's first order that qualifies. */
record Referring(long toReferrer, long toFriend, Period returnableFor) implements Tracked, Stated {
    /** The counter that says by whom a member was invited, in its terms. */
    static final String INVITED = "referral/invited";

    /** The counter that says whether it was rewarded. */
    static final String REWARDED = "referral/rewarded";

    /** The attribute that has the referrer's points. */
    static final String POINTS = "points";

    private static final int MOST_YEARS = 10;

    @Override
    public Told tell(Question question) {
        Counter invited = question.memory().counters().get(INVITED);
        if (invited == null || invited.terms().isEmpty()) {
            return Told.of(new Withheld(Reason.of("not-invited")), List.of());
        }
        if (question.memory().counted(REWARDED) > 0) {
            return Told.of(new Withheld(Reason.of("referral-rewarded")), List.of());
        }
        MemberId referrer = MemberId.of(invited.terms().get());
        Given given = Given.of(
                Kind.BONUS,
                BigDecimal.valueOf(toFriend),
                Optional.empty(),
                Reason.of("referred", Long.toString(toFriend)));
        return new Told(
                given,
                List.of(),
                Optional.empty(),
                Optional.of(new Earned.Referral(question.rule(), referrer, toReferrer, returnableFor)));
    }

    /** The referrer's side of a rule: an activity of a kind of its own, within the rule's limits. */
    static Optional<Prepared> referrersSide(String id, EarnRule rule) {
        if (!(rule.clauses().formula() instanceof Referring)) {
            return Optional.empty();
        }
        Formula share = occasion -> Contribution.award(occasion.number(POINTS));
        Clauses clauses = Clauses.of(share).within(rule.clauses().caps()).describedAs("a friend came");
        return Optional.of(new Prepared(id, clauses, Instant.MIN, Instant.MAX, Set.of(kind(id))));
    }

    /** The kind of activity that the referrer's side of a rule is booked as. */
    static String kind(String rule) {
        return "~referral/" + rule;
    }

    @Override
    public boolean limitsAreAnothers() {
        return true;
    }

    @Override
    public String describe() {
        return toReferrer + " points to who refers a friend, " + toFriend + " to the friend";
    }

    @Override
    public List<String> mistakes(Set<String> tiers) {
        if (toReferrer < 0 || toFriend < 0) {
            return List.of("less than 0 points");
        }
        if (toReferrer == 0 && toFriend == 0) {
            return List.of("nobody gets points");
        }
        return returnableFor.isNegative() || returnableFor.toTotalMonths() > MOST_YEARS * 12
                ? List.of("returnable for " + returnableFor)
                : List.of();
    }
}
