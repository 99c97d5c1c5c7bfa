package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource({
        "DAY,     2024-02-28, 2024-02-28, 2024-02-29",
        "DAY,     2024-12-31, 2024-12-31, 2025-01-01",
        "WEEK,    2026-11-22, 2026-11-16, 2026-11-23",
        "WEEK,    2026-11-23, 2026-11-23, 2026-11-30",
        "WEEK,    2027-01-01, 2026-12-28, 2027-01-04",
        "MONTH,   2024-02-29, 2024-02-01, 2024-03-01",
        "MONTH,   2026-12-31, 2026-12-01, 2027-01-01",
        "QUARTER, 2026-03-31, 2026-01-01, 2026-04-01",
        "QUARTER, 2024-02-29, 2024-01-01, 2024-04-01",
        "QUARTER, 2026-12-31, 2026-10-01, 2027-01-01",
        "YEAR,    2024-02-29, 2024-01-01, 2025-01-01",
        "YEAR,    2026-12-31, 2026-01-01, 2027-01-01"
    })
    void beginsAndIsFollowedByTheNext(String code, LocalDate day, LocalDate start, LocalDate next) {
        Window window = new Window(code);
        assertThat(window.startOf(day)).isEqualTo(start);
        assertThat(window.nextAfter(day)).isEqualTo(next);
    }

    @Test
    void tilesTheCalendarWithoutGapOrOverlap() {
        for (String code : new String[] {"DAY", "WEEK", "MONTH", "QUARTER", "YEAR"}) {
            Window window = new Window(code);
            LocalDate start = window.startOf(LocalDate.parse("2019-12-30"));
            for (LocalDate day = start; day.getYear() < 2030; day = day.plusDays(1)) {
                if (day.equals(window.nextAfter(start))) {
                    start = day;
                }
                assertThat(window.startOf(day)).isEqualTo(start);
            }
        }
    }

    @Test
    void ofALifetimeHasNoNext() {
        assertThat(Window.LIFETIME.nextAfter(LocalDate.parse("2026-11-21"))).isEqualTo(LocalDate.MAX);
        assertThat(Window.LIFETIME.startOf(LocalDate.parse("1965-01-01")))
                .isEqualTo(Window.LIFETIME.startOf(LocalDate.parse("2026-11-21")));
    }

    @Test
    void isOneOfThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window("FORTNIGHT"))
                .withMessageContaining("FORTNIGHT")
                .withMessageContaining("[DAY, LIFETIME, MONTH, QUARTER, WEEK, YEAR]");
        assertThat(Window.YEAR).hasToString("YEAR");
    }
}
