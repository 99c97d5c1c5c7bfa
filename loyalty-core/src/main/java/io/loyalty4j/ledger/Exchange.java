package io.loyalty4j.ledger;

import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of goods that came back and of an order bought in their place. The two are booked one after the other: if the order is refused, the goods
 * have come back all the same.
 *
 * @param toPay what the new goods cost after rewards, in the order's currency, of which the shop takes off what it gives back for the old ones; empty if
 *     the order was refused, or has no currency
 */
public record Exchange(Outcome back, Outcome bought, Optional<Money> toPay) {
    private static final Set<Bucket> THE_MEMBERS =
            EnumSet.of(Bucket.PENDING, Bucket.AVAILABLE, Bucket.HELD, Bucket.DEBT);

    /** With what is to pay for the order, as it was asked. */
    public static Exchange of(Outcome back, Outcome bought, Order order) {
        Optional<Money> price = bought.refusal().isPresent()
                ? Optional.empty()
                : order.currency().map(code -> price(order, code));
        return new Exchange(back, bought, price.map(full -> without(full, bought.receipt())));
    }

    private static Money price(Order order, String currency) {
        BigDecimal lines = order.lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(lines.subtract(order.discount()), currency);
    }

    private static Money without(Money price, Receipt receipt) {
        return receipt.discount()
                .filter(discount -> discount.currency().equals(price.currency()))
                .map(price::minus)
                .orElse(price);
    }

    /** By how many points the member has more than before, or less: pending and held ones count, and what is owed. */
    public long points() {
        return receipts()
                .flatMap(receipt -> receipt.posting().entries().stream())
                .mapToLong(Exchange::gain)
                .sum();
    }

    private static long gain(Entry entry) {
        int in = THE_MEMBERS.contains(entry.to()) ? 1 : 0;
        int out = THE_MEMBERS.contains(entry.from()) ? 1 : 0;
        return (in - out) * entry.points();
    }

    /** Points available when the later of the two was booked; 0 if both were refused. */
    public long available() {
        return receipts()
                .max(Comparator.comparing(receipt -> receipt.posting().header().version()))
                .map(Receipt::available)
                .orElse(0L);
    }

    private Stream<Receipt> receipts() {
        return Stream.of(back, bought)
                .filter(outcome -> outcome.refusal().isEmpty())
                .map(Outcome::receipt);
    }
}
