package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.reward.RewardOffer;
import java.util.List;

/**
 * Something to have for points.
 *
 * @param sentence what is missing; empty if it can be had
 */
record RewardView(String id, String name, String cost, String sentence, boolean chosen) {
    /** But for paying with points, which has a slider, and for what is had by a code. */
    static List<RewardView> all(Quote quote, Choice choice) {
        return quote.rewards().stream()
                .filter(offer -> !offer.reward().equals(ShopProgram.PAYMENT))
                .filter(offer -> offer.points() > 0)
                .map(offer -> of(offer, choice))
                .toList();
    }

    private static RewardView of(RewardOffer offer, Choice choice) {
        String name = Words.name(offer.reward());
        String cost = Words.points(offer.points());
        return new RewardView(
                offer.reward(),
                name,
                cost,
                sentence(offer, name, cost),
                choice.rewards().contains(offer.reward()));
    }

    private static String sentence(RewardOffer offer, String name, String cost) {
        return offer.missing() > 0
                ? name + " costs " + cost + "; you need " + Words.number(offer.missing()) + " more."
                : offer.refusal().map(Words::refusal).orElse("");
    }

    boolean takeable() {
        return chosen || sentence.isEmpty();
    }
}
