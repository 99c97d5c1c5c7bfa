package io.loyalty4j.examples.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.program.LoyaltyProgram;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class NovemberEventTest {
    private final Printed printed = new Printed();

    @Test
    void printsWhatItFound() {
        PrintStream screen = System.out;
        System.setOut(printed.stream());
        try {
            NovemberEvent.main();
        } finally {
            System.setOut(screen);
        }

        assertThat(printed.toString().lines())
                .containsExactly(
                        "beauty-insider 2020: a perfume at 120.00",
                        "  2020-11-19 ROUGE: 120 points, good through 2021-11-19",
                        "  2020-11-20 INSIDER: 240 points, good through 2021-11-20",
                        "  2020-11-20 VIB: 360 points, good through 2021-11-20",
                        "  2020-11-26 ROUGE: 480 points, good through 2021-11-26",
                        "  2020-11-27 ROUGE: 120 points, good through 2021-11-27",
                        "The November event gives what was promised, on its days alone.");
    }

    @Test
    void endsWithTheFirstThatDoesNotHold() {
        LoyaltyProgram aDayShort = BeautyInsider.program().toBuilder()
                .version("2020-draft")
                .without("november-event")
                .earn(
                        "november-event",
                        EarnRules.multiplier(2)
                                .inTier("VIB", 3)
                                .inTier("ROUGE", 4)
                                .from("2020-11-20")
                                .through("2020-11-25"))
                .build();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new NovemberEvent(aDayShort, printed.stream()).holds())
                .withMessageContaining("expected: 480")
                .withMessageContaining("actual:   120");
        assertThat(printed.toString()).contains("2020-11-20 VIB").doesNotContain("2020-11-26");
    }
}
