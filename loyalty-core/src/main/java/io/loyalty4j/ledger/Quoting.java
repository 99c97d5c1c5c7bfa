package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.earn.Hint;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a quote by going through the purchase, and booking nothing. */
final class Quoting {
    private final LoyaltyProgram program;
    private final State state;
    private final Order order;
    private final Circumstances circumstances;

    Quoting(LoyaltyProgram program, State state, Order order, Circumstances circumstances) {
        this.program = program;
        this.state = state;
        this.order = order;
        this.circumstances = circumstances;
    }

    Quote quote() {
        Session session = new Session(program, state, circumstances, order);
        Optional<Refusal> untimely = session.begin();
        Purchasing purchasing = new Purchasing(session, order);
        Optional<Refusal> refusal = untimely.or(purchasing::refusal).or(purchasing.redeeming()::capture);
        return quote(
                refusal.isEmpty() ? purchasing : new Purchasing(session, order.withoutRewards()), session, refusal);
    }

    private Quote quote(Purchasing purchasing, Session session, Optional<Refusal> refusal) {
        Earned earned = purchasing.ask();
        Optional<List<Award>> countable = purchasing.awards(earned);
        List<Award> awards = countable.orElse(List.of());
        Pricing pricing = purchasing.pricing();
        TierStatus tier = purchasing.standing().at(session.now(), program.zone());
        BigDecimal discount = pricing.rewards().stream()
                .map(applied -> applied.worth().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Quote(
                order,
                awards,
                earned.silencesAfter(awards),
                hints(earned, tier),
                offers(session),
                pricing.rewards(),
                new Money(discount, program.currency()),
                pricing.toPay(),
                tier,
                countable.isPresent() ? refusal : refusal.or(() -> Optional.of(Issue.limit())));
    }

    private List<Hint> hints(Earned earned, TierStatus tier) {
        List<Hint> hints = new ArrayList<>(earned.hints());
        tier.next()
                .ifPresent(next ->
                        hints.add(new Hint(next.tier(), new Money(next.missing(), program.currency()), next.tier())));
        return hints;
    }

    /** What could be redeemed with the order if it redeemed nothing else. */
    private List<RewardOffer> offers(Session session) {
        Redeeming offering = new Purchasing(session, order.withoutRewards()).redeeming();
        offering.releaseAll();
        return program.rewards().entrySet().stream()
                .map(reward -> new RewardOffer(
                        reward.getKey(),
                        reward.getValue().describe(),
                        reward.getValue().points(),
                        new Money(reward.getValue().worth(), program.currency()),
                        offering.refusal(reward.getKey())))
                .toList();
    }
}
