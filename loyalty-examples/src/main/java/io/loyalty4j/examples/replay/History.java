package io.loyalty4j.examples.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the files say.
 *
 * @param linesRead without the headers: used and skipped ones
 * @param invoices in the order they are replayed in
 */
public record History(long linesRead, List<Invoice> invoices, SkippedLines skipped) {

    static History of(List<HistoryLine> lines, SkippedLines skipped) {
        return new History(lines.size() + skipped.count(), Invoice.of(lines), skipped);
    }

    public long linesSkipped() {
        return skipped.count();
    }

    /** The instant of the last invoice; the epoch if there is none. */
    public Instant end() {
        return invoices.isEmpty()
                ? Instant.EPOCH
                : invoices.get(invoices.size() - 1).at();
    }

    Stream<HistoryLine> lines() {
        return invoices.stream().flatMap(invoice -> invoice.lines().stream());
    }

    /** What was sold less what was cancelled, exact to the last decimal. */
    BigDecimal value() {
        return lines().map(HistoryLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
