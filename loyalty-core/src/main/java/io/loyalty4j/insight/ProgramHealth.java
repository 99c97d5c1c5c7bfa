package io.loyalty4j.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How a program does in a time: its rates are per points given, adjustments included; what members sent to each other was given once. In a short time more may be redeemed than was given, so that a rate is
 * above 100 %; over the whole life of a program the rest of both rates is outstanding, revoked or on its way to another member.
 *
 * @param given issued and added
 * @param redeemed less what was restored; may be below 0
 * @param lapsed expired, less what was reinstated; may be below 0
 * @param active members of all who had come by the end of the time, by a definition
 */
public record ProgramHealth(long given, long redeemed, long lapsed, Share active) {
    /** Of a roll-forward's flows, and the members of the same time. */
    public static ProgramHealth of(Flows flows, Share active) {
        return new ProgramHealth(
                Math.addExact(flows.of(Movement.ISSUED), flows.of(Movement.ADDED)),
                flows.of(Movement.REDEEMED) - flows.of(Movement.RESTORED),
                flows.of(Movement.EXPIRED) - flows.of(Movement.REINSTATED),
                active);
    }

    /** Redeemed by given, as a share with some decimals, half up; empty if nothing was given. */
    public Optional<BigDecimal> redemptionRate(int decimals) {
        return rate(redeemed, decimals);
    }

    /** Lapsed by given, as a share with some decimals, half up; empty if nothing was given. */
    public Optional<BigDecimal> breakageRate(int decimals) {
        return rate(lapsed, decimals);
    }

    private Optional<BigDecimal> rate(long points, int decimals) {
        return given == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(points).divide(BigDecimal.valueOf(given), decimals, RoundingMode.HALF_UP));
    }
}
