package io.loyalty4j;

import io.loyalty4j.earn.Heard;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.State;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import java.util.function.Supplier;

/** What the last decision on a command looked at, so that its receipt can say why rules were silent. Lives as long as the command is booked. */
final class Looked {
    private final LoyaltyProgram program;
    private final Command command;
    private Supplier<Heard> heard = () -> Heard.NOTHING;

    Looked(LoyaltyProgram program, Command command) {
        this.program = program;
        this.command = command;
    }

    void at(State state, Circumstances circumstances) {
        heard = () -> Decisions.heard(program, state, command, circumstances);
    }

    Supplier<Heard> heard() {
        return heard;
    }
}
