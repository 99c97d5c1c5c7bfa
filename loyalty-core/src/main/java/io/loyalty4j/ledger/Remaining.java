package io.loyalty4j.ledger;

import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.ledger.OrderPosition.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is left of an order: each line without its pieces that came back, and without its share of the money that came back for goods that stay. A function of
 * what came back in all, so that it is the same for every partition of it.
 */
final class Remaining {
    private final List<Line> lines;
    private final BigDecimal refunded;
    private final int scale;
    private final boolean undone;
    private final BigDecimal all;

    /**
     * What is left of some lines.
     *
     * @param refunded money that came back, in the program's currency
     */
    Remaining(List<Line> lines, BigDecimal refunded, int scale) {
        this(lines, refunded, scale, false);
    }

    private Remaining(List<Line> lines, BigDecimal refunded, int scale, boolean undone) {
        this.lines = lines;
        this.refunded = refunded;
        this.scale = scale;
        this.undone = undone;
        this.all = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All of an order, as if nothing had come back. */
    static Remaining asBooked(OrderPosition position) {
        int scale = position.terms().map(Terms::scale).orElse(0);
        List<Line> lines =
                position.lines().stream().map(line -> line.returning(0)).toList();
        return new Remaining(lines, BigDecimal.ZERO, scale, false);
    }

    static Remaining of(OrderPosition position) {
        BigDecimal rate = position.terms().map(Terms::rate).orElse(BigDecimal.ONE);
        int scale = position.terms().map(Terms::scale).orElse(0);
        return new Remaining(position.lines(), position.asked().amount().multiply(rate), scale, position.whole());
    }

    /** What still earns. */
    KeptLines lines() {
        return kept(Line::counts);
    }

    /** The same as if the lines that do not count for tiers had never been bought, so that what comes back of them changes nothing. */
    KeptLines qualifyingLines() {
        return kept(line -> line.counts() && line.qualifies().signum() > 0);
    }

    private KeptLines kept(Predicate<Line> some) {
        if (undone || nothing()) {
            return KeptLines.undone();
        }
        return KeptLines.of(lines.stream()
                .filter(some)
                .map(line -> new KeptLine(line.id(), line.quantity() - line.returned(), of(line, line.basis())))
                .toList());
    }

    /** What is left of the price. */
    BigDecimal price() {
        return undone || nothing()
                ? BigDecimal.ZERO
                : lines.stream().map(line -> of(line, line.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What is left of that which the lines count for tiers.
     *
     * @param ofMoney whether money that came back for goods that stay makes it less
     */
    BigDecimal qualifying(boolean ofMoney) {
        return qualified()
                .map(line -> ofMoney ? of(line, line.qualifies()) : line.kept(line.qualifies(), scale))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines that count for tiers, also those of which every piece has come back; none of an order that has come back whole. */
    Stream<Line> qualified() {
        return undone || nothing()
                ? Stream.empty()
                : lines.stream().filter(line -> line.qualifies().signum() > 0);
    }

    /** Whether nothing is: every piece has come back, or all of the price. */
    boolean nothing() {
        return !lines.isEmpty()
                && (lines.stream().allMatch(line -> line.returned() == line.quantity()) || nothingIsPaid());
    }

    private boolean nothingIsPaid() {
        return refunded.signum() > 0
                && lines.stream().allMatch(line -> of(line, line.amount()).signum() == 0);
    }

    private BigDecimal of(Line line, BigDecimal value) {
        BigDecimal left = line.kept(value, scale);
        return refunded.signum() == 0 ? left : left.subtract(reduction(line)).max(BigDecimal.ZERO);
    }

    /** A line's share of the money, rounded for itself, half up, so that it never falls while more comes back. */
    private BigDecimal reduction(Line line) {
        if (all.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int finer = Math.max(scale, line.amount().stripTrailingZeros().scale());
        return refunded.min(all).multiply(line.amount()).divide(all, finer, RoundingMode.HALF_UP);
    }
}
