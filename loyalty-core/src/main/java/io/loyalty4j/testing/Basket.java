package io.loyalty4j.testing;

import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.List;
import java.util.Set;

/** An order that is being put together, in the program's currency. */
public final class Basket {
    private final When when;
    private final Order order;

    Basket(When when, Order order) {
        this.when = when;
        this.order = order;
    }

    private Basket with(Order changed) {
        return new Basket(when, changed);
    }

    public Basket redeeming(String reward) {
        return with(order.redeem(reward));
    }

    /** So many points of a payment or menu. */
    public Basket redeeming(String reward, long points) {
        return with(order.redeem(reward, points));
    }

    /**
     * With the voucher of which the member was told last, used or not.
     *
     * @throws AssertionError if they were told of none
     */
    public Basket usingVoucher() {
        List<String> codes = when.world().told().to(when.member()).stream()
                .filter(VoucherIssued.class::isInstance)
                .map(event -> ((VoucherIssued) event).code())
                .toList();
        if (codes.isEmpty()) {
            throw Failure.of(when.member() + " was told of no voucher" + heldBack());
        }
        return usingVoucher(codes.get(codes.size() - 1));
    }

    private String heldBack() {
        return when.world().heldBack(when.member(), Set.of()).stream()
                .filter(said -> said.startsWith(VoucherIssued.class.getSimpleName()))
                .map(said -> "; held back was " + said)
                .findFirst()
                .orElse("");
    }

    public Basket usingVoucher(String code) {
        return with(order.voucher(code));
    }

    public Basket with(String attribute, String value) {
        return with(order.with(attribute, value));
    }

    /** In another currency that the program accepts. */
    public Basket currency(String code) {
        return with(order.currency(code));
    }

    /** Placed earlier than it is booked: a day (its noon) or a time, in the program's zone. */
    public Basket placedAt(String dateOrDateTime) {
        return with(order.at(when.instant(dateOrDateTime)));
    }

    /** As it stands after an edit: all of its lines are named again. */
    public Basket revision(int number) {
        return with(order.revision(number));
    }

    /** Asks what it would come to; nothing is written. */
    public Done asksFor(OrderLine... lines) {
        return when.asks(order.lines(List.of(lines)));
    }

    /** Holds what it redeems. */
    public Done reserves(OrderLine... lines) {
        Order all = order.lines(List.of(lines));
        return when.sent(when.member() + " reserved for " + words(all), List.of(all.reservation()));
    }

    public Done buys(OrderLine... lines) {
        Order all = order.lines(List.of(lines));
        return when.sent(when.member() + " bought " + words(all), List.of(all));
    }

    private static String words(Order order) {
        return order.id() + ": " + Words.lines(order);
    }
}
