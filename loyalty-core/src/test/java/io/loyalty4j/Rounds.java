package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine.DueReport;
import java.util.function.Consumer;

/** What a round of housekeeping booked, whatever it told besides. */
final class Rounds {
    private Rounds() {}

    static Consumer<DueReport> round(int members, int delivered, boolean more, boolean clockJumped) {
        return report -> {
            assertThat(report.booked()).as("booked").isEqualTo(members);
            assertThat(report.delivered()).as("delivered").isEqualTo(delivered);
            assertThat(report.left() > 0).as("something left to book").isEqualTo(more);
            assertThat(report.more() || !more).as("more").isTrue();
            assertThat(report.clockJumped()).as("clock jumped").isEqualTo(clockJumped);
        };
    }
}
