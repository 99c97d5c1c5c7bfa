package io.loyalty4j.simulation;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.simulation.Sale.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An order in cents.
 *
 * @param keeping whether what is held for it and not redeemed stays held
 */
record Basket(
        MemberId member,
        String id,
        int revision,
        boolean keeping,
        String currency,
        Optional<Long> placedAt,
        List<Article> articles,
        List<String> rewards) {
    Order order() {
        Order plain = Order.of(member, id).currency(currency).redeemAll(rewards);
        Order order = (keeping ? plain.keepingHolds() : plain).revision(revision);
        return placedAt.map(at -> order.at(Instant.ofEpochMilli(at)))
                .orElse(order)
                .lines(articles.stream().map(Article::line).toList());
    }

    /** Where the points go that it gives. */
    String lot() {
        return "order/" + id + "@" + revision;
    }

    /** By their ids, which say where the odd cent goes. */
    List<Piece> pieces() {
        return articles.stream()
                .sorted(Comparator.comparing(Article::id))
                .map(each -> new Piece(each.id(), each.quantity(), each.doubled(), each.price() * each.quantity()))
                .toList();
    }

    Optional<String> foreign() {
        return currency.equals("USD") ? Optional.empty() : Optional.of("currency-not-accepted");
    }

    Basket rewards(List<String> others) {
        return new Basket(member, id, revision, keeping, currency, placedAt, articles, others);
    }

    Basket keepingHolds() {
        return new Basket(member, id, revision, true, currency, placedAt, articles, rewards);
    }

    /** Another revision of it. */
    Basket revised(int number, List<Article> others) {
        return new Basket(member, id, number, keeping, currency, placedAt, others, rewards);
    }

    /** The same order, but for a price. */
    Basket dearer() {
        List<Article> others = new ArrayList<>(articles);
        Article first = others.get(0);
        others.set(0, new Article(first.id(), first.price() + 1, first.quantity(), first.doubled()));
        return revised(revision, others);
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
