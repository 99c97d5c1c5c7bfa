package io.loyalty4j.earn;

import java.time.Period;

/**
 * Points for both sides of a referral, given with the friend's first order that meets the rule's conditions; they become usable when that order can no more
 * come back, and go with it. Limits of the rule are the referrer's: {@code atMostTimes(10).per(YEAR)} rewards ten friends a year.
 */
public final class ReferralRule extends EarnRule {
    private final Referring terms;

    private ReferralRule(Referring terms) {
        super(Clauses.of(terms));
        this.terms = terms;
    }

    static ReferralRule nothingYet() {
        return new ReferralRule(new Referring(0, 0, Period.ZERO));
    }

    public ReferralRule toReferrer(long points) {
        return new ReferralRule(new Referring(points, terms.toFriend(), terms.returnableFor()));
    }

    public ReferralRule toFriend(long points) {
        return new ReferralRule(new Referring(terms.toReferrer(), points, terms.returnableFor()));
    }

    /** So long after the friend's order its goods can come back; until then nobody can use the points. Stands before the clauses that all rules have. */
    public ReferralRule returnableFor(Period window) {
        return new ReferralRule(new Referring(terms.toReferrer(), terms.toFriend(), window));
    }
}
