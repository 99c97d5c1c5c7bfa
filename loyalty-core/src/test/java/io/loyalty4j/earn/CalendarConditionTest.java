package io.loyalty4j.earn;

import static io.loyalty4j.earn.Conditions.anniversary;
import static io.loyalty4j.earn.Conditions.between;
import static io.loyalty4j.earn.Conditions.birthday;
import static io.loyalty4j.earn.Conditions.birthdayMonth;
import static io.loyalty4j.earn.Conditions.birthdayWeek;
import static io.loyalty4j.earn.Conditions.onDates;
import static io.loyalty4j.earn.Conditions.weekday;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Condition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarConditionTest {
    /** The days of 2024 to 2028 on which a condition holds. */
    private static List<String> days(Condition<Occasion> condition, Function<Visit, Visit> member) {
        return LocalDate.parse("2024-01-01")
                .datesUntil(LocalDate.parse("2029-01-01"))
                .map(LocalDate::toString)
                .filter(day -> condition.test(member.apply(Visit.on(day))))
                .toList();
    }

    private static List<String> days(Condition<Occasion> condition, String birthday) {
        return days(condition, visit -> visit.born(birthday));
    }

    @Nested
    class ABirthday {
        @Test
        void comesOnceAYearAlsoOnThe29thOfFebruary() {
            assertThat(days(birthday(), "02-29"))
                    .containsExactly("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
            assertThat(days(birthday(), "02-28"))
                    .containsExactly("2024-02-28", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-28");
        }

        @Test
        void hasAWeekFromMondayToSunday() {
            assertThat(days(birthdayWeek(), "11-25")).hasSize(35).contains("2026-11-23", "2026-11-29");
            assertThat(days(birthdayWeek(), "11-23")).contains("2026-11-23", "2026-11-29");
            assertThat(days(birthdayWeek(), "11-29")).contains("2026-11-23", "2026-11-29");
            assertThat(days(birthdayWeek(), "11-25")).doesNotContain("2026-11-22", "2026-11-30");
        }

        @Test
        void hasAWeekThatMayLieInTwoYears() {
            assertThat(days(birthdayWeek(), "01-01"))
                    .hasSize(35)
                    .contains("2024-12-30", "2025-01-05", "2025-12-29", "2026-01-04", "2026-12-28", "2027-01-03")
                    .doesNotContain("2024-12-29", "2025-01-06", "2025-12-28", "2026-01-05");
            assertThat(days(birthdayWeek(), "12-31"))
                    .hasSize(35)
                    .contains("2024-12-30", "2025-01-05", "2025-12-29", "2026-01-04", "2028-12-25")
                    .doesNotContain("2024-01-01", "2025-01-06", "2026-01-05");
        }

        @Test
        void ofThe29thOfFebruaryHasTheWeekOfThe28thInCommonYears() {
            assertThat(days(birthdayWeek(), "02-29"))
                    .hasSize(35)
                    .contains("2024-02-26", "2024-03-03", "2027-02-22", "2027-02-28", "2028-02-28", "2028-03-05")
                    .doesNotContain("2027-03-01", "2028-02-27");
        }

        @Test
        void hasAMonth() {
            assertThat(days(birthdayMonth(), "02-29"))
                    .hasSize(29 + 28 + 28 + 28 + 29)
                    .contains("2025-02-01", "2025-02-28", "2028-02-29");
            assertThat(days(birthdayMonth(), "12-31")).hasSize(5 * 31).contains("2026-12-01", "2026-12-31");
        }

        @Test
        void thatIsNotKnownIsNoDay() {
            for (Condition<Occasion> each : List.of(birthday(), birthdayWeek(), birthdayMonth())) {
                assertThat(days(each, visit -> visit)).isEmpty();
            }
        }
    }

    @Nested
    class AnAnniversary {
        @Test
        void isTheDayOfEnrolmentInLaterYears() {
            assertThat(days(anniversary(), visit -> visit.enrolled("2025-11-21")))
                    .containsExactly("2026-11-21", "2027-11-21", "2028-11-21");
        }

        @Test
        void ofThe29thOfFebruaryIsThe28thInCommonYears() {
            assertThat(days(anniversary(), visit -> visit.enrolled("2024-02-29")))
                    .containsExactly("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
        }

        @Test
        void isNotOfWhoNeverEnrolled() {
            assertThat(days(anniversary(), visit -> visit)).isEmpty();
        }
    }

    @Nested
    class ATimeOfDay {
        private static boolean holds(Condition<Occasion> between, String time) {
            return between.test(Visit.on("2026-11-21T" + time));
        }

        @ParameterizedTest
        @CsvSource({"17:59:59.999, false", "18:00, true", "21:59:59.999, true", "22:00, false"})
        void includesItsBeginAndNotItsEnd(String time, boolean held) {
            assertThat(holds(between("18:00", "22:00"), time)).isEqualTo(held);
        }

        @ParameterizedTest
        @CsvSource({
            "21:59:59.999, false",
            "22:00, true",
            "23:59:59.999, true",
            "00:00, true",
            "05:59, true",
            "06:00, false"
        })
        void mayGoOverMidnight(String time, boolean held) {
            assertThat(holds(between("22:00", "06:00"), time)).isEqualTo(held);
        }

        @Test
        void mayEndWithTheDay() {
            assertThat(holds(between("18:00", "00:00"), "23:59:59.999")).isTrue();
            assertThat(holds(between("18:00", "00:00"), "00:00")).isFalse();
        }

        @Test
        void isTheClocksOnTheWallAlsoOnTheDayThatTheyChange() {
            Condition<Occasion> early = between("02:00", "04:00");
            assertThat(early.test(Visit.on("2026-03-29T01:59"))).isFalse();
            assertThat(early.test(Visit.on("2026-03-29T03:00"))).isTrue();
            assertThat(early.test(Visit.on("2026-10-25T02:30"))).isTrue();
        }
    }

    @Nested
    class Dates {
        @Test
        void includeTheFirstAndTheLast() {
            assertThat(days(onDates("2026-12-24", "2026-12-26"), visit -> visit))
                    .containsExactly("2026-12-24", "2026-12-25", "2026-12-26");
            assertThat(onDates("2026-12-24", "2026-12-26").test(Visit.on("2026-12-26T23:59:59.999")))
                    .isTrue();
        }

        @Test
        void mayBeOne() {
            assertThat(days(onDates("2024-02-29", "2024-02-29"), visit -> visit))
                    .containsExactly("2024-02-29");
        }
    }

    @Test
    void weekdaysMayBeNamedTwice() {
        Condition<Occasion> weekend = weekday(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(weekend.describe()).isEqualTo("on Saturday or Sunday");
        assertThat(weekend.test(Visit.on("2026-11-21"))).isTrue();
        assertThat(weekend.test(Visit.on("2026-11-23"))).isFalse();
    }

    @Test
    void eachSaysWhatItAsks() {
        assertThat(birthday().negate().describe()).isEqualTo("not on the birthday");
        assertThat(birthdayWeek().describe()).isEqualTo("in the week of the birthday");
        assertThat(birthdayMonth().describe()).isEqualTo("in the month of the birthday");
        assertThat(anniversary().describe()).isEqualTo("on an anniversary of the enrolment");
        assertThat(between("22:00", "06:00").describe()).isEqualTo("from 22:00 until 06:00");
        assertThat(onDates("2026-12-24", "2026-12-26").describe()).isEqualTo("from 2026-12-24 through 2026-12-26");
        assertThat(onDates("2026-12-24", "2026-12-24").describe()).isEqualTo("on 2026-12-24");
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @ValueSource(strings = {"", "9:00", "24:00", "25:00", "9am", "10:00+01:00", "12:60"})
        void ofATimeThatIsNone(String time) {
            String mistake = "earn[x].when: \"" + time + "\" is no time of day such as 18:30";
            assertThat(ConditionMistakes.of(between(time, "12:00"))).containsExactly(mistake);
            assertThat(ConditionMistakes.of(between("12:00", time))).containsExactly(mistake);
        }

        @Test
        void ofATimeThatEndsWhenItBegins() {
            assertThat(ConditionMistakes.of(between("10:00", "10:00:00")))
                    .containsExactly("earn[x].when: from 10:00 until 10:00:00: ends when it begins");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "2026-02-29", "12-24", "2026-12-24T00:00", "soon"})
        void ofADateThatIsNone(String date) {
            String mistake = "earn[x].when: \"" + date + "\" is not a date";
            assertThat(ConditionMistakes.of(onDates(date, "2026-12-26"))).containsExactly(mistake);
            assertThat(ConditionMistakes.of(onDates("2026-12-26", date))).containsExactly(mistake);
        }

        @Test
        void ofDatesThatEndBeforeTheyBegin() {
            assertThat(ConditionMistakes.of(onDates("2026-12-26", "2026-12-24")))
                    .containsExactly("earn[x].when: from 2026-12-26 through 2026-12-24: ends before it begins");
        }

        @Test
        void areSaidAllAtOnceAlsoOfBothEndsAndInsideOthers() {
            assertThat(ConditionMistakes.of(
                            between("a", "b").and(onDates("c", "d").or(weekday().negate()))))
                    .containsExactly(
                            "earn[x].when: \"a\" is no time of day such as 18:30",
                            "earn[x].when: \"b\" is no time of day such as 18:30",
                            "earn[x].when: \"c\" is not a date",
                            "earn[x].when: \"d\" is not a date",
                            "earn[x].when: weekday() names none");
        }
    }
}
