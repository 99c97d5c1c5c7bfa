package io.loyalty4j.earn;

import java.util.Optional;

/**
 * What an order does to a stamp card.
 *
 * @param counter that has the card
 * @param change of the stamps on the open card
 * @param terms of the card that is open then
 */
public record Stamps(String counter, long change, String terms) {
    static Stamps of(FrozenContribution one, Card card, long stamps) {
        boolean another = card.stamps() <= 0 || card.filled(stamps) > 0;
        Stamping terms = another
                ? new Stamping(card.size(), one.value().longValueExact(), one.reward())
                : new Stamping(card.openSize(), card.openWorth(), one.reward());
        return new Stamps(Stamping.counter(one.rule()), card.change(stamps), terms.terms());
    }

    /** The name of the counter that has a rule's card. */
    public static String counter(String rule) {
        return Stamping.counter(rule);
    }

    /** What a return does to the card: its terms change only where one that was filled is open again. */
    public Count since(Stamps before) {
        Optional<String> others = Optional.of(terms).filter(now -> !now.equals(before.terms));
        return new Count(counter, Math.subtractExact(change, before.change), Optional.empty(), others);
    }
}
