package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step, and what came of it.
 *
 * @param by who took it
 * @param words what it was
 * @param quote where it was only asked
 * @param story when what it belongs to began
 */
record Deed(
        MemberId by,
        String words,
        List<Command> commands,
        List<Outcome> outcomes,
        Optional<Quote> quote,
        Mark story,
        Mark before,
        Mark after) {

    /** No step, but time may have passed and members may have been given something. */
    static Deed none(MemberId member, Mark now) {
        return new Deed(member, "nothing", List.of(), List.of(), Optional.empty(), Mark.BEGINNING, now, now);
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

    /** The question, if a member asked it. */
    Optional<Quote> quoteOf(MemberId member) {
        return quote.filter(one -> one.order().member().equals(member));
    }

    /** What a member's last command came to that was not refused. */
    Optional<Receipt> receiptOf(MemberId member) {
        return outcomes.stream()
                .filter(outcome -> outcome.refusal().isEmpty())
                .map(Outcome::receipt)
                .filter(receipt -> receipt.posting().header().member().equals(member))
                .reduce((first, second) -> second);
    }

    /** The orders that were sent or asked about. */
    Stream<Order> orders() {
        return Stream.concat(
                quote.map(Quote::order).stream(),
                commands.stream().filter(Order.class::isInstance).map(Order.class::cast));
    }
}
