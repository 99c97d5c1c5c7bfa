package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.TierGrant;
import io.loyalty4j.tier.TierLadder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TierGrantTest extends StaffFixture {
    @BeforeEach
    void withTiers() {
        clock.set("2026-06-01T12:00:00Z");
        loyalty = staffed(Programs.plain()
                .zone("UTC")
                .tiers(TierLadder.bySpend().base("BASE").tier("SILVER", 100).tier("GOLD", 500)));
    }

    private static TierGrant grant(String id, String tier) {
        return TierGrant.of(ANA, id, tier).by("agent-12").because("wedding");
    }

    private static TierGrant.Withdrawal withdrawal(String id) {
        return grant(id, "GOLD").withdrawal().by("agent-7").because("divorce");
    }

    private String tier() {
        return account().tier().code();
    }

    @Test
    void holds_through_its_last_day() {
        Receipt receipt = booked(grant("case-1", "GOLD").through("2026-06-30"));
        assertThat(receipt.tier()).isEqualTo("GOLD");
        assertThat(receipt.tierGranted()).isPresent();
        assertThat(receipt.explain()).contains("given the tier GOLD through 2026-06-30");
        assertThat(account().tier().until()).contains(LocalDate.parse("2026-06-30"));
        assertThat(account().tier().projected()).isEqualTo("BASE");
        clock.set("2026-06-30T23:59:59.999Z");
        assertThat(tier()).isEqualTo("GOLD");
        clock.set("2026-07-01T00:00:00Z");
        assertThat(tier()).isEqualTo("BASE");
    }

    @Test
    void holds_for_ever_without_a_last_day_and_never_lowers_a_tier() {
        booked(grant("case-1", "SILVER"));
        booked(grant("case-2", "GOLD"));
        booked(grant("case-3", "BASE"));
        assertThat(tier()).isEqualTo("GOLD");
        assertThat(account().tier().until()).isEmpty();
        clock.set("2096-06-30T00:00:00Z");
        assertThat(tier()).isEqualTo("GOLD");
    }

    @Test
    void ends_with_its_withdrawal_and_others_stay() {
        booked(grant("case-1", "GOLD"));
        booked(grant("case-2", "SILVER"));
        clock.set("2026-06-15T12:00:00Z");
        booked(withdrawal("case-1"));
        assertThat(tier()).isEqualTo("SILVER");
        assertThat(account().standing().tierAt(clock.instant().minusMillis(1))).isEqualTo("GOLD");
        assertThat(loyalty.journal(ANA).statement())
                .extracting(Journal.Line::text)
                .containsExactly("given the tier GOLD", "given the tier SILVER", "a given tier withdrawn");
    }

    @Test
    void does_not_hold_if_it_was_withdrawn_before_it_came() {
        booked(withdrawal("case-1"));
        booked(grant("case-1", "GOLD"));
        assertThat(tier()).isEqualTo("BASE");
    }

    @Test
    void is_refused_of_a_tier_that_is_not_there_and_through_a_day_that_is_over() {
        assertThat(refused(grant("case-1", "GOLDEN")))
                .isEqualTo(new Refusal.TierNotInProgram("GOLDEN", List.of("BASE", "SILVER", "GOLD")));
        assertThat(refused(grant("case-1", "GOLD").through("2026-05-31")))
                .isEqualTo(new Refusal.LastDayOver(LocalDate.parse("2026-05-31"), LocalDate.parse("2026-06-01")));
        booked(grant("case-1", "GOLD").through("2026-06-01"));
    }

    @Test
    void is_refused_to_who_gives_it_to_themselves() {
        assertThat(refused(grant("case-1", "GOLD").by(ANA.value()))).isEqualTo(new Refusal.OwnAccount(ANA.value()));
    }
}
