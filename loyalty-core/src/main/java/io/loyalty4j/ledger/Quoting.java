package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.earn.Heard;
import io.loyalty4j.earn.Hint;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.earn.Working;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierLadder;
import io.loyalty4j.tier.TierProgress;
import io.loyalty4j.tier.TierStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Optional<Refusal> refusal = untimely.or(session::givenUp)
                .or(() -> GuestOrder.claimedTooLate(session, order))
                .or(purchasing::refusal)
                .or(purchasing::redeem);
        return quote(
                refusal.isEmpty() ? purchasing : new Purchasing(session, order.withoutRewards()), session, refusal);
    }

    private Quote quote(Purchasing purchasing, Session session, Optional<Refusal> refusal) {
        Earned earned = purchasing.ask();
        Optional<Yield> countable = purchasing.comesTo(earned);
        List<Award> awards =
                countable.map(yield -> purchasing.awards(earned, yield)).orElse(List.of());
        Pricing pricing = purchasing.pricing();
        TierStatus tier = purchasing.standing().at(session.present(session.now()));
        BigDecimal discount = pricing.rewards().stream()
                .map(applied -> applied.worth().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Quote(
                order,
                awards,
                pricing.rewards(),
                new Money(discount, program.currency()),
                pricing.toPay(),
                tier,
                countable.isPresent() ? refusal : refusal.or(() -> Optional.of(Bounds.points())),
                countable.map(Yield::budgets).orElse(Map.of()),
                new Reasons(session, purchasing, tier, countable));
    }

    /** Goes through the rules once more where somebody wants to know. */
    private final class Reasons implements Quote.Reasons {
        private final Session session;
        private final Purchasing purchasing;
        private final TierStatus tier;
        private final Optional<Yield> result;

        Reasons(Session session, Purchasing purchasing, TierStatus tier, Optional<Yield> result) {
            this.session = session;
            this.purchasing = purchasing;
            this.tier = tier;
            this.result = result;
        }

        private Heard heard() {
            return program.plan().hear(purchasing.occasion(), session.memory());
        }

        @Override
        public List<Silence> silent() {
            return heard().with(result.map(Yield::unheard).orElse(List.of())).silences();
        }

        @Override
        public List<Hint> hints() {
            List<Hint> hints = new ArrayList<>(heard().hints());
            tier.next().ifPresent(next -> hints.add(wayUp(next)));
            return hints;
        }

        private Hint wayUp(TierProgress next) {
            String measure = program.ladder().measure();
            Reason tier = Reason.of("tier", next.tier());
            return measure.equals(TierLadder.SPEND)
                    ? new Hint(next.tier(), new Money(next.missing(), program.currency()), tier)
                    : new Hint(next.tier(), next.missing(), measure, tier);
        }

        /** What could be redeemed with the order if it redeemed nothing else; an edit gives back what it is paid with. */
        @Override
        public List<RewardOffer> offers() {
            Purchasing purchasing = new Purchasing(session, order.withoutRewards());
            purchasing.redeem();
            Redeeming offering = purchasing.offering();
            offering.releaseAll();
            Offers offers = offering.offers();
            return program.offered().stream()
                    .flatMap(reward -> offers.of(reward).stream())
                    .toList();
        }

        @Override
        public List<Working> workings() {
            KeptLines lines = purchasing.kept();
            return result.map(known -> new Calculation(
                                    known.contributions(),
                                    program.policy(Stacking.class),
                                    program.policy(Rounding.class),
                                    known.most())
                            .workings(lines))
                    .orElse(List.of());
        }

        @Override
        public String rounding() {
            return program.policy(Rounding.class).name();
        }
    }
}
