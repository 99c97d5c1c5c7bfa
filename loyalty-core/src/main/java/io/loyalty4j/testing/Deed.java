package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was done last, and what came of it.
 *
 * @param words what it was
 * @param quote where it was only asked
 * @param before how many postings each member had before it
 * @param toldBefore how many events had been told before what this belongs to began
 */
record Deed(
        MemberId member,
        String words,
        List<Command> commands,
        List<Outcome> outcomes,
        Optional<Quote> quote,
        Map<MemberId, Long> before,
        int toldBefore) {

    static Deed none(MemberId member) {
        return new Deed(member, "nothing", List.of(), List.of(), Optional.empty(), Map.of(), 0);
    }

    /** Looked at from another member. */
    Deed of(MemberId other) {
        return new Deed(other, words, commands, outcomes, quote, before, toldBefore);
    }

    List<Refusal> refusals() {
        return Stream.concat(
                        outcomes.stream().flatMap(outcome -> outcome.refusal().stream()),
                        quote.flatMap(Quote::refusal).stream())
                .toList();
    }

    /** What could be answered. */
    int asked() {
        return outcomes.size() + quote.map(one -> 1).orElse(0);
    }
}
