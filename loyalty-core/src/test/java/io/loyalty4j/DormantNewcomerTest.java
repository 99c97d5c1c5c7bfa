package io.loyalty4j;

import static io.loyalty4j.program.Moment.dormantFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.notify.LoyaltyEvent.Dormant;
import io.loyalty4j.notify.LoyaltyEvent.ThankYouDue;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.OpeningBalance;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who came with orders of an earlier program may have stayed away ever since. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DormantNewcomerTest extends RetentionFixture {
    private void migrated(String lastDay) {
        comes(Member.of(ANA));
        loyalty.execute(OpeningBalance.of(ANA, "legacy").ordered(12, lastDay)).receipt();
    }

    private void afterSixtyDays() {
        loyalty = running(retention()
                .without("win-back")
                .moment("win-back", dormantFor(Period.ofDays(60)).givingPoints(5))
                .build());
    }

    @Test
    void is_missed_so_many_days_after_the_last_order_of_before() {
        afterSixtyDays();
        migrated("2026-01-20");
        pumpAt("2026-03-20T22:59:59Z");
        assertThat(told(Dormant.class)).isEmpty();
        pumpAt("2026-03-20T23:00:00Z");
        assertThat(told(Dormant.class)).singleElement().satisfies(event -> {
            assertThat(event.lastOrder()).isEqualTo(LocalDate.of(2026, 1, 20));
            assertThat(event.gift().points()).isEqualTo(5);
        });
        walkTo("2026-06-01");
        assertThat(told(Dormant.class)).hasSize(1);
    }

    @Test
    void is_told_at_once_what_became_due_in_the_last_thirty_days_and_nothing_of_before() {
        afterSixtyDays();
        migrated("2025-12-03");
        pump();
        assertThat(told(Dormant.class)).hasSize(1);
    }

    @Test
    void is_not_told_of_a_pause_that_was_over_long_before_the_migration() {
        afterSixtyDays();
        migrated("2025-12-01");
        walkTo("2026-06-01");
        assertThat(told(Dormant.class)).isEmpty();
    }

    @Test
    void has_no_rhythm_and_gets_no_thanks_for_a_first_order() {
        migrated("2026-01-20");
        buys("A-1", "30.00");
        walkTo("2026-03-03");
        buys("A-2", "30.00");
        walkTo("2026-06-01");
        assertThat(told(Dormant.class)).isEmpty();
        assertThat(told(ThankYouDue.class)).isEmpty();
    }
}
