package io.loyalty4j.testing;

import io.loyalty4j.earn.Probes;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/** The contract's own orders: of several lines and pieces, with discounts and gifts, and of the goods, amounts and attributes that the rule is known to ask for. */
final class RuleOrders {
    static final MemberId ANA = MemberId.of("ana");

    private static final int MOST_KINDS = 8;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal PLENTY = new BigDecimal("100.00");

    private final String currency;
    private final Probes probes;

    RuleOrders(String currency, Probes probes) {
        this.currency = currency;
        this.probes = probes;
    }

    /** The first is the one for which a rule most probably gives something. */
    List<Order> all() {
        List<Order> all = new ArrayList<>();
        all.add(asked("full"));
        all.add(mixed(order("mixed")));
        all.add(mixed(asked("everything")).less("7.77"));
        all.add(order("one").line(OrderLine.of("lamp", "100.00")));
        all.add(order("gift").line(OrderLine.of("sample", "0.00")).line(OrderLine.of("pen", "1.00")));
        all.add(order("small").line(OrderLine.of("sweet", "0.50")));
        probes.amounts().stream()
                .limit(MOST_KINDS)
                .forEach(amount -> all.add(order("nearly-" + amount.toPlainString())
                        .line(OrderLine.of("thing", amount.subtract(CENT).max(CENT)))));
        return all;
    }

    private Order order(String id) {
        return Order.of(ANA, id).currency(currency);
    }

    private static Order mixed(Order order) {
        return order.line(OrderLine.of("book", "12.50").times(2).category("books"))
                .line(OrderLine.of("perfume", "60.00")
                        .times(3)
                        .less("10.00")
                        .category("fragrance")
                        .brand("Violet"))
                .line(OrderLine.of("pen", "0.99").times(10));
    }

    /** Of each kind of goods that the rule tells apart, so much and so many that it gives something; with the attributes it asks for. */
    private Order asked(String id) {
        Order order = order(id);
        int n = 0;
        for (OrderLine kind : probes.goods().stream().limit(MOST_KINDS).toList()) {
            order = order.line(of(kind, n++));
        }
        for (Map.Entry<String, NavigableSet<String>> attribute :
                probes.attributes().entrySet()) {
            order = order.with(attribute.getKey(), attribute.getValue().first());
        }
        return order;
    }

    private OrderLine of(OrderLine kind, int n) {
        BigDecimal most =
                probes.amounts().isEmpty() ? PLENTY : probes.amounts().last().max(PLENTY);
        int pieces = probes.pieces().isEmpty() ? 2 : Math.max(2, probes.pieces().last());
        return new OrderLine(
                "kind-" + n,
                kind.sku(),
                most,
                pieces,
                BigDecimal.ZERO,
                kind.categories(),
                kind.brand(),
                kind.attributes());
    }
}
