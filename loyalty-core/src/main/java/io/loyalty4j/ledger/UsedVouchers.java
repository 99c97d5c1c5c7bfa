package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.Terms;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Vouchers that an order has used for its rewards, by the counters that had them: an edit keeps those of the rewards that stay and gives the others back. */
final class UsedVouchers {
    private final Map<String, Long> left = new TreeMap<>();
    private final Map<String, Long> used = new HashMap<>();

    private UsedVouchers(OrderPosition before) {
        if (!before.whole()) {
            before.terms().map(Terms::counters).orElse(Map.of()).forEach((name, by) -> {
                if (Voucher.is(name)) {
                    left.put(name, by);
                }
            });
        }
    }

    /** Changes of counters that are the order's after an edit. */
    static Map<String, Long> after(OrderPosition before, Redeeming redeeming, Session session, Draft draft) {
        UsedVouchers vouchers = new UsedVouchers(before);
        vouchers.used.putAll(redeeming.counted());
        redeeming.kept().forEach(vouchers::keep);
        vouchers.left.forEach((name, by) -> Voucher.give(draft, name, -by, session.now()));
        return vouchers.used;
    }

    private void keep(Paid paid) {
        left.keySet().stream()
                .filter(name -> Voucher.reward(name).equals(paid.reward()))
                .findFirst()
                .ifPresent(name -> {
                    used.merge(name, -1L, Math::addExact);
                    left.compute(name, (same, by) -> by == null || by == -1 ? null : Long.valueOf(by + 1));
                });
    }
}
