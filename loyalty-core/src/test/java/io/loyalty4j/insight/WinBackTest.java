package io.loyalty4j.insight;

import static io.loyalty4j.program.Moment.dormantWhen;
import static io.loyalty4j.shop.Window.YEAR;
import static io.loyalty4j.testing.LoyaltyScenario.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.Programs;
import io.loyalty4j.notify.LoyaltyEvent.Dormant;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Moment;
import io.loyalty4j.testing.Done;
import io.loyalty4j.testing.LoyaltyScenario;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** Members are told that they are missed when a model says that half of such customers are gone. */
class WinBackTest {
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final Moment WIN_BACK =
            dormantWhen(CDNOW.aliveBelow("0.5")).givingPoints(7).oncePer(YEAR);
    private static final LoyaltyProgram PROGRAM =
            Programs.plain().moment("win-back", WIN_BACK).build();

    private final LoyaltyScenario scenario = LoyaltyScenario.of(PROGRAM);

    /** Four orders, so many days apart. */
    private Done orders(String member, int gap) {
        Done done = scenario.given(member).consenting("email").when(member).buys(line("soap", "10.00"));
        for (int i = 0; i < 3; i++) {
            done = done.and().timePasses(Period.ofDays(gap)).and().buys(line("soap", "10.00"));
        }
        return done;
    }

    private static Done pausing(Done done, int days) {
        return done.and().timePasses(Period.ofDays(days));
    }

    /** {@code (4.414 + 3) ((2.426 + 3 - 1) / 0.793)^(1 / 3.243) - 7.414 = 5.18} weeks. */
    @Test
    void whoOrdersWeeklyIsMissedAfter37Days() {
        pausing(orders("ana", 7), 36)
                .then()
                .notNotified(Dormant.class)
                .available(40)
                .when()
                .timePasses(Period.ofDays(1))
                .then()
                .notified(Dormant.class)
                .available(47);
    }

    /** {@code (4.414 + 12) ((2.426 + 3 - 1) / 0.793)^(1 / 3.243) - 16.414 = 11.48} weeks. */
    @Test
    void whoOrdersEveryFourWeeksIsMissedAfter81Days() {
        pausing(orders("ben", 28), 80)
                .then()
                .notNotified(Dormant.class)
                .when()
                .timePasses(Period.ofDays(1))
                .then()
                .notified(Dormant.class)
                .available(47);
    }

    /** {@code (4.414 + 8.14) ((2.426 + 4 - 1) / 0.793)^(1 / 4.243) - 12.557 = 7.20} weeks after it. */
    @Test
    void anOrderBeginsTheWaitAnew() {
        Done late = pausing(orders("ana", 7), 36).and().buys(line("soap", "10.00"));
        pausing(late, 50)
                .then()
                .notNotified(Dormant.class)
                .when()
                .timePasses(Period.ofDays(1))
                .then()
                .notified(Dormant.class);
    }

    @Test
    void whoOrderedOnceIsNeverMissed() {
        pausing(scenario.given("ana").consenting("email").when("ana").buys(line("soap", "10.00")), 700)
                .then()
                .notNotified(Dormant.class);
    }

    @Test
    void theMomentSaysItselfInWords() {
        assertThat(WIN_BACK.describe())
                .isEqualTo("a gift of 7 points after a pause from which fewer than 50 of 100 such customers return");
    }
}
