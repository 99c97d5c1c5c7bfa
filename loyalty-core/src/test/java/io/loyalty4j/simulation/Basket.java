package io.loyalty4j.simulation;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.simulation.Sale.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order in cents. */
record Basket(
        MemberId member,
        String id,
        String currency,
        Optional<Long> placedAt,
        List<Article> articles,
        List<String> rewards) {
    Order order() {
        Order order = Order.of(member, id).currency(currency).redeemAll(rewards);
        return placedAt.map(at -> order.at(Instant.ofEpochMilli(at)))
                .orElse(order)
                .lines(articles.stream().map(Article::line).toList());
    }

    List<Piece> pieces() {
        return articles.stream()
                .map(each -> new Piece(each.id(), each.quantity(), each.doubled(), each.price() * each.quantity()))
                .toList();
    }

    Optional<String> foreign() {
        return currency.equals("USD") ? Optional.empty() : Optional.of("currency-not-accepted");
    }

    Basket rewards(List<String> others) {
        return new Basket(member, id, currency, placedAt, articles, others);
    }

    /** The same order, but for a price. */
    Basket dearer() {
        List<Article> others = new ArrayList<>(articles);
        Article first = others.get(0);
        others.set(0, new Article(first.id(), first.price() + 1, first.quantity(), first.doubled()));
        return new Basket(member, id, currency, placedAt, others, rewards);
    }

    /**
     * One line.
     *
     * @param price of a piece, in cents
     */
    record Article(String id, long price, int quantity, boolean doubled) {
        OrderLine line() {
            OrderLine line = OrderLine.of(id, Rules.money(price)).times(quantity);
            return doubled ? line.category(Rules.DOUBLED) : line;
        }
    }
}
