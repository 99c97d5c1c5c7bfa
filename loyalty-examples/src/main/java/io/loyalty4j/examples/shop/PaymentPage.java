package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Quote;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is about to be paid.
 *
 * @param toPay empty if the order is refused as it stands
 * @param refusal why it is; empty if it is not
 * @param held what is reserved for it, and until when; empty if nothing is
 */
record PaymentPage(
        Frame frame,
        String orderId,
        String name,
        List<LineView> lines,
        List<BasketPage.Row> sums,
        String toPay,
        String refusal,
        String points,
        String held) {
    static PaymentPage of(
            Frame frame, ShopOrder order, Quote quote, String refusal, Optional<Instant> until, ZoneId zone) {
        return new PaymentPage(
                frame,
                order.id(),
                order.name(),
                order.basket().lines().stream()
                        .map(line -> LineView.of(line, quote))
                        .toList(),
                BasketPage.Row.sums(order, quote),
                price(quote),
                frame.apologises() ? "" : refusal,
                quote.points() == 0 ? "" : Words.points(quote.points()),
                until.map(end -> "What you chose is reserved for this order until " + Words.time(end, zone) + ".")
                        .orElse(""));
    }

    /** What the button says; empty if the order is refused as it stands. */
    static String price(Quote quote) {
        return quote.refusal().isPresent() ? "" : Words.money(quote.toPay());
    }
}
