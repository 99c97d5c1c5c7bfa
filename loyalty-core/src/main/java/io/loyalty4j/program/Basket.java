package io.loyalty4j.program;

import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a sample buys: some pieces of one article that is of two kinds at once.
 *
 * @param amount of all pieces, or the least above it that so many can cost
 * @param decimals of the currency
 */
record Basket(OrderLine first, OrderLine second, BigDecimal amount, int pieces, int decimals) {
    Basket kind(OrderLine kind) {
        return new Basket(kind, second, amount, pieces, decimals);
    }

    Basket alsoKind(OrderLine kind) {
        return new Basket(first, kind, amount, pieces, decimals);
    }

    Basket costing(BigDecimal other) {
        return new Basket(first, second, other, pieces, decimals);
    }

    Basket pieces(int number) {
        return new Basket(first, second, amount, number, decimals);
    }

    /** The line; empty if no article is of both kinds. */
    Optional<OrderLine> line(String anything) {
        Optional<String> brand = second.brand().or(first::brand);
        String sku = second.sku().equals(anything) ? first.sku() : second.sku();
        boolean fit = (first.brand().isEmpty() || first.brand().equals(brand))
                && (first.sku().equals(anything) || first.sku().equals(sku))
                && second.attributes().entrySet().stream()
                        .allMatch(one ->
                                one.getValue().equals(first.attributes().getOrDefault(one.getKey(), one.getValue())));
        return fit ? Optional.of(both(sku, brand)) : Optional.empty();
    }

    private OrderLine both(String sku, Optional<String> brand) {
        TreeSet<String> categories = new TreeSet<>(first.categories());
        categories.addAll(second.categories());
        OrderLine line =
                new OrderLine(first.id(), sku, price(), pieces, BigDecimal.ZERO, categories, brand, first.attributes());
        for (var attribute : second.attributes().entrySet()) {
            line = line.with(attribute.getKey(), attribute.getValue());
        }
        return line;
    }

    private BigDecimal price() {
        return amount.divide(BigDecimal.valueOf(pieces), Math.max(decimals, amount.scale()), RoundingMode.CEILING);
    }
}
