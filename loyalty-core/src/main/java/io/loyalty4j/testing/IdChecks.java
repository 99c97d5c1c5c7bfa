package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.LoyaltyStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Ids are compared byte for byte, whatever they are. */
final class IdChecks {
    private IdChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of(
                        "ids that differ in case or by a pattern's wildcard are different ids",
                        trial ->
                                apart(trial, List.of("Order-1", "order-1", "ORDER-1", "order_1", "order%1", "order1"))),
                Clause.of(
                        "ids that are words of SQL or escapes are ids like any",
                        trial -> apart(
                                trial, List.of("';DROP", "%", "_", "\\", "\\\\", "'", "\"", "''", "${x}", "--", "?"))),
                Clause.of("every character that ids may have is kept", trial -> apart(trial, everyCharacter())),
                Clause.of("an id with a space behind it is another one", IdChecks::spaces));
    }

    private static List<String> everyCharacter() {
        List<String> ids = new ArrayList<>();
        for (char each = 0x21; each <= 0x7E; each++) {
            ids.add("x" + each);
        }
        return ids;
    }

    /** As members, orders, skus and activities. */
    private static void apart(Trial trial, List<String> ids) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        LoyaltyStore store = trial.store();
        for (String id : ids) {
            Expect.that(
                    "no order " + id + " before it is there",
                    store.order(ANA, id).isEmpty());
            Order order = Order.of(ANA, id).currency("GBP").line(OrderLine.of(id, "2.00"));
            booked("the order " + id, loyalty.purchase(order));
            booked("the activity " + id, loyalty.record(Activity.of(ANA, "review", id)));
            Expect.that(
                    "no member " + id + " before they are there",
                    store.find(MemberId.of(id)).isEmpty());
            booked("an order of " + id, loyalty.purchase(order(MemberId.of(id), "1")));
            Expect.equal(
                    "the line of the order " + id,
                    Optional.of(id),
                    store.order(ANA, id).map(known -> known.lines().get(0).id()));
        }
        Expect.equal("members that are due for a version", ids.size() + 1, adopted(store));
        trial.proof().ofEverybody();
    }

    private static int adopted(LoyaltyStore store) {
        return new HashSet<>(store.adoptedBefore(Trial.FAR, 10_000)).size();
    }

    static void booked(String what, Outcome outcome) {
        Expect.kind(what, Outcome.Applied.class, outcome);
    }

    private static void spaces(Trial trial) {
        trial.engine(PLAIN).purchase(order(ANA, "order-1"));
        LoyaltyStore store = trial.store();
        Expect.that("no order 'order-1 '", store.order(ANA, "order-1 ").isEmpty());
        Expect.that(
                "no request 'order/order-1@1 '",
                store.posting(ANA, "order/order-1@1 ").isEmpty());
        Expect.that("the order 'order-1'", store.order(ANA, "order-1").isPresent());
    }
}
