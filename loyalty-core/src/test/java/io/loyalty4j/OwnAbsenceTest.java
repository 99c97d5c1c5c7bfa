package io.loyalty4j;

import static io.loyalty4j.program.Moment.dormantFor;
import static io.loyalty4j.program.Moment.dormantWhen;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.notify.LoyaltyEvent.Dormant;
import io.loyalty4j.shop.Absence;
import io.loyalty4j.shop.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A shop may have a rule of its own for when somebody counts as dormant. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OwnAbsenceTest extends RetentionFixture {
    private record Own(UnaryOperator<Instant> due) implements Absence {
        @Override
        public Optional<Instant> from(Instant latest, List<Instant> orders, ZoneId zone) {
            return Optional.of(due.apply(latest));
        }

        @Override
        public String describe() {
            return "as we like it";
        }
    }

    private void runs(UnaryOperator<Instant> rule) {
        loyalty = running(retention()
                .without("win-back")
                .moment("own", dormantWhen(new Own(rule)))
                .moment("win-back", dormantFor(Period.ofDays(60)))
                .build());
        comes(Member.of(ANA));
        buys("A-1", "30.00");
    }

    @Test
    void is_asked_when_somebody_becomes_dormant() {
        runs(latest -> latest.plus(Duration.ofDays(9)));
        walkTo("2026-03-10");
        pumpAt("2026-03-11T08:59:59Z");
        assertThat(told(Dormant.class)).isEmpty();
        pumpAt("2026-03-11T09:00:00Z");
        assertThat(told(Dormant.class)).extracting(Dormant::moment).containsExactly("own");
    }

    @Test
    void that_throws_stands_in_no_others_way() {
        runs(latest -> {
            throw new IllegalStateException("no idea");
        });
        walkTo("2026-05-03");
        assertThat(told(Dormant.class)).extracting(Dormant::moment).containsExactly("win-back");
    }

    @Test
    void that_says_the_end_of_time_means_never() {
        runs(latest -> Instant.MAX);
        walkTo("2026-05-03");
        assertThat(told(Dormant.class)).extracting(Dormant::moment).containsExactly("win-back");
    }
}
