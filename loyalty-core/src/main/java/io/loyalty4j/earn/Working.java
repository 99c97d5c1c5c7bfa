package io.loyalty4j.earn;

import io.loyalty4j.earn.Calculation.Share;
import io.loyalty4j.earn.Cells.Cell;
import io.loyalty4j.earn.KeptLines.KeptLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a share of points came about.
 *
 * @param basis what earned, of a share on a line
 * @param factor of all multipliers on the line; empty if there is none
 * @param exact before limits and rounding, as a decimal, or as a fraction where no decimal has it
 * @param most the limit that could bind it
 * @param wanted rounded, without limits
 */
public record Working(
        String rule,
        Optional<String> line,
        Optional<BigDecimal> basis,
        Optional<BigDecimal> factor,
        String exact,
        Optional<Long> most,
        long wanted,
        long points) {

    static List<Working> of(Reckoning reckoning, List<Share> shares, KeptLines kept) {
        Map<Share, String> exact = new HashMap<>();
        BigDecimal denominator = reckoning.cells().denominator();
        for (Cell cell : reckoning.cells().all()) {
            exact.put(new Share(cell.rule(), cell.line(), 0, 0), Fraction.text(cell.numerator(), denominator));
        }
        return shares.stream().map(share -> of(share, reckoning, exact, kept)).toList();
    }

    private static Working of(Share share, Reckoning reckoning, Map<Share, String> exact, KeptLines kept) {
        Optional<KeptLine> line = share.line()
                .flatMap(id ->
                        kept.lines().stream().filter(one -> one.id().equals(id)).findFirst());
        Optional<Long> most = reckoning.contributions().stream()
                .filter(one -> one.rule().equals(share.rule()))
                .flatMap(one -> one.most().stream())
                .findFirst();
        return new Working(
                share.rule(),
                share.line(),
                line.map(KeptLine::basis),
                line.flatMap(one -> reckoning.factors().reached(one)),
                exact.getOrDefault(share.place(), Long.toString(share.wanted())),
                most,
                share.wanted(),
                share.points());
    }
}
