package io.loyalty4j.shop;

import io.loyalty4j.shop.Order.Redemption;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of an order, while one of them is changed for the next order. */
final class OrderParts {
    final MemberId member;
    final String id;
    int revision;
    boolean keepsHolds;
    Optional<String> currency;
    Optional<Instant> placedAt;
    List<OrderLine> lines;
    BigDecimal discount;
    List<Redemption> redemptions;
    List<String> vouchers;
    Map<String, String> attributes;

    OrderParts(Order order) {
        this.member = order.member();
        this.id = order.id();
        this.revision = order.revision();
        this.keepsHolds = order.keepsHolds();
        this.currency = order.currency();
        this.placedAt = order.placedAt();
        this.lines = order.lines();
        this.discount = order.discount();
        this.redemptions = order.redemptions();
        this.vouchers = order.vouchers();
        this.attributes = order.attributes();
    }

    Order order() {
        return new Order(
                member,
                id,
                revision,
                keepsHolds,
                currency,
                placedAt,
                lines,
                discount,
                redemptions,
                vouchers,
                attributes);
    }
}
