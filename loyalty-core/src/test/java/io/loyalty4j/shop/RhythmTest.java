package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");

    /** Orders with so many hours between them. */
    private static List<Instant> gaps(int... hours) {
        List<Instant> orders = new ArrayList<>(List.of(FIRST));
        for (int gap : hours) {
            orders.add(orders.get(orders.size() - 1).plus(Duration.ofHours(gap)));
        }
        return orders;
    }

    @Test
    void aRhythmIsTheMedianOfTheGaps() {
        assertThat(Rhythm.of(gaps(100, 30, 50))).contains(Duration.ofHours(50));
        assertThat(Rhythm.of(gaps(100, 30, 50, 70))).contains(Duration.ofHours(60));
        assertThat(Rhythm.of(gaps(100, 30))).contains(Duration.ofHours(65));
    }

    @Test
    void ofLessThanTwoGapsThereIsNoneAndItIsADayAtLeast() {
        assertThat(Rhythm.of(List.of())).isEmpty();
        assertThat(Rhythm.of(gaps())).isEmpty();
        assertThat(Rhythm.of(gaps(100))).isEmpty();
        assertThat(Rhythm.of(gaps(1, 2))).contains(Duration.ofDays(1));
    }

    @Test
    void onlyTheLatestOrdersMatter() {
        assertThat(Rhythm.of(gaps(900, 900, 900, 30, 30, 30, 30, 30, 30, 40, 40, 40, 40, 40)))
                .contains(Duration.ofHours(35));
        assertThat(Rhythm.of(gaps(
                        900, 900, 900, 900, 900, 900, 900, 900, 900, 900, 900, 900, 900, 30, 30, 30, 30, 30, 30, 30)))
                .contains(Duration.ofHours(30));
    }

    @Test
    void dormantIsWhoWaitsLongerThanAllOrLongerThanTheyDo() {
        ZoneId rome = ZoneId.of("Europe/Rome");
        Instant march = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(DormantAfter.pause(Period.ofMonths(1)).from(march, List.of(), ZoneOffset.UTC))
                .contains(Instant.parse("2026-04-01T12:00:00Z"));
        assertThat(DormantAfter.pause(Period.ofMonths(1)).from(march, List.of(), rome))
                .contains(Instant.parse("2026-04-01T11:00:00Z"));
        assertThat(DormantAfter.rhythm(3).from(march, gaps(48, 48), rome))
                .contains(Instant.parse("2026-03-07T12:00:00Z"));
        assertThat(DormantAfter.rhythm(3).from(march, gaps(48), rome)).isEmpty();
    }
}
