package io.loyalty4j.ledger;

import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a machine may decide about an account: its clock is not behind it, and its version of the program is the one in force, or the next. */
final class Timeliness {
    /** How far apart clocks may be. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Timeliness() {}

    static boolean newer(LoyaltyProgram program, Account account) {
        return program.inForceFrom().isAfter(account.program().inForceFrom());
    }

    static Optional<Refusal> refusal(LoyaltyProgram program, Account account, Instant clock, Instant now) {
        if (clock.plus(TOLERANCE).isBefore(account.time())) {
            return Optional.of(new Refusal.ClockBehind(clock, account.time()));
        }
        if (program.inForceFrom().isAfter(now)) {
            return Optional.of(new Refusal.ProgramNotInForce(program.version(), program.inForceFrom()));
        }
        Account.ProgramTerms adopted = account.program();
        boolean same = program.version().equals(adopted.version())
                && program.inForceFrom().equals(adopted.inForceFrom());
        return newer(program, account) || same
                ? Optional.empty()
                : Optional.of(new Refusal.ProgramOutdated(program.version(), adopted.version()));
    }
}
