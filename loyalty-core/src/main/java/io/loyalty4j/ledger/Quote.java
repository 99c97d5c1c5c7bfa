package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Hint;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.tier.TierStatus;
import java.util.List;
import java.util.Optional;

/**
 * What an order would come to: the purchase at the same instant gives the same points. Nothing was written.
 *
 * @param order as it was asked about
 * @param silent rules that would give nothing, and why
 * @param hints what is near
 * @param rewards all of the program's, takeable or with the reason why not
 * @param discount by the rewards that the order redeems
 * @param refusal why the order as it stands would be refused, apart from who asks (a guest may ask, but not buy); the figures are then those without
 *     its rewards
 */
public record Quote(
        Order order,
        List<Award> awards,
        List<Silence> silent,
        List<Hint> hints,
        List<RewardOffer> rewards,
        List<Change.RewardApplied> applied,
        Money discount,
        Money toPay,
        TierStatus tierAfter,
        Optional<Refusal> refusal) {

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

    /** What the order's rewards take off one line. */
    public Money discountOf(String line) {
        return Receipt.discountOf(applied, line, discount);
    }

    public Optional<RewardOffer> reward(String id) {
        return rewards.stream().filter(offer -> offer.reward().equals(id)).findFirst();
    }

    /** All of it as a table for people, at most 100 columns. */
    public String explain() {
        return Explanation.of(this);
    }
}
