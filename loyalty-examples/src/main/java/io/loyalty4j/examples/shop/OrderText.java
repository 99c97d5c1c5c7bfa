package io.loyalty4j.examples.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.loyalty4j.shop.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What was ordered, as the JSON in the shop's table. Prices are those of {@link Product}, which do not change. */
record OrderText(int added, List<Piece> lines, long points, List<String> rewards, String voucher) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A line. */
    record Piece(String id, String sku, String text, int pieces) {}

    static String of(ShopOrder order) {
        Basket basket = order.basket();
        Choice choice = order.choice();
        List<Piece> lines = basket.lines().stream()
                .map(line -> new Piece(line.id(), line.product().sku(), line.text(), line.pieces()))
                .toList();
        OrderText text = new OrderText(
                basket.added(),
                lines,
                choice.points(),
                List.copyOf(choice.rewards()),
                choice.voucher().orElse(""));
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ShopOrder read(String id, MemberId member, String basket, String body, Optional<Long> paid) {
        try {
            OrderText text = JSON.readValue(body, OrderText.class);
            return new ShopOrder(id, member, text.basket(basket), text.choice(), paid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Basket basket(String number) {
        return new Basket(
                number,
                lines.stream()
                        .map(line -> new Basket.Line(
                                line.id(), Product.find(line.sku()).orElseThrow(), line.text(), line.pieces()))
                        .toList(),
                added);
    }

    private Choice choice() {
        return new Choice(points, new TreeSet<>(rewards), Optional.of(voucher).filter(code -> !code.isEmpty()));
    }
}
