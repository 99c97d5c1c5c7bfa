package io.loyalty4j.examples.shop;

import java.util.List;

/** What can be bought. */
record ShelfPage(Frame frame, List<Item> items) {
    static ShelfPage of(Frame frame) {
        return new ShelfPage(frame, Product.ALL.stream().map(Item::of).toList());
    }

    /** One product. */
    record Item(String sku, String name, String price, boolean withText, boolean withoutPoints) {
        static Item of(Product product) {
            return new Item(
                    product.sku(),
                    product.name(),
                    Words.money(product.price()),
                    product.withText(),
                    product.category().equals(ShopProgram.GIFT_CARD));
        }
    }
}
