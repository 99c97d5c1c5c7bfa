package io.loyalty4j.shop;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of an order: pieces of one article at one price.
 *
 * <p>{@code OrderLine.of("perfume", "60.00").times(2).category("fragrance")}
 *
 * @param id unique in its order; the sku, unless {@link #id(String)} says otherwise
 * @param price of one piece, in the order's currency; up to six decimals
 * @param discount taken off the line as a whole, at most its gross amount
 */
public record OrderLine(
        @Identifier String id,
        @Label String sku,
        @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal price,
        @Min(1) @Max(1_000_000) int quantity,
        @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal discount,
        Set<@Label String> categories,
        Optional<@Label String> brand,
        Map<@Label String, @Label String> attributes) {

    public OrderLine {
        Decimals.reckonable(price);
        Decimals.reckonable(discount);
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
    }

    /**
     * One piece at a price.
     *
     * @throws IllegalArgumentException if {@code price} is no plain number such as {@code 60.00}
     */
    public static OrderLine of(String sku, String price) {
        return of(sku, Decimals.parsed(price));
    }

    public static OrderLine of(String sku, BigDecimal price) {
        return new OrderLine(sku, sku, price, 1, BigDecimal.ZERO, Set.of(), Optional.empty(), Map.of());
    }

    /** That many pieces; each costs the price. */
    public OrderLine times(int pieces) {
        return new OrderLine(id, sku, price, pieces, discount, categories, brand, attributes);
    }

    /** Takes an amount off the line as a whole. */
    public OrderLine less(String amount) {
        return less(Decimals.parsed(amount));
    }

    public OrderLine less(BigDecimal amount) {
        return new OrderLine(id, sku, price, quantity, amount, categories, brand, attributes);
    }

    /** Adds a category; a line may have several. */
    public OrderLine category(String category) {
        Set<String> more = new TreeSet<>(categories);
        more.add(category);
        return new OrderLine(id, sku, price, quantity, discount, more, brand, attributes);
    }

    public OrderLine brand(String name) {
        return new OrderLine(id, sku, price, quantity, discount, categories, Optional.of(name), attributes);
    }

    public OrderLine with(String attribute, String value) {
        return new OrderLine(
                id, sku, price, quantity, discount, categories, brand, Copies.plus(attributes, attribute, value));
    }

    /** Its own id, needed where two lines have one sku. */
    public OrderLine id(String ownId) {
        return new OrderLine(ownId, sku, price, quantity, discount, categories, brand, attributes);
    }

    /** Price times quantity less the line's discount. */
    public BigDecimal amount() {
        return price.multiply(BigDecimal.valueOf(quantity)).subtract(discount);
    }

    /** The same line in another currency, at so much of it for one of this. */
    public OrderLine converted(BigDecimal rate) {
        return new OrderLine(
                id, sku, price.multiply(rate), quantity, discount.multiply(rate), categories, brand, attributes);
    }

    /** Whether its discount leaves something below zero. */
    boolean overDiscounted() {
        return amount().signum() < 0 && price.signum() >= 0 && quantity > 0;
    }

    void collect(Facts facts) {
        String name = "line." + id.replace("%", "%25").replace(".", "%2E") + ".";
        facts.amount(name + "price", price)
                .amount(name + "discount", discount)
                .put(name + "quantity", Integer.toString(quantity));
        if (!sku.equals(id)) {
            facts.put(name + "sku", sku);
        }
        categories.forEach(category -> facts.put(name + "category." + category, "yes"));
        facts.put(name + "brand", brand).all(name + "with.", attributes);
    }

    /**
     * The line that {@link #collect} said.
     *
     * @param name the id as it stands in the names of its facts
     * @param facts what is said of it
     */
    static OrderLine of(String name, FactsReader facts) {
        String id = name.replace("%2E", ".").replace("%25", "%");
        return new OrderLine(
                id,
                facts.optional("sku").orElse(id),
                facts.amount("price"),
                Math.toIntExact(facts.number("quantity")),
                facts.amount("discount"),
                facts.all("category.").keySet(),
                facts.optional("brand"),
                facts.all("with."));
    }
}
