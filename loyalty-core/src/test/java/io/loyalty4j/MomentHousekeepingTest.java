package io.loyalty4j;

import static io.loyalty4j.program.Moment.afterOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine.DueReport;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.ThankYouDue;
import io.loyalty4j.shop.Member;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rounds of housekeeping say what they told and what is left, or run by themselves. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
final class MomentHousekeepingTest extends RetentionFixture {
    @Test
    void a_round_says_what_it_told_and_that_the_gift_is_still_to_be_told() {
        comes(Member.of(ANA));
        buys("A-1", "30.00");
        assertThat(loyalty.runDue()).isEqualTo(new DueReport(0, 0, 2, 0, 0, false, false));
        clock.pass(Duration.ofMinutes(30));
        assertThat(loyalty.runDue()).isEqualTo(new DueReport(0, 0, 1, 0, 0, true, false));
        assertThat(told(ThankYouDue.class)).hasSize(1);
        assertThat(loyalty.runDue()).isEqualTo(new DueReport(0, 0, 1, 0, 0, false, false));
        assertThat(ear.kinds(ANA)).endsWith("ThankYouDue", "VoucherIssued");
        assertThat(loyalty.runDue()).isEqualTo(new DueReport(0, 0, 0, 0, 0, false, false));
    }

    @Test
    void a_round_that_tells_a_hundred_of_one_member_says_that_there_is_more() {
        for (int i = 0; i < 120; i++) {
            buys("A-" + i, "3.00");
        }
        assertThat(loyalty.runDue().more()).isTrue();
        assertThat(loyalty.runDue().more()).isFalse();
        assertThat(told(PointsEarned.class)).hasSize(120);
    }

    @Test
    void by_itself_it_tells_a_moment_when_its_time_has_come() throws Exception {
        BlockingQueue<LoyaltyEvent> heard = new LinkedBlockingQueue<>();
        try (LoyaltyEngine engine = LoyaltyEngine.builder(Programs.plain()
                        .moment("thank-you", afterOrder(Duration.ofSeconds(1)).givingPoints(5))
                        .build())
                .store(LoyaltyStore.inMemory())
                .notifications(heard::add)
                .housekeepingEvery(Duration.ofMillis(20))
                .build()) {
            engine.enrol(Member.of(EngineFixture.BEN).consentsTo("email")).receipt();
            long begin = System.nanoTime();
            engine.purchase(EngineFixture.order(EngineFixture.BEN, "A-1", "30.00"))
                    .receipt();
            for (String kind : new String[] {"Enrolled", "PointsEarned", "ThankYouDue"}) {
                assertThat(heard.poll(30, TimeUnit.SECONDS))
                        .isNotNull()
                        .extracting(LoyaltyEvent::kind)
                        .isEqualTo(kind);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
            assertThat(engine.account(EngineFixture.BEN).available()).isEqualTo(35);
        }
        assertThat(heard).isEmpty();
    }
}
