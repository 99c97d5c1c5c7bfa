package io.loyalty4j.examples.shop;

import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shop's orders, in memory: a real shop has them in its database. Thread-safe. */
final class Orders {
    private final Map<String, ShopOrder> all = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, String> bought = new ConcurrentHashMap<>();

    /** Empty where the order is somebody else's, too. */
    Optional<ShopOrder> find(MemberId member, String id) {
        return Optional.ofNullable(all.get(id)).filter(order -> order.member().equals(member));
    }

    /** Keeps it, unless it was paid before or is somebody else's. Gives what is kept then. */
    ShopOrder keep(ShopOrder order) {
        return all.merge(
                order.id(),
                order,
                (before, next) -> before.paid().isPresent() || !before.member().equals(next.member()) ? before : next);
    }

    void drop(ShopOrder order) {
        all.computeIfPresent(order.id(), (id, before) -> before.paid().isPresent() ? before : null);
    }

    /**
     * Says that a basket is about to be paid with this order. Two orders of one basket come of two tabs: the second is not wanted.
     *
     * @return the other order that has been paid, or is being paid, with the basket; empty if this one may be
     */
    Optional<String> claim(ShopOrder order) {
        String first = bought.merge(order.basket().number(), order.id(), (before, next) -> before);
        return Optional.of(first).filter(other -> !other.equals(order.id()));
    }

    /** It was not paid after all. */
    void disclaim(ShopOrder order) {
        bought.remove(order.basket().number(), order.id());
    }

    /** Those that were paid, the latest first. */
    List<ShopOrder> paid(MemberId member) {
        return of(member).stream().filter(order -> order.paid().isPresent()).toList();
    }

    /** Those that wait for their payment. */
    List<ShopOrder> open(MemberId member) {
        return of(member).stream().filter(order -> order.paid().isEmpty()).toList();
    }

    private List<ShopOrder> of(MemberId member) {
        synchronized (all) {
            List<ShopOrder> theirs = new ArrayList<>(all.values().stream()
                    .filter(order -> order.member().equals(member))
                    .toList());
            Collections.reverse(theirs);
            return theirs;
        }
    }
}
