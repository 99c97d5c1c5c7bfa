package io.loyalty4j.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Shops translate refusals by their codes, so the codes stay. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RefusalTest {
    private static final List<Refusal> SOME = List.of(
            new Refusal.InsufficientPoints("x", 1, 0),
            new Refusal.NotAMember(MemberId.GUEST),
            new Refusal.ClockBehind(Instant.EPOCH, Instant.EPOCH),
            new Refusal.AccountBlocked("FROZEN"),
            new Refusal.ApprovalNeeded(201, 200),
            new Refusal.OwnAccount("agent-12"),
            new Refusal.TierNotInProgram("GOLD", List.of("BASE")),
            new Refusal.LastDayNotAccepted("o-1", "that day is over"));

    @Test
    void codes_are_their_names_in_small_letters() {
        assertThat(SOME)
                .extracting(Refusal::code)
                .containsExactly(
                        "insufficient-points",
                        "not-a-member",
                        "clock-behind",
                        "account-blocked",
                        "approval-needed",
                        "own-account",
                        "tier-not-in-program",
                        "last-day-not-accepted");
    }

    @Test
    void every_one_says_its_facts_in_its_sentence() {
        assertThat(SOME)
                .allSatisfy(refusal -> assertThat(refusal.facts())
                        .allSatisfy(fact -> assertThat(refusal.toString()).contains(fact.toString())));
    }
}
