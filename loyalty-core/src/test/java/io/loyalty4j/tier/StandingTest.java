package io.loyalty4j.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant MARCH = Instant.parse("2027-03-31T10:00:00Z");
    private static final Present IN_MARCH = present(MARCH);
    private static final Present NEXT_YEAR = present(Instant.parse("2028-11-26T10:00:00Z"));
    private static final LocalDate YEAR_2027 = LocalDate.parse("2027-01-01");

    private static Present present(Instant now) {
        return new Present(now, ZoneOffset.UTC, YEAR_2027);
    }

    private static TierLadder ladder(Window per, long gold) {
        return TierLadder.bySpend().per(per).base("BASE").tier("GOLD", gold);
    }

    private static Standing spent(String amount) {
        return Standing.under(ladder(Window.YEAR, 150).terms()).counted(MARCH, new BigDecimal(amount), IN_MARCH);
    }

    private static Standing takenBack(Standing standing, int amount) {
        return standing.takenBack(YEAR_2027, BigDecimal.valueOf(amount), IN_MARCH);
    }

    @Test
    void aSumIsRememberedAsLongAsATierRestsOnIt() {
        Standing standing = spent("400")
                .adopting(ladder(Window.YEAR, 150).keptThroughNextPeriod().terms());

        Standing inTwoSteps =
                takenBack(takenBack(standing, 200).settled(NEXT_YEAR), 100).settled(NEXT_YEAR);
        Standing inOne = takenBack(standing, 300).settled(NEXT_YEAR);

        assertThat(inTwoSteps).isEqualTo(inOne);
        assertThat(inOne.spans()).isEmpty();
    }

    @Test
    void aTierIsJudgedByTheLadderItWasReachedOn() {
        Standing standing =
                takenBack(spent("151").adopting(ladder(Window.YEAR, 500).terms()), 1);

        assertThat(standing.tierAt(MARCH)).isEqualTo("GOLD");
        assertThat(takenBack(standing, 1).tierAt(MARCH)).isEqualTo("BASE");
    }

    @Test
    void sumsOfYearsAreNoSumsOfMonths() {
        Standing standing = spent("120").adopting(ladder(Window.MONTH, 150).terms());
        Instant january = Instant.parse("2027-01-20T10:00:00Z");

        assertThat(standing.counted(january, BigDecimal.valueOf(40), IN_MARCH).tierAt(january))
                .isEqualTo("BASE");
        assertThat(standing.amounts()).isEmpty();
    }

    @Test
    void aTierReachedByAnotherMeasureOrPeriodRestsOnNothingThatCanBeTakenBack() {
        Standing months = spent("200").adopting(ladder(Window.MONTH, 150).terms());
        Standing january = months.counted(YEAR_2027, BigDecimal.valueOf(10), MARCH, IN_MARCH);

        assertThat(takenBack(january, 10).tierAt(MARCH)).isEqualTo("GOLD");
    }

    @Test
    void sumsArePlainNumbers() {
        assertThat(spent("300").amounts().get(YEAR_2027)).hasToString("300");
    }
}
