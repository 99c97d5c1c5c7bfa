package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Quote;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is about to be paid.
 *
 * @param held what is reserved for it, and until when; empty if nothing is
 */
record PaymentPage(
        Frame frame,
        String orderId,
        List<LineView> lines,
        List<BasketPage.Row> sums,
        String toPay,
        String points,
        String held) {
    static PaymentPage of(Frame frame, ShopOrder order, Quote quote, Optional<Instant> until, ZoneId zone) {
        return new PaymentPage(
                frame,
                order.id(),
                order.basket().lines().stream()
                        .map(line -> LineView.of(line, quote))
                        .toList(),
                BasketPage.Row.sums(order, quote),
                Words.money(quote.toPay()),
                quote.points() == 0 ? "" : Words.points(quote.points()),
                until.map(end -> "What you chose is reserved for this order until " + Words.time(end, zone) + ".")
                        .orElse(""));
    }
}
