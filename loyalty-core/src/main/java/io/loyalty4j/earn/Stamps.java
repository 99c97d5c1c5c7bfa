package io.loyalty4j.earn;

import java.util.Optional;

/**
 * What an order does to a stamp card.
 *
 * @param counter that has the card
 * @param change of the stamps on the open card
 * @param filled cards
 * @param terms of the card that is open then
 */
public record Stamps(String counter, long change, long filled, String terms) {
    static Stamps of(FrozenContribution one, Card card, long stamps) {
        long filled = card.filled(stamps);
        boolean another = card.stamps() <= 0 || filled > 0;
        Stamping terms = another
                ? new Stamping(card.size(), one.value().longValueExact(), one.reward())
                : new Stamping(card.openSize(), card.openWorth(), one.reward());
        return new Stamps(Stamping.counter(one.rule()), card.change(stamps), filled, terms.terms());
    }

    /** The name of the counter that has a rule's card. */
    public static String counter(String rule) {
        return Stamping.counter(rule);
    }

    /** What a return changes, when this is how it was before: the card that is open now keeps its terms unless it was this order that began it. */
    public Count since(Stamps before) {
        Optional<String> open = filled == before.filled ? Optional.empty() : Optional.of(terms);
        return new Count(counter, Math.subtractExact(change, before.change), Optional.empty(), open);
    }
}
