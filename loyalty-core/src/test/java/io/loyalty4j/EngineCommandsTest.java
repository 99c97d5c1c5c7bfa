package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Outcome.Applied;
import io.loyalty4j.ledger.Outcome.Refused;
import io.loyalty4j.ledger.Outcome.Replayed;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A command that is given twice, and several that are given at once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EngineCommandsTest extends EngineFixture {
    @Nested
    final class A_repetition {
        private final LoyaltyEngine loyalty = running(Programs.plain());

        @Test
        void is_answered_with_the_first_receipt_and_writes_nothing() {
            Outcome first = loyalty.purchase(order(ANA, "1", "20.00"));
            loyalty.purchase(order(ANA, "2", "20.00"));

            Outcome again = loyalty.purchase(order(ANA, "1", "20.00"));

            assertThat(again).isEqualTo(new Replayed(first.receipt()));
            assertThat(again.receipt().available()).isEqualTo(20);
            assertThat(loyalty.account(ANA).available()).isEqualTo(40);
        }

        @Test
        void is_answered_before_the_clock_is_looked_at() {
            Outcome first = loyalty.purchase(order(ANA, "1", "20.00"));
            clock.set("2020-01-01T00:00:00Z");

            assertThat(loyalty.purchase(order(ANA, "1", "20.00"))).isEqualTo(new Replayed(first.receipt()));
        }

        @Test
        void with_another_content_is_a_conflict_that_names_the_field() {
            loyalty.purchase(order(ANA, "1", "20.00"));

            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "1", "21.00")))
                    .isInstanceOfSatisfying(ConflictingRequestException.class, conflict -> {
                        assertThat(conflict.requestId()).isEqualTo("order/1@1");
                        assertThat(conflict.differingField()).isEqualTo("line.thing.price");
                    });
            assertThat(loyalty.account(ANA).available()).isEqualTo(20);
        }

        @Test
        void of_a_refused_command_may_succeed_later() {
            Order tooEarly = order(ANA, "1", "20.00").at(Instant.parse("2026-06-01T13:00:00Z"));
            assertThat(loyalty.purchase(tooEarly)).isInstanceOf(Refused.class);
            clock.pass(Duration.ofHours(1));

            assertThat(loyalty.purchase(tooEarly)).isInstanceOf(Applied.class);
        }

        @Test
        void of_another_members_order_is_another_order() {
            loyalty.purchase(order(ANA, "1", "20.00"));

            assertThat(loyalty.purchase(order(BEN, "1", "30.00"))).isInstanceOf(Applied.class);
        }
    }

    @Nested
    final class Several_commands_at_once {
        private final LoyaltyEngine loyalty = running(Programs.plain());

        @Test
        void are_not_booked_at_all_if_one_is_invalid() {
            Order invalid =
                    order(ANA, "2", "20.00").line(OrderLine.of("other", "1.00").times(0));

            assertThatThrownBy(() -> loyalty.executeAll(List.of(order(ANA, "1", "20.00"), invalid)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("lines[1].quantity");
            nothingWasWritten(ANA);
        }

        @Test
        void are_answered_in_their_order_and_build_on_each_other() {
            List<Outcome> outcomes = loyalty.executeAll(List.of(
                    order(ANA, "1", "20.00"),
                    order(BEN, "1", "5.00").redeem("ten"),
                    order(ANA, "2", "5.00").redeem("ten"),
                    Refund.of(order(ANA, "1", "20.00"), "r").line("thing", 1)));

            assertThat(outcomes).hasSize(4);
            assertThat(outcomes.get(0).receipt().available()).isEqualTo(20);
            assertThat(outcomes.get(1).refusal()).contains(new Refusal.InsufficientPoints("ten", 10, 0));
            assertThat(outcomes.get(2).receipt().available()).isEqualTo(14);
            assertThat(outcomes.get(3).receipt().revoked()).isEqualTo(20);
            assertThat(loyalty.account(ANA).debt()).isEqualTo(6);
        }

        @Test
        void have_one_effect_and_two_answers_for_one_key() {
            Order order = order(ANA, "1", "20.00");

            List<Outcome> outcomes = loyalty.executeAll(List.of(order, order));

            assertThat(outcomes.get(0)).isInstanceOf(Applied.class);
            assertThat(outcomes.get(1)).isEqualTo(new Replayed(outcomes.get(0).receipt()));
            assertThat(loyalty.account(ANA).available()).isEqualTo(20);
        }

        @Test
        void see_the_profile_that_one_of_them_enrolled() {
            LoyaltyEngine campus = running(Programs.campus());

            List<Outcome> outcomes =
                    campus.executeAll(List.of(Member.of(ANA).with("segment", "student"), order(ANA, "1", "20.00")));

            assertThat(outcomes.get(1).receipt().earned()).isEqualTo(70);
        }

        @Test
        void are_not_stopped_by_one_among_them_that_conflicts() {
            loyalty.purchase(order(ANA, "2", "20.00"));

            List<Outcome> outcomes = loyalty.executeAll(
                    List.of(order(ANA, "1", "20.00"), order(ANA, "2", "21.00"), order(ANA, "3", "20.00")));

            assertThat(outcomes)
                    .extracting(outcome -> outcome.getClass().getSimpleName())
                    .containsExactly("Applied", "Refused", "Applied");
            assertThat(outcomes.get(1).refusal())
                    .contains(new Refusal.RequestConflicts("order/2@1", "line.thing.price"));
            assertThat(loyalty.account(ANA).available()).isEqualTo(60);
        }

        @Test
        void may_be_none() {
            assertThat(loyalty.executeAll(List.of())).isEmpty();
        }
    }
}
