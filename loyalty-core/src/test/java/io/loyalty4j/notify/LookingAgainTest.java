package io.loyalty4j.notify;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.notify.Events.ANA;
import static io.loyalty4j.program.Moment.onBirthday;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.Ear;
import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Member;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is said of a member while somebody looks at them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LookingAgainTest {
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");

    @Test
    void a_birthday_that_is_entered_while_its_member_is_told_something_is_not_forgotten() {
        LoyaltyProgram program = LoyaltyProgram.named("birthdays")
                .currency("GBP")
                .zone("Europe/London")
                .earn("base", points(1).per("1.00"))
                .moment("hooray", onBirthday())
                .build();
        Member ana = Member.of(ANA).consentsTo("any");
        LoyaltyEngine[] self = new LoyaltyEngine[1];
        Ear ear = new Ear().first(event -> self[0].enrol(ana.birthday("06-20")));
        try (LoyaltyEngine engine =
                LoyaltyEngine.builder(program).clock(clock).notifications(ear).build()) {
            self[0] = engine;
            engine.enrol(ana);
            engine.runDue();
            engine.runDue();
            clock.pass(Duration.ofDays(20));
            engine.runDue(clock.instant());
            assertThat(ear.kinds(ANA)).containsExactly("Enrolled", "Birthday");
        }
    }
}
