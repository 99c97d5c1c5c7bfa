package io.loyalty4j.earn;

import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines that an order still has, with what earns on each: everything at its purchase, less after each return. Immutable. */
public final class KeptLines {
    private static final KeptLine NOTHING = new KeptLine("", 0, BigDecimal.ZERO);

    private final Map<String, KeptLine> lines;
    private final BigDecimal basis;
    private final boolean gone;

    private KeptLines(Map<String, KeptLine> lines, BigDecimal basis, boolean gone) {
        this.lines = lines;
        this.basis = basis;
        this.gone = gone;
    }

    /** Of an order or activity that was undone as a whole. */
    public static KeptLines undone() {
        return new KeptLines(Map.of(), BigDecimal.ZERO, true);
    }

    public static KeptLines of(List<KeptLine> lines) {
        Map<String, KeptLine> byId = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (KeptLine line : lines) {
            byId.put(line.id(), line);
            sum = sum.add(line.basis());
        }
        return new KeptLines(byId, sum, false);
    }

    /** All of an order that was just bought. */
    public static KeptLines bought(List<OrderLine> lines) {
        return of(lines.stream()
                .map(line -> new KeptLine(line.id(), line.quantity(), line.amount()))
                .toList());
    }

    /** The order's lines in their order. */
    public Collection<KeptLine> lines() {
        return lines.values();
    }

    /** What all of them earn on. */
    public BigDecimal basis() {
        return basis;
    }

    boolean gone() {
        return gone;
    }

    BigDecimal basisOf(String line) {
        return lines.getOrDefault(line, NOTHING).basis();
    }

    int quantityOf(String line) {
        return lines.getOrDefault(line, NOTHING).quantity();
    }

    /**
     * One line.
     *
     * @param basis what the kept pieces earn on, in the program's currency
     */
    public record KeptLine(String id, int quantity, BigDecimal basis) {}
}
