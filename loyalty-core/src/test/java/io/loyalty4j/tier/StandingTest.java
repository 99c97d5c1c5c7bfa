package io.loyalty4j.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Instant MARCH = Instant.parse("2027-03-31T10:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2028-11-26T10:00:00Z");
    private static final LocalDate YEAR_2027 = LocalDate.parse("2027-01-01");

    private static TierLadder ladder(Window per, long gold) {
        return TierLadder.bySpend().per(per).base("BASE").tier("GOLD", gold);
    }

    private static Standing spent(String amount) {
        return Standing.under(ladder(Window.YEAR, 150).terms()).spent(MARCH, new BigDecimal(amount), UTC);
    }

    private static BigDecimal amount(int value) {
        return BigDecimal.valueOf(value);
    }

    @Test
    void aSumIsRememberedAsLongAsATierRestsOnIt() {
        Standing standing = spent("400")
                .adopting(ladder(Window.YEAR, 150).keptThroughNextPeriod().terms());

        Standing inTwoSteps = standing.takenBack(YEAR_2027, amount(200))
                .settledAt(NEXT_YEAR, UTC)
                .takenBack(YEAR_2027, amount(100))
                .settledAt(NEXT_YEAR, UTC);
        Standing inOne = standing.takenBack(YEAR_2027, amount(300)).settledAt(NEXT_YEAR, UTC);

        assertThat(inTwoSteps).isEqualTo(inOne);
        assertThat(inOne.spans()).isEmpty();
    }

    @Test
    void aTierIsJudgedByTheLadderItWasReachedOn() {
        Standing standing =
                spent("151").adopting(ladder(Window.YEAR, 500).terms()).takenBack(YEAR_2027, amount(1));

        assertThat(standing.tierAt(MARCH)).isEqualTo("GOLD");
        assertThat(standing.takenBack(YEAR_2027, amount(1)).tierAt(MARCH)).isEqualTo("BASE");
    }

    @Test
    void sumsOfYearsAreNoSumsOfMonths() {
        Standing standing = spent("120").adopting(ladder(Window.MONTH, 150).terms());
        Instant january = Instant.parse("2027-01-20T10:00:00Z");

        assertThat(standing.spent(january, amount(40), UTC).tierAt(january)).isEqualTo("BASE");
        assertThat(standing.amounts()).isEmpty();
    }

    @Test
    void sumsArePlainNumbers() {
        assertThat(spent("300").amounts().get(YEAR_2027)).hasToString("300");
    }
}
