package io.loyalty4j.examples.promotions;

import static io.loyalty4j.testing.LoyaltyScenario.line;

import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.testing.LoyaltyScenario;
import java.io.PrintStream;
import java.time.Period;

/** A promotion tried without any test framework: prints what it found, or ends with an {@link AssertionError}, and so with exit code 1. */
public final class NovemberEvent {
    private static final OrderLine PERFUME = line("perfume", "120.00").category("fragrance");

    private final LoyaltyProgram program;
    private final PrintStream out;

    NovemberEvent(LoyaltyProgram program, PrintStream out) {
        this.program = program;
        this.out = out;
    }

    public static void main(String... args) {
        new NovemberEvent(BeautyInsider.program(), System.out).holds();
    }

    void holds() {
        out.println(program + ": a perfume at " + PERFUME.price());
        earns("2020-11-19", "ROUGE", 120);
        earns("2020-11-20", "INSIDER", 240);
        earns("2020-11-20", "VIB", 360);
        earns("2020-11-26", "ROUGE", 480);
        earns("2020-11-27", "ROUGE", 120);
        out.println("The November event gives what was promised, on its days alone.");
    }

    private void earns(String day, String tier, long points) {
        LoyaltyScenario scenario = LoyaltyScenario.of(program).at(day);
        scenario.given("ana").inTier(tier).when("ana").buys(PERFUME).then().earned(points);

        Account ana = scenario.account("ana");
        out.println("  " + day + " " + tier + ": " + points + " points, good through "
                + ana.pointsEnding(Period.ZERO).firstKey());
    }
}
