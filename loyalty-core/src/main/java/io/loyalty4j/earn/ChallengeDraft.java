package io.loyalty4j.earn;

import io.loyalty4j.earn.Goal.What;
import io.loyalty4j.shop.Window;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A challenge while it is being written. Immutable. */
record ChallengeDraft(List<Goal> goals, ChallengeSpan span) implements Challenge {
    static ChallengeDraft empty() {
        return new ChallengeDraft(List.of(), ChallengeSpan.EVER);
    }

    private ChallengeDraft with(What what, String kind, String target) {
        List<Goal> more = new ArrayList<>(goals);
        more.add(new Goal(what, kind, target));
        return new ChallengeDraft(List.copyOf(more), span);
    }

    @Override
    public Challenge orders(int times) {
        return with(What.ORDERS, "", Integer.toString(times));
    }

    @Override
    public Challenge activity(String kind, int times) {
        return with(What.ACTIVITY, kind, Integer.toString(times));
    }

    @Override
    public Challenge earning(long points) {
        return with(What.EARNING, "", Long.toString(points));
    }

    @Override
    public Challenge spending(String amount) {
        return with(What.SPENDING, "", amount);
    }

    @Override
    public Challenge within(Period time) {
        return new ChallengeDraft(goals, new ChallengeSpan(Optional.of(time), span.sinceEnrolment(), span.per()));
    }

    @Override
    public Challenge sinceEnrolment() {
        return new ChallengeDraft(goals, new ChallengeSpan(span.within(), true, span.per()));
    }

    @Override
    public Challenge per(Window window) {
        return new ChallengeDraft(goals, new ChallengeSpan(span.within(), span.sinceEnrolment(), Optional.of(window)));
    }

    @Override
    public EarnRule givingPoints(long points) {
        return EarnRules.rule(new Challenging(goals, span, points, Optional.empty()));
    }

    @Override
    public EarnRule givingReward(String reward) {
        return EarnRules.rule(new Challenging(goals, span, 1, Optional.of(reward)));
    }
}
