package io.loyalty4j.ledger;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What a reward asks before it is given: that it is offered, that its conditions hold, that the member can afford it. */
final class Gates {
    private static final int MOST_HOLDS = 100;

    private final LoyaltyProgram program;
    private final Pricing pricing;
    private final Occasion occasion;
    private final Instant now;

    /** For an order at its price before rewards. */
    Gates(LoyaltyProgram program, Pricing pricing, Occasion occasion, Instant now) {
        this.program = program;
        this.pricing = pricing;
        this.occasion = occasion;
        this.now = now;
    }

    /** Whether the program has it now. */
    Optional<Refusal> offered(String id) {
        Reward reward = program.rewards().get(id);
        return reward == null ? unknown(id) : reward.refusalAt(id, now, program.zone());
    }

    boolean needsVoucher(String id) {
        Reward reward = program.rewards().get(id);
        return reward != null && reward.voucher().isPresent();
    }

    /** Whether the member has been given one, if it takes that; those that orders hold are not there for others. */
    Optional<Refusal> voucher(String id, Draft draft) {
        return needsVoucher(id) && Voucher.first(draft, id, now).isEmpty()
                ? Optional.of(new Refusal.RewardNotOffered(id, "it takes a voucher, and there is none"))
                : Optional.empty();
    }

    /** Whether what the order is paid with still fits it. */
    Optional<Refusal> kept(Paid paid) {
        return pricing.otherMoneyThan(paid.reward())
                .or(() -> Optional.ofNullable(program.rewards().get(paid.reward()))
                        .flatMap(reward -> reward.refusalForHeld(paid.reward(), occasion)))
                .or(() -> pricing.tooSmallFor(paid.reward(), paid.worth()));
    }

    /** Whether what is held for the order still fits it; what the program or the calendar have done since is no matter. */
    Optional<Refusal> held(Hold hold) {
        return kept(new Paid(hold.reward(), hold.points(), hold.worth()));
    }

    /** Whether it is for such an order, and not larger than what is left to pay. */
    Optional<Refusal> conditions(String id) {
        Reward reward = program.rewards().get(id);
        return reward == null
                ? unknown(id)
                : pricing.otherMoneyThan(id)
                        .or(() -> reward.refusalFor(id, occasion))
                        .or(() -> pricing.tooSmallFor(id, reward.worth()));
    }

    /** Whether what the draft has available pays for it. */
    Optional<Refusal> affordable(String id, Draft draft) {
        if (draft.holds().size() >= MOST_HOLDS) {
            return Optional.of(new Refusal.LimitReached("holds", MOST_HOLDS));
        }
        long points = passed(id).points();
        return points <= draft.available()
                ? Optional.empty()
                : Optional.of(new Refusal.InsufficientPoints(id, points, draft.available()));
    }

    private static Optional<Refusal> unknown(String id) {
        return Optional.of(new Refusal.RewardNotOffered(id, "the program has no such reward"));
    }

    /** A reward that has passed. */
    Reward passed(String id) {
        Reward reward = program.rewards().get(id);
        if (reward == null) {
            throw new IllegalStateException("the unknown reward " + id + " has not passed any gate");
        }
        return reward;
    }
}
