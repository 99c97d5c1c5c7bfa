package io.loyalty4j.examples.shop;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Quote;
import java.util.List;
import java.util.Optional;

/**
 * A line of a basket or an order.
 *
 * @param reasons of the points, one for each rule
 */
record LineView(String id, String name, int pieces, String price, String total, String points, List<String> reasons) {
    static LineView of(Basket.Line line, Quote quote) {
        return of(line, quote.awards());
    }

    static LineView of(Basket.Line line, List<Award> awards) {
        List<Award> own = awards.stream()
                .filter(award -> award.line().equals(Optional.of(line.id())))
                .toList();
        return new LineView(
                line.id(),
                line.name(),
                line.pieces(),
                Words.money(line.product().price()),
                Words.money(line.total()),
                Words.points(own.stream().mapToLong(Award::points).sum()),
                own.isEmpty()
                        ? List.of("Nothing to earn on this")
                        : own.stream().map(Words::award).toList());
    }

    /** What is given for the order as a whole. */
    static List<String> extras(List<Award> awards) {
        return awards.stream()
                .filter(award -> award.line().isEmpty())
                .map(Words::award)
                .toList();
    }
}
