package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.IssuedVoucher;
import io.loyalty4j.ledger.Journal.OrderSummary;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Receipt;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order that was paid.
 *
 * @param vouchers that came with it
 * @param figures what it earned and took until now
 */
record OrderPage(
        Frame frame,
        String orderId,
        List<Bought> lines,
        List<String> extras,
        String points,
        String paid,
        List<String> vouchers,
        List<String> figures) {
    static OrderPage of(Frame frame, ShopOrder order, Receipt receipt, OrderSummary summary, ZoneId zone) {
        return new OrderPage(
                frame,
                order.id(),
                order.basket().lines().stream()
                        .map(line -> Bought.of(line, receipt, summary))
                        .toList(),
                LineView.extras(receipt.awards()),
                Words.points(receipt.earned()),
                paid(order, receipt),
                receipt.vouchers().stream()
                        .map(voucher -> voucher(voucher, zone))
                        .toList(),
                figures(summary));
    }

    private static String paid(ShopOrder order, Receipt receipt) {
        return Words.money(receipt.discount()
                .map(off -> order.basket().total().subtract(off.amount()))
                .orElse(order.basket().total()));
    }

    private static String voucher(IssuedVoucher voucher, ZoneId zone) {
        return "With it comes " + Words.name(voucher.reward()) + ". The code is "
                + voucher.code().orElse("on its way") + ", good until " + Words.time(voucher.until(), zone) + ".";
    }

    private static List<String> figures(OrderSummary summary) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put(" earned", summary.earned());
        figures.put(" taken back of them", summary.takenBack());
        figures.put(" used", summary.redeemed());
        figures.put(" given back of them", summary.restored());
        return figures.entrySet().stream()
                .filter(figure -> figure.getValue() > 0)
                .map(figure -> Words.points(figure.getValue()) + figure.getKey())
                .toList();
    }

    /**
     * A line, and what of it can come back.
     *
     * @param left pieces that have not come back
     * @param returnId under which a return is booked from this page, however often the button is pressed
     */
    record Bought(LineView line, int left, int returned, String returnId) {
        static Bought of(Basket.Line line, Receipt receipt, OrderSummary summary) {
            int returned = summary.lines().stream()
                    .filter(one -> one.id().equals(line.id()))
                    .mapToInt(OrderPosition.Line::returned)
                    .sum();
            return new Bought(LineView.of(line, receipt.awards()), line.pieces() - returned, returned, Ids.random("r"));
        }

        public boolean returnable() {
            return left > 0;
        }

        public boolean someReturned() {
            return returned > 0;
        }
    }
}
