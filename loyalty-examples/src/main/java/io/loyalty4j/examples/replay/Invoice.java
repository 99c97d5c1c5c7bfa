package io.loyalty4j.examples.replay;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of one number and one member: an order, or the cancellation of parts of earlier ones.
 *
 * @param at of its first line; the till may have written the others a minute later
 */
public record Invoice(MemberId member, String number, Instant at, List<HistoryLine> lines) {

    /** All invoices in the order they are replayed in: by time, then as the lines stand in the files. */
    static List<Invoice> of(List<HistoryLine> lines) {
        Map<Key, List<HistoryLine>> invoices = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparing(HistoryLine::at))
                .forEach(line -> invoices.computeIfAbsent(
                                new Key(line.member(), line.invoice()), key -> new ArrayList<>())
                        .add(line));
        return invoices.values().stream().map(Invoice::whole).toList();
    }

    private static Invoice whole(List<HistoryLine> lines) {
        HistoryLine first = lines.get(0);
        return new Invoice(first.member(), first.invoice(), first.at(), List.copyOf(lines));
    }

    public boolean cancellation() {
        return HistoryLine.cancellation(number);
    }

    /** The order that this invoice is, dated by its first line. */
    Order order(Currency currency) {
        List<OrderLine> orderLines = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            orderLines.add(lines.get(i).orderLine(lineId(i)));
        }
        return Order.of(member, number)
                .currency(currency.getCurrencyCode())
                .lines(orderLines)
                .at(at);
    }

    /** A line's id in its order: two lines of one article are two lines. */
    static String lineId(int index) {
        return "L" + (index + 1);
    }

    private record Key(MemberId member, String number) {}
}
