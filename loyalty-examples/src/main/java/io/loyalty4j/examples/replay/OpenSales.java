package io.loyalty4j.examples.replay;

import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of earlier sales. A cancellation does not name the invoice that it returns, so it is set against the same member's sales of the
 * same article at the same price, the oldest first; where less is left than it asks for, it takes what is left.
 */
final class OpenSales {
    private final Map<Article, Deque<Sale>> open = new HashMap<>();

    void sold(Invoice invoice) {
        List<HistoryLine> lines = invoice.lines();
        for (int i = 0; i < lines.size(); i++) {
            HistoryLine line = lines.get(i);
            open.computeIfAbsent(Article.of(line), article -> new ArrayDeque<>(1))
                    .add(new Sale(invoice.number(), Invoice.lineId(i), line.quantity()));
        }
    }

    /** The sales that a line of a cancellation takes pieces back from; they are no longer left afterwards. */
    List<Sale> takeBack(HistoryLine cancellation) {
        Deque<Sale> sales = open.getOrDefault(Article.of(cancellation), new ArrayDeque<>(1));
        List<Sale> taken = new ArrayList<>();
        int wanted = -cancellation.quantity();
        while (wanted > 0 && !sales.isEmpty()) {
            Sale oldest = sales.remove();
            int pieces = Math.min(wanted, oldest.pieces());
            taken.add(oldest.of(pieces));
            wanted -= pieces;
            if (pieces < oldest.pieces()) {
                sales.addFirst(oldest.of(oldest.pieces() - pieces));
            }
        }
        return taken;
    }

    /** So many pieces of a line of an order. */
    record Sale(String order, String line, int pieces) {
        private Sale of(int some) {
            return new Sale(order, line, some);
        }
    }

    private record Article(MemberId member, String sku, BigDecimal price) {
        static Article of(HistoryLine line) {
            return new Article(line.member(), line.sku(), line.price());
        }
    }
}
