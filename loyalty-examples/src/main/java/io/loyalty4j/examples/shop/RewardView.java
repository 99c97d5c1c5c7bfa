package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.reward.RewardOffer;
import java.util.List;

/**
 * Something to have for points.
 *
 * @param refusal why it cannot be had; empty if it can
 */
record RewardView(String id, String name, String cost, String refusal, boolean chosen) {
    /** But for paying with points, which has a slider, and for what is had by a code. */
    static List<RewardView> all(Quote quote, Choice choice) {
        return quote.rewards().stream()
                .filter(offer -> !offer.reward().equals(ShopProgram.PAYMENT))
                .filter(offer -> offer.points() > 0)
                .map(offer -> of(offer, choice))
                .toList();
    }

    private static RewardView of(RewardOffer offer, Choice choice) {
        boolean chosen = choice.rewards().contains(offer.reward());
        return new RewardView(
                offer.reward(),
                Words.name(offer.reward()),
                Words.points(offer.points()),
                offer.missing() > 0
                        ? Words.points(offer.missing()) + " more are needed"
                        : offer.refusal().map(Words::refusal).orElse(""),
                chosen);
    }

    boolean takeable() {
        return chosen || refusal.isEmpty();
    }
}
