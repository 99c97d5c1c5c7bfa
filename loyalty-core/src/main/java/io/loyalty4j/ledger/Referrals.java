package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;

/** Books what concerns members who bring friends: tokens, the friend's coming, and the referrer's share of the friend's order. */
final class Referrals {
    static final String INVITED = EarnPlan.INVITED;
    static final String REWARDED = EarnPlan.REWARDED;

    private final Session session;

    Referrals(Session session) {
        this.session = session;
    }

    Decided decide(Referral referral) {
        Optional<Refusal> refusal = session.stranger().or(() -> blocked(referral));
        if (refusal.isPresent()) {
            return session.refused(refusal.get());
        }
        if (referral instanceof Referral.Invitation) {
            return invite();
        }
        if (referral instanceof Referral.Acceptance) {
            return accept();
        }
        return referral instanceof Referral.Reward reward
                ? reward(reward)
                : new Returning(session, referral.subject().orElseThrow()).cancel(1);
    }

    /** A frozen account takes the referrer's share, which is not of its member's doing; what comes back is booked on any. */
    private Optional<Refusal> blocked(Referral referral) {
        if (referral instanceof Referral.Withdrawal) {
            return Optional.empty();
        }
        return referral instanceof Referral.Reward ? session.over() : session.blocked();
    }

    private Decided invite() {
        Draft draft = session.draft();
        draft.change(new Change.TokenIssued(session.circumstances().chance()));
        session.book(draft, session.now(), Optional.empty(), List.of());
        return session.booked();
    }

    private Decided accept() {
        Optional<String> why = notAcceptable();
        if (why.isPresent()) {
            return session.refused(new Refusal.ReferralNotAccepted(why.get()));
        }
        Draft draft = session.draft();
        String referrer =
                session.circumstances().referrer().orElseThrow().member().value();
        draft.set(INVITED, new Counter(1, Optional.of(referrer), Optional.empty()));
        session.book(draft, session.now(), Optional.empty(), List.of());
        return session.booked();
    }

    private Optional<String> notAcceptable() {
        Optional<Referrer> referrer = session.circumstances().referrer();
        if (referrer.isEmpty()) {
            return Optional.of("nobody has this token");
        }
        if (referrer.get().member().reserved()) {
            return Optional.of(referrer.get().member().guest() ? "a guest brings nobody" : "a charity brings nobody");
        }
        Optional<String> person = session.state().profile().flatMap(Member::person);
        Account account = session.state().account();
        if (referrer.get().member().equals(session.member())
                || (person.isPresent() && person.equals(referrer.get().person()))) {
            return Optional.of("nobody brings themselves");
        }
        if (referrer.get().before().contains(session.member())) {
            return Optional.of("the member brought who is said to bring them");
        }
        if (account.counted(INVITED) > 0) {
            return Optional.of("the member has come through somebody already");
        }
        return account.counters().containsKey(Account.LAST_ORDER)
                ? Optional.of("the member has bought before")
                : Optional.empty();
    }

    /** The referrer's share is an activity of theirs, so that it has its rule's limits and can be undone. */
    private Decided reward(Referral.Reward reward) {
        Activity activity = Activity.of(reward.member(), EarnPlan.referrersSide(reward.rule()), reward.order())
                .with(EarnPlan.REFERRERS_POINTS, reward.points())
                .at(reward.at());
        return new Recording(session, activity, reward.subject().orElseThrow(), Optional.of(reward.usable())).book();
    }
}
