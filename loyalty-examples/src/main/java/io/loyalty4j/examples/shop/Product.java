package io.loyalty4j.examples.shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something the shop sells.
 *
 * @param price in the program's currency
 * @param withText whether the customer says what is written on it
 */
record Product(String sku, String name, BigDecimal price, String category, boolean withText) {
    static final List<Product> ALL = List.of(
            of("coffee-250", "House blend coffee, 250\u00a0g", "8.90", "coffee"),
            of("coffee-1000", "Dark roast coffee, 1\u00a0kg", "29.00", "coffee"),
            of("tea-100", "Earl Grey tea, 100\u00a0g", "7.50", "tea"),
            new Product("mug", "Mug with your own words", new BigDecimal("14.00"), "kitchen", true),
            of("kettle", "Pour-over kettle", "69.00", "kitchen"),
            of("grinder", "Hand grinder", "95.00", "kitchen"),
            of("card-25", "Gift card", "25.00", ShopProgram.GIFT_CARD));

    private static Product of(String sku, String name, String price, String category) {
        return new Product(sku, name, new BigDecimal(price), category, false);
    }

    static Optional<Product> find(String sku) {
        return ALL.stream().filter(product -> product.sku().equals(sku)).findFirst();
    }
}
