package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.spin;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.ledger.WhatIf;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A repetition is answered as the first was: also with what rules gave nothing, and why. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class HeardAgainTest extends EngineFixture {
    private static ProgramBuilder games() {
        return Programs.plain()
                .earn("launch", points(50).perOrder().atMostPoints(70).inAll())
                .earn(
                        "wheel",
                        spin(Prizes.draw().points(500, "10").points(20, "20")).forActivity("spin"));
    }

    private LoyaltyEngine loyalty = running(games());

    private void answersAlike(Command command, Receipt first) {
        Outcome again = loyalty.execute(command);
        assertThat(again).isInstanceOf(Outcome.Replayed.class);
        assertThat(again.receipt().silent()).isEqualTo(first.silent());
        assertThat(again.receipt().hints()).isEqualTo(first.hints());
        assertThat(again.receipt().explain()).isEqualTo(first.explain());
    }

    private static List<String> silent(Receipt receipt) {
        return receipt.silent().stream().map(Silence::toString).toList();
    }

    @Test
    void a_budget_that_was_at_its_end_is_told_of_again() {
        List<Order> orders = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        for (String member : List.of("ana", "ben", "carl")) {
            Order order = order(MemberId.of(member), "o-1", "7.00");
            orders.add(order);
            receipts.add(loyalty.purchase(order).receipt());
            clock.pass(Duration.ofDays(1));
        }
        assertThat(silent(receipts.get(2))).anyMatch(why -> why.contains("launch"));
        for (int i = 0; i < orders.size(); i++) {
            answersAlike(orders.get(i), receipts.get(i));
        }
    }

    @Test
    void a_draw_that_won_nothing_is_told_of_again() {
        List<Activity> spins = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            spins.add(Activity.of(ANA, "spin", "s-" + i));
            receipts.add(loyalty.record(spins.get(i)).receipt());
        }
        assertThat(receipts).anyMatch(receipt -> receipt.earned() > 0);
        for (int i = 0; i < spins.size(); i++) {
            answersAlike(spins.get(i), receipts.get(i));
        }
    }

    @Test
    void under_another_version_of_the_program_nothing_is_told() {
        loyalty.purchase(order(BEN, "o-1", "7.00")).receipt();
        loyalty.purchase(order(BEN, "o-2", "7.00")).receipt();
        Order order = order(ANA, "o-1", "7.00");
        Receipt first = loyalty.purchase(order).receipt();
        assertThat(silent(first)).anyMatch(why -> why.contains("launch"));

        loyalty = running(games().version("2").inForceFrom("2026-06-02"));
        clock.pass(Duration.ofDays(2));
        Receipt again = loyalty.purchase(order).receipt();
        assertThat(again).isEqualTo(first);
        assertThat(again.silent()).isEmpty();
        assertThat(again.hints()).isEmpty();
    }

    /** What budgets granted, and what they did not, is what they grant when a journal is lived once more. */
    @Test
    void lived_once_more_budgets_and_draws_come_out_the_same() {
        for (String member : List.of("ana", "ben", "carl")) {
            loyalty.purchase(order(MemberId.of(member), "o-1", "7.00")).receipt();
            loyalty.record(Activity.of(MemberId.of(member), "spin", "s-1")).receipt();
        }
        for (String member : List.of("ana", "ben", "carl")) {
            WhatIf again = loyalty.journal(MemberId.of(member)).under(games().build());
            assertThat(again.journal().postings())
                    .extracting(Posting::hash)
                    .isEqualTo(loyalty.journal(MemberId.of(member)).postings().stream()
                            .map(Posting::hash)
                            .toList());
            assertThat(again.refusals()).isEmpty();
        }
    }

    /** Those of other members are not known to one member's journal. */
    @Test
    void lived_under_another_program_budgets_grant_what_they_granted() {
        loyalty.purchase(order(ANA, "o-1", "7.00")).receipt();
        loyalty.purchase(order(BEN, "o-1", "7.00")).receipt();
        ProgramBuilder generous = Programs.plain()
                .earn("launch", points(60).perOrder().atMostPoints(1_000).inAll());
        assertThat(loyalty.journal(ANA)
                        .under(generous.version("2").build())
                        .account()
                        .available())
                .isEqualTo(57);
        assertThat(loyalty.journal(BEN).under(generous.build()).account().available())
                .isEqualTo(27);
    }
}
