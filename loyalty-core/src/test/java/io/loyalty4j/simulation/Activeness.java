package io.loyalty4j.simulation;

import java.util.Optional;

/** Whether an order keeps points from lapsing for inactivity: seen from before it. */
final class Activeness {
    private static final long FOR_EVER = 253_402_214_400_000L;

    private final Visit visit;
    private final boolean idle;

    Activeness(Visit visit) {
        this.visit = visit;
        this.idle =
                visit.purse.tokens.stream().anyMatch(token -> token.outstanding() && token.grant.idle != Grant.NEVER);
        visit.purse.idleMoved = false;
    }

    /** Points that would lapse for inactivity do not, for a while; or never, if that is no matter any more. */
    void goOn(long active) {
        Purse purse = visit.purse;
        visit.rules
                .pause(active)
                .or(() -> idle || purse.idleMoved ? Optional.of(FOR_EVER) : Optional.empty())
                .ifPresent(until -> purse.activeUntil = Math.max(purse.activeUntil, until));
    }
}
