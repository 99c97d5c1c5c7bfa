package io.loyalty4j.earn;

import io.loyalty4j.earn.HistoryConditions.EveryNthOrder;
import io.loyalty4j.earn.HistoryConditions.NthOrder;
import io.loyalty4j.earn.OccasionConditions.AnyLine;
import io.loyalty4j.earn.OccasionConditions.OrderFrom;
import io.loyalty4j.earn.OccasionConditions.OrderIs;
import io.loyalty4j.shop.Condition;
import java.util.List;

/** Tells what of a condition asks about an order, so that it says nothing where there is none. */
public final class OrderConditions {
    private OrderConditions() {}

    /** Those parts of a condition in words, also where they are not to hold; one of one's own is taken to ask about anything. */
    public static List<String> in(Condition<Occasion> condition) {
        Atoms atoms = new Atoms();
        atoms.add(condition);
        return atoms.that(OrderConditions::ofOrders).map(Condition::describe).toList();
    }

    private static boolean ofOrders(Condition<?> atom) {
        return atom instanceof OrderFrom
                || atom instanceof AnyLine
                || atom instanceof OrderIs
                || atom instanceof NthOrder
                || atom instanceof EveryNthOrder;
    }
}
