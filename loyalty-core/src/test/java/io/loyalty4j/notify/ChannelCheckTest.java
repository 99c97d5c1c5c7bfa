package io.loyalty4j.notify;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.EngineBuilder;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException.Violation;
import io.loyalty4j.shop.Window;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What channels cannot be, told all at once. */
class ChannelCheckTest {
    private static Channel channel(String name) {
        return Channel.of(name, event -> {});
    }

    private static List<String> mistakes(Channel channel) {
        return catchThrowableOfType(InvalidInputException.class, () -> ChannelCheck.valid(channel))
                .violations()
                .stream()
                .map(Violation::toString)
                .toList();
    }

    @Test
    void whatCanBeUsedPasses() {
        Channel whole = Channel.together(
                        channel("email").atMost(100, Window.LIFETIME),
                        channel("push").quietBetween("00:00", "23:59"),
                        Channel.together(Channel.of(event -> {})))
                .atMost(1, Window.rolling(Period.ofDays(1)));

        assertThatCode(() -> ChannelCheck.valid(whole)).doesNotThrowAnyException();
    }

    @Test
    void allMistakesAreToldWithTheirPaths() {
        Channel whole = Channel.together(
                        channel("email").atMost(0, Window.DAY).atMost(101, Window.MEMBERSHIP_YEAR),
                        channel("two words").quietBetween("8:00", "24:00"),
                        Channel.together(channel("email"), Channel.together()))
                .quietBetween("08:00", "08:00")
                .atMost(1, new Window("ROLLING P"));

        assertThat(mistakes(whole))
                .containsExactly(
                        "notifications.atMost: there is no period ROLLING P",
                        "notifications.quietBetween: from 08:00 until 08:00 is no time, or all of it",
                        "notifications[1]: a name must be 1 to 64 printable ASCII characters without spaces, not beginning with ~",
                        "notifications[1].quietBetween: times are written 00:00 to 23:59",
                        "notifications[2][1]: there is no channel in it",
                        "notifications[2][email]: the name is there twice",
                        "notifications[email].atMost: 0 is not between 1 and 100",
                        "notifications[email].atMost: 101 is not between 1 and 100",
                        "notifications[email].atMost: messages are not counted by years of the membership; YEAR and rolling periods are");
    }

    @Test
    void quietHoursLeaveAMinute() {
        assertThat(mistakes(Channel.together(channel("push").quietBetween("07:00", "21:00"), channel("email"))
                        .quietBetween("21:00", "07:00")))
                .containsExactly(
                        "notifications[push].quietBetween: all quiet hours together leave no minute of the day");
    }

    @Test
    void whatIsNoTimeForgesNoLine() {
        assertThat(mistakes(channel("push").quietBetween("21:00\nx", "08:00")))
                .containsExactly("notifications.quietBetween: times are written 00:00 to 23:59");
    }

    @Test
    void noEngineIsBuiltOnMistakes() {
        EngineBuilder builder = LoyaltyEngine.builder(LoyaltyProgram.named("told")
                        .currency("EUR")
                        .zone("UTC")
                        .earn("base", points(1).per("1.00"))
                        .build())
                .notifications(channel("push").atMost(0, Window.DAY));

        assertThat(catchThrowableOfType(InvalidInputException.class, builder::build))
                .hasMessage("notifications.atMost: 0 is not between 1 and 100");
    }
}
