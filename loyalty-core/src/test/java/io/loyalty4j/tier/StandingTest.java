package io.loyalty4j.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Instant MARCH = Instant.parse("2027-03-31T10:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2028-11-26T10:00:00Z");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private static TierLadder ladder(Window per) {
        return TierLadder.bySpend().per(per).base("BASE").tier("GOLD", 150);
    }

    /** Found by the partition law: a year's tier outlived the sum it rested on once the ladder counted by quarters. */
    @Test
    void aSumIsRememberedAsLongAsATierRestsOnIt() {
        Standing standing = Standing.under(ladder(Window.YEAR).terms())
                .spent(MARCH, new BigDecimal(400), UTC)
                .adopting(ladder(Window.QUARTER).terms());

        Standing inTwoSteps = standing.takenBack(MARCH, HUNDRED.add(HUNDRED), UTC)
                .settledAt(NEXT_YEAR, UTC)
                .takenBack(MARCH, HUNDRED, UTC)
                .settledAt(NEXT_YEAR, UTC);
        Standing inOne = standing.takenBack(MARCH, new BigDecimal(300), UTC).settledAt(NEXT_YEAR, UTC);

        assertThat(inTwoSteps).isEqualTo(inOne);
        assertThat(inOne.spans()).isEmpty();
    }
}
