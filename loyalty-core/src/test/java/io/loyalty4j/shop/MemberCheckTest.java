package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberCheckTest {
    private static final Member ANA = Member.of(MemberId.of("ana"));

    private static List<String> mistakes(Member member) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> InputCheck.valid(member));
        return refused == null
                ? List.of()
                : refused.violations().stream().map(Object::toString).toList();
    }

    @Test
    void everyMistakeIsReportedAtOnceWithItsPath() {
        assertThat(mistakes(ANA.birthday("29.2.").person("a b").with("segment", "")))
                .containsExactly(
                        "attributes[segment].<map value>: must be 1 to 128 visible characters or spaces",
                        "birthday: must be a month and a day such as 02-29",
                        "person: must be 1 to 64 printable ASCII characters without spaces, not beginning with ~");
    }

    @Test
    void nothingButAnIdIsNeeded() {
        assertThat(mistakes(ANA)).isEmpty();
        assertThat(ANA.birthday()).isEmpty();
        assertThat(ANA.person()).isEmpty();
    }

    @Test
    void whatIsSaidIsKeptInWhateverOrder() {
        Member all = ANA.birthday("02-29").person("p-1").with("segment", "student");
        assertThat(mistakes(all)).isEmpty();
        assertThat(all.birthday()).contains(MonthDay.of(2, 29));
        assertThat(all.person()).contains("p-1");
        assertThat(ANA.with("segment", "student").person("p-1").birthday("02-29"))
                .isEqualTo(all);
    }

    @Test
    void theLastBirthdayStands() {
        assertThat(ANA.birthday("soon").birthday("12-31").birthday()).contains(MonthDay.of(12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2-9",
                "02-30",
                "04-31",
                "00-10",
                "13-01",
                "01-00",
                "01-32",
                "--02-29",
                "1990-02-28",
                "02-29\n",
                "0２-29"
            })
    void aBirthdayIsAMonthAndADay(String text) {
        assertThat(ANA.birthday(text).birthday()).isEmpty();
        assertThat(mistakes(ANA.birthday(text))).containsExactly("birthday: must be a month and a day such as 02-29");
    }

    @Test
    void everyDayOfALeapYearIsOne() {
        MonthDay.of(1, 1)
                .atYear(2024)
                .datesUntil(MonthDay.of(1, 1).atYear(2025))
                .map(MonthDay::from)
                .forEach(day -> assertThat(
                                ANA.birthday(day.toString().substring(2)).birthday())
                        .contains(day));
    }

    @Test
    void theProfileIsNoFactOfTheEnrolment() {
        assertThat(ANA.birthday("02-29").person("p-1").facts()).isEqualTo(ANA.facts());
    }
}
