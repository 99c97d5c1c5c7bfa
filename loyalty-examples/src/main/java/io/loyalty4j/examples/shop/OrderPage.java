package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.IssuedVoucher;
import io.loyalty4j.ledger.Journal.OrderSummary;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        List<BasketPage.Row> used,
        List<String> vouchers,
        List<BasketPage.Row> figures) {
    static OrderPage of(
            Frame frame, ShopOrder order, Receipt receipt, OrderSummary summary, Account account, ZoneId zone) {
        return new OrderPage(
                frame,
                order.id(),
                order.basket().lines().stream()
                        .map(line -> Bought.of(line, receipt, summary))
                        .toList(),
                LineView.extras(receipt.awards()),
                Words.points(receipt.earned()),
                paid(order, receipt),
                used(receipt),
                receipt.vouchers().stream()
                        .map(voucher -> voucher(voucher, account, zone))
                        .toList(),
                figures(summary));
    }

    private static String paid(ShopOrder order, Receipt receipt) {
        return Words.money(receipt.discount()
                .map(off -> order.basket().total().subtract(off.amount()))
                .orElse(order.basket().total()));
    }

    private static List<BasketPage.Row> used(Receipt receipt) {
        return receipt.rewards().stream()
                .map(reward -> new BasketPage.Row(
                        Words.name(reward.reward())
                                + (reward.points() == 0 ? "" : " (" + Words.points(reward.points()) + ")"),
                        "−" + Words.money(reward.worth())))
                .toList();
    }

    /** A code that is good no longer is not told again. */
    private static String voucher(IssuedVoucher voucher, Account account, ZoneId zone) {
        String what = Words.name(voucher.reward());
        return voucher.code()
                .filter(code -> account.vouchers(voucher.reward()) > 0)
                .map(code -> "You also get " + what + ". Its code is " + code + ". You can use it until "
                        + Words.day(voucher.until().minusMillis(1), zone) + ".")
                .orElse("You also got " + what + ", which cannot be used any more.");
    }

    private static List<BasketPage.Row> figures(OrderSummary summary) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("Earned", summary.earned());
        figures.put("Taken back after returns", summary.takenBack());
        figures.put("Used", summary.redeemed());
        figures.put("Given back after returns", summary.restored());
        return figures.entrySet().stream()
                .filter(figure -> figure.getValue() > 0)
                .map(figure -> new BasketPage.Row(figure.getKey(), Words.points(figure.getValue())))
                .toList();
    }

    /**
     * A line, and what of it can come back.
     *
     * @param left pieces that have not come back
     * @param refunded what was paid in money for those that have
     * @param returnId under which a return is booked from this page, however often the button is pressed
     */
    record Bought(LineView line, int left, int returned, String refunded, String returnId) {
        static Bought of(Basket.Line line, Receipt receipt, OrderSummary summary) {
            int returned = summary.lines().stream()
                    .filter(one -> one.id().equals(line.id()))
                    .mapToInt(OrderPosition.Line::returned)
                    .sum();
            return new Bought(
                    LineView.of(line, receipt.awards()),
                    line.pieces() - returned,
                    returned,
                    Words.money(refunded(line, receipt, returned)),
                    Ids.random("r"));
        }

        /** The shop's own money: what was paid for the line, in proportion. Points that paid for it come back as points. */
        private static BigDecimal refunded(Basket.Line line, Receipt receipt, int returned) {
            BigDecimal off = receipt.discountOf(line.id()).map(Money::amount).orElse(BigDecimal.ZERO);
            return line.total()
                    .subtract(off)
                    .multiply(BigDecimal.valueOf(returned))
                    .divide(BigDecimal.valueOf(line.pieces()), 2, RoundingMode.HALF_UP);
        }

        public boolean returnable() {
            return left > 0;
        }

        public boolean someReturned() {
            return returned > 0;
        }
    }
}
