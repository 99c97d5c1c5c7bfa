package io.loyalty4j.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A member may be wrong so often in any hour. */
class AttemptLimiterTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final AttemptLimiter limiter = AttemptLimiter.perHour(2);

    private static Order of(String member) {
        return Order.of(MemberId.of(member), "basket");
    }

    private void misses(String member, Instant at) {
        limiter.missed(of(member), at);
    }

    private boolean allows(String member, Instant at) {
        return limiter.allows(of(member), at);
    }

    @Test
    void theHourSlides() {
        misses("ana", NOON);
        assertThat(allows("ana", NOON)).isTrue();
        misses("ana", NOON.plus(Duration.ofMinutes(30)));
        assertThat(allows("ana", NOON.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(allows("ana", NOON.plus(Duration.ofMinutes(60)))).isTrue();
        misses("ana", NOON.plus(Duration.ofMinutes(60)));
        assertThat(allows("ana", NOON.plus(Duration.ofMinutes(89)))).isFalse();
        assertThat(allows("ana", NOON.plus(Duration.ofMinutes(90)))).isTrue();
    }

    @Test
    void eachMemberHasTheirOwn() {
        misses("ana", NOON);
        misses("ana", NOON);
        assertThat(allows("ana", NOON)).isFalse();
        assertThat(allows("bob", NOON)).isTrue();
    }

    @Test
    void thoseWhoMissedLongestAgoAreForgottenWhereThereAreTooMany() {
        misses("ana", NOON);
        misses("ana", NOON);
        misses("bob", NOON);
        misses("bob", NOON);
        for (int i = 0; i < 99_999; i++) {
            misses("m" + i, NOON);
        }
        assertThat(allows("ana", NOON)).isTrue();
        assertThat(allows("bob", NOON)).isFalse();
    }

    @Test
    void noneLimitsNothing() {
        AttemptLimiter none = AttemptLimiter.none();
        for (int i = 0; i < 1_000; i++) {
            none.missed(of("ana"), NOON);
        }
        assertThat(none.allows(of("ana"), NOON)).isTrue();
    }

    @Test
    void aLimitIsBetweenOneAndAThousand() {
        assertThatIllegalArgumentException().isThrownBy(() -> AttemptLimiter.perHour(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AttemptLimiter.perHour(1_001));
    }
}
