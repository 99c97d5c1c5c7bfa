package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Hint;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.earn.Working;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an order would come to: the purchase at the same instant gives the same points. Nothing was written. Why rules are silent, what is near, what could be
 * redeemed and how points came about are worked out when they are asked for, each time anew. Immutable and thread-safe.
 */
public final class Quote {
    private final Order order;
    private final List<Award> awards;
    private final List<Change.RewardApplied> applied;
    private final Money discount;
    private final Money toPay;
    private final TierStatus tierAfter;
    private final Optional<Refusal> refusal;
    private final Map<String, Yield.Use> budgets;
    private final Reasons reasons;

    Quote(
            Order order,
            List<Award> awards,
            List<Change.RewardApplied> applied,
            Money discount,
            Money toPay,
            TierStatus tierAfter,
            Optional<Refusal> refusal,
            Map<String, Yield.Use> budgets,
            Reasons reasons) {
        this.order = order;
        this.awards = awards;
        this.applied = applied;
        this.discount = discount;
        this.toPay = toPay;
        this.tierAfter = tierAfter;
        this.refusal = refusal;
        this.budgets = budgets;
        this.reasons = reasons;
    }

    /** What is told on demand. */
    interface Reasons {
        List<Silence> silent();

        List<Hint> hints();

        List<RewardOffer> offers();

        List<Working> workings();

        String rounding();
    }

    /** The order as it was asked about. */
    public Order order() {
        return order;
    }

    /** Points per rule and line. */
    public List<Award> awards() {
        return awards;
    }

    /** Points in all. */
    public long points() {
        return awards.stream().mapToLong(Award::points).sum();
    }

    /** Points on one line. */
    public long pointsOf(String line) {
        return awards.stream()
                .filter(award -> award.line().filter(line::equals).isPresent())
                .mapToLong(Award::points)
                .sum();
    }

    /** How each award came about: basis, factor, exact value, limit. */
    public List<Working> workings() {
        return reasons.workings();
    }

    /** Rules that would give nothing, and why. */
    public List<Silence> silent() {
        return reasons.silent();
    }

    /** What is near. */
    public List<Hint> hints() {
        return reasons.hints();
    }

    /** All rewards of the program, takeable or with the reason why not. */
    public List<RewardOffer> rewards() {
        return reasons.offers();
    }

    /** One reward; of a menu the entry that takes most off, among those that can be taken if there are any. */
    public Optional<RewardOffer> reward(String id) {
        return BestReward.of(
                rewards().stream().filter(offer -> offer.reward().equals(id)).toList());
    }

    /** The reward that takes most off the order, if it took no other: the one for fewer points among equals, then the one whose id is first. */
    public Optional<RewardOffer> bestReward() {
        return BestReward.of(rewards().stream()
                .filter(RewardOffer::takeable)
                .filter(offer -> offer.worth().amount().signum() > 0)
                .toList());
    }

    /** The order with its best reward in place of those that it redeems; without any where none can be had. */
    public Order withBestReward() {
        return bestReward().map(best -> best.on(order.withoutRewards())).orElseGet(order::withoutRewards);
    }

    /** The reward for which the fewest points are missing, of those for which nothing else is; empty where there is none. */
    public Optional<RewardOffer> nextReward() {
        return rewards().stream()
                .filter(offer -> offer.missing() > 0)
                .min(Comparator.comparingLong(RewardOffer::missing).thenComparing(RewardOffer::reward));
    }

    /** By the rewards that the order redeems. */
    public Money discount() {
        return discount;
    }

    /** What the order's rewards take off one line. */
    public Money discountOf(String line) {
        return Receipt.discountOf(applied, line, discount);
    }

    /** What is left to pay of the order. */
    public Money toPay() {
        return toPay;
    }

    /** Tier and progress with the order. */
    public TierStatus tierAfter() {
        return tierAfter;
    }

    /**
     * Why the order as it stands would be refused, apart from who asks (a guest may ask, but not buy); the figures are then those without its rewards.
     */
    public Optional<Refusal> refusal() {
        return refusal;
    }

    /** What it would use of budgets of all members, by their name. */
    public Map<String, Yield.Use> budgets() {
        return budgets;
    }

    /** All of it as a table for people, at most 100 columns. */
    public String explain() {
        return Explanation.of(this);
    }

    String rounding() {
        return reasons.rounding();
    }

    @Override
    public String toString() {
        return "Quote of order " + order.id() + ": " + points() + " points, " + toPay + " to pay";
    }
}
