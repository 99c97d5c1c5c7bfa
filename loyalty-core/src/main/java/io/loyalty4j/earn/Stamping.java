package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A card with so many stamps, one for each piece or activity; a full one is worth points or rewards. */
record Stamping(long size, long worth, Optional<String> reward) implements Tracked, Stated {
    private static final int MOST = 1_000_000;

    /** The counter that has a rule's card. */
    static String counter(String rule) {
        return "card/" + rule;
    }

    @Override
    public Told tell(Question question) {
        Counter card = question.memory().counters().get(counter(question.rule()));
        long stamps = card == null ? 0 : card.value();
        Stamping open = Optional.ofNullable(card)
                .flatMap(Counter::terms)
                .filter(terms -> stamps > 0)
                .map(Stamping::parsed)
                .orElse(this);
        Stamping next = open.reward.equals(reward) ? this : open;
        Given given = Given.of(
                        Kind.STAMPS,
                        BigDecimal.valueOf(next.worth),
                        Optional.empty(),
                        Reason.of("card", Long.toString(open.size)))
                .stamping(new Card(stamps, open.size, open.worth, next.size, question.mostStamps()))
                .rewarding(open.reward);
        return Told.of(given, List.of());
    }

    /** The terms as a card keeps them. */
    String terms() {
        return size + "/" + worth + "/" + reward.orElse("");
    }

    private static Stamping parsed(String terms) {
        String[] parts = terms.split("/", 3);
        return new Stamping(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Optional.of(parts[2]).filter(code -> !code.isEmpty()));
    }

    @Override
    public Set<String> rewards() {
        return reward.map(Set::of).orElse(Set.of());
    }

    @Override
    public String describe() {
        return reward.map(code -> "the reward " + code).orElseGet(() -> worth + " points") + " for " + size + " stamps";
    }

    @Override
    public List<String> mistakes(Set<String> tiers) {
        List<String> mistakes = new ArrayList<>();
        if (size < 1 || size > MOST) {
            mistakes.add("a card of " + size + " stamps is not between 1 and " + MOST);
        }
        if (worth < 1) {
            mistakes.add(worth + " points are not more than 0");
        }
        return mistakes;
    }
}
