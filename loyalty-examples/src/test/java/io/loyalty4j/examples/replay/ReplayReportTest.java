package io.loyalty4j.examples.replay;

import static io.loyalty4j.examples.replay.Written.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayReportTest {
    private final LoyaltyProgram program = BeautyInsider.in("GBP", "Europe/London");
    private final LoyaltyStore store = LoyaltyStore.inMemory();

    private final String[] lines = {
        "1,a,x,1,2010-12-01 10:00:00,1200.00,7,UK",
        "2,a,x,4,2010-12-02 10:00:00,100.00,8,UK",
        "C3,a,x,-3,2010-12-02 10:30:00,100.00,8,UK",
        "4,a,x,1,2011-02-01 10:00:00,20.00,7,UK",
        "5,a,x,1,2011-02-02 10:00:00,20.00,,UK",
        "6,a,x,1,2012-01-10 10:00:00,0.005,7,UK"
    };

    private List<String> section(String title) {
        History history = history(lines);
        ReplayTally tally = Replay.of(history, program, store, Progress.none());
        return new ReplayReport(history, tally, program, store)
                .sections().stream()
                        .filter(section -> section.title().startsWith(title))
                        .findFirst()
                        .orElseThrow()
                        .lines();
    }

    @Test
    void countsTheMembersOfEachTierAtTheEndOfEachYearAndOfTheHistory() {
        assertThat(section("Members by tier"))
                .containsExactly(
                        "  at the end of  INSIDER  VIB  ROUGE  members",
                        "  2010-12-31           1    0      1        2",
                        "  2011-12-31           1    0      1        2",
                        "  2012-01-10           2    0      0        2");
    }

    @Test
    void saysWhatBecameOfThePointsAndWhatTheyAreWorth() {
        assertThat(section("Points"))
                .contains(
                        "                         points       worth",
                        "  issued                  1,615   32.30 GBP",
                        "  redeemed                 -500  -10.00 GBP",
                        "  expired                  -100   -2.00 GBP",
                        "  revoked (clawed back)    -300   -6.00 GBP",
                        "  outstanding               715   14.30 GBP");
    }

    @Test
    void addsUpWhatWasSoldToTheLastDecimal() {
        assertThat(section("Read"))
                .contains(
                        "  lines                                                     6",
                        "  sold, by the files                            1,620.005 GBP",
                        "  sold, by the ledger                           1,620.005 GBP",
                        "  sold less cancelled, by the files             1,320.005 GBP");
    }

    @Test
    void showsTheLargestBalancesFirst() {
        assertThat(section("The ten largest balances"))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("  7 ");
    }

    @Test
    void tellsTheLifeOfAMemberToWhomMuchHappenedWithTheReasonOfEachAward() {
        List<String> statement = section("Statement of member 8");

        assertThat(statement).hasSize(4);
        assertThat(statement.get(1)).contains("+400").endsWith("base 400 (1 per 1.00)");
        assertThat(statement.get(2)).contains("-300").contains("taken back");
        assertThat(statement.get(3)).contains("-100").contains("2011-12-03 00:00");
    }

    @Test
    void showsAGuestsLineAsSkipped() {
        assertThat(section("Skipped: 1 line"))
                .anySatisfy(line -> assertThat(line).contains("no customer").endsWith("6"));
    }
}
