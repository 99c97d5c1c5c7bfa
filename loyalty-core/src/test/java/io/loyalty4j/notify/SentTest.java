package io.loyalty4j.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is remembered of messages. */
class SentTest {
    private static final Instant AT = Instant.parse("2026-03-02T12:00:00.123Z");

    private static Route route(Channel channel) {
        return channel.routes().get(0);
    }

    private static Channel email() {
        return Channel.of("email", event -> {});
    }

    @Test
    void isTextAmongOtherTextAndComesBackTheSame() {
        Sent sent = Sent.NONE
                .plus(route(email()), Events.birthday(), AT.plusNanos(1))
                .plus(route(email()), Events.birthday(), AT.plusSeconds(1));
        TreeMap<String, String> memory = new TreeMap<>(Map.of("birthday", "2026", "sent/push", AT.toString()));

        assertThat(sent.in(memory))
                .isEqualTo(
                        Map.of("birthday", "2026", "sent/email", "2026-03-02T12:00:00.123Z 2026-03-02T12:00:01.123Z"));
        assertThat(Sent.of(sent.in(memory))).isEqualTo(sent);
        assertThat(Sent.of(memory).messages()).isEqualTo(Map.of("push", List.of(AT)));
    }

    @Test
    void isForgottenWhenNoCapCountsItAnyMore() {
        Channel channel =
                email().atMost(3, Window.rolling(Duration.ofHours(24))).atMost(1, Window.rolling(Duration.ofHours(2)));
        Sent sent = Sent.NONE.plus(route(channel), Events.birthday(), AT);
        Instant end = AT.plus(Duration.ofHours(24));

        assertThat(sent.pruned(channel.routes(), ZoneOffset.UTC, end.minusMillis(1)))
                .isEqualTo(sent);
        assertThat(sent.pruned(channel.routes(), ZoneOffset.UTC, end)).isEqualTo(Sent.NONE);
        assertThat(sent.pruned(email().routes(), ZoneOffset.UTC, AT.plusMillis(1)))
                .isEqualTo(Sent.NONE);
        assertThat(sent.pruned(List.of(), ZoneOffset.UTC, AT)).isEqualTo(Sent.NONE);
    }

    @Test
    void isRememberedOfAChannelWhoseCapIsTheWholes() {
        Channel whole = Channel.together(email()).atMost(1, Window.LIFETIME);
        Sent sent = Sent.NONE.plus(route(whole), Events.birthday(), AT);

        assertThat(sent.pruned(whole.routes(), ZoneOffset.UTC, AT.plus(Duration.ofDays(10_000))))
                .isEqualTo(sent);
    }
}
