package io.loyalty4j.examples.replay;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Outcome.Replayed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what one run over a history books, and what it need not or could not. */
public final class ReplayTally {
    private long orders;
    private long ordersKnown;
    private long redemptions;
    private long refunds;
    private long refundsKnown;
    private long nonProducts;
    private BigDecimal nonProductsValue = BigDecimal.ZERO;
    private long nonProductsPoints;
    private final Map<Match, Long> matches = new EnumMap<>(Match.class);
    private final List<NotBooked> notBooked = new ArrayList<>();

    void orderWasKnown() {
        ordersKnown++;
    }

    void sold(Invoice invoice, Outcome outcome) {
        orders++;
        redemptions += outcome.receipt().redeemed() > 0 ? 1 : 0;
        Set<String> services = new HashSet<>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            HistoryLine line = invoice.lines().get(i);
            if (NonProducts.include(line.sku())) {
                services.add(Invoice.lineId(i));
                nonProductsValue = nonProductsValue.add(line.value());
            }
        }
        nonProducts += services.size();
        nonProductsPoints += pointsOf(services, outcome.receipt().awards());
    }

    private static long pointsOf(Set<String> lines, List<Award> awards) {
        return awards.stream()
                .filter(award -> award.line().filter(lines::contains).isPresent())
                .mapToLong(Award::points)
                .sum();
    }

    void tookBack(Outcome outcome) {
        if (outcome instanceof Replayed) {
            refundsKnown++;
        } else {
            refunds++;
        }
    }

    void matched(Match match) {
        matches.merge(match, 1L, Long::sum);
    }

    void notBooked(Invoice invoice, String why) {
        notBooked.add(new NotBooked(invoice.number(), why));
    }

    public long orders() {
        return orders;
    }

    /** Orders that were in the journal before this run. */
    long ordersKnown() {
        return ordersKnown;
    }

    /** Orders that paid with a reward. */
    long redemptions() {
        return redemptions;
    }

    /** Returns, one for each order that a cancellation takes from. */
    public long refunds() {
        return refunds;
    }

    long refundsKnown() {
        return refundsKnown;
    }

    /** Lines of cancellations. */
    long cancellationLines() {
        return matches.values().stream().mapToLong(Long::longValue).sum();
    }

    long cancellationLines(Match match) {
        return matches.getOrDefault(match, 0L);
    }

    /** Sold lines that are no goods. */
    long nonProducts() {
        return nonProducts;
    }

    BigDecimal nonProductsValue() {
        return nonProductsValue;
    }

    /** What the lines that are no goods earned: nothing, if the program is right. */
    long nonProductsPoints() {
        return nonProductsPoints;
    }

    public List<NotBooked> notBooked() {
        return List.copyOf(notBooked);
    }

    /** An order or return that the engine would not book: the invoice it stands on, and the reason in words. */
    public record NotBooked(String invoice, String why) {}
}
