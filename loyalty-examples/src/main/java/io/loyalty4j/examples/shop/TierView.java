package io.loyalty4j.examples.shop;

import io.loyalty4j.tier.TierProgress;
import io.loyalty4j.tier.TierStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's tier, and the way up.
 *
 * @param sentences how long it holds, what is missing, what it brings
 * @param way how much of what the next tier needs has been spent, as a sentence
 * @param reached of {@code needed}, in whole units of the currency
 */
record TierView(String name, List<String> sentences, String next, String way, long reached, long needed) {
    static TierView of(TierStatus tier) {
        List<String> sentences = new ArrayList<>();
        tier.until()
                .ifPresent(
                        day -> sentences.add("You are " + Words.name(tier.code()) + " until " + Words.day(day) + "."));
        tier.next()
                .ifPresent(way -> sentences.add("Spend " + Words.money(way.missing()) + " more by "
                        + Words.day(way.by()) + " to become " + Words.name(way.tier()) + "."));
        tier.keep()
                .filter(way -> way.missing().signum() > 0)
                .ifPresent(way -> sentences.add("Spend " + Words.money(way.missing()) + " more by "
                        + Words.day(way.by()) + " to stay " + Words.name(way.tier()) + " for another year."));
        tier.benefits().stream()
                .sorted()
                .forEach(benefit -> sentences.add("Your benefit: " + Words.name(benefit) + "."));
        return new TierView(
                Words.name(tier.code()),
                sentences,
                tier.next().map(TierProgress::tier).map(Words::name).orElse(""),
                tier.next()
                        .map(way -> Words.money(way.reached()) + " of " + Words.money(way.needed()))
                        .orElse(""),
                tier.next().map(way -> way.reached().longValue()).orElse(0L),
                tier.next().map(way -> way.needed().longValue()).orElse(1L));
    }
}
