package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Outcome.Applied;
import io.loyalty4j.ledger.Outcome.Refused;
import io.loyalty4j.ledger.Outcome.Replayed;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.RefusedException;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.Money;
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

/** The one door, from basket to return: what a shop writes, and what it must be able to rely on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LoyaltyEngineTest extends EngineFixture {
    @Nested
    final class The_five_lines_of_a_checkout {
        private final LoyaltyEngine loyalty = running(Programs.beautyInsider());
        private final Order order = Order.of(ANA, "A-1001")
                .currency("USD")
                .line(OrderLine.of("perfume", "60.00").times(2).category("fragrance"))
                .redeem("cash-10");

        /** 100 for the first order and 500 for its dollars. */
        private void anEarlierOrder() {
            loyalty.purchase(Order.of(ANA, "A-1000").currency("USD").line(OrderLine.of("chair", "500.00")));
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
        }

        @Test
        void go_from_quote_to_reserve_to_purchase_to_refund_to_cancel() {
            anEarlierOrder();

            Quote quote = loyalty.quote(order);
            assertThat(quote.refusal()).isEmpty();
            assertThat(quote.points()).isEqualTo(110);
            assertThat(quote.pointsOf("perfume")).isEqualTo(110);
            assertThat(quote.toPay()).isEqualTo(Money.of("110.00", "USD"));
            assertThat(quote.discount()).isEqualTo(Money.of("10.00", "USD"));
            assertThat(quote.reward("cash-10").orElseThrow().takeable()).isTrue();
            assertThat(quote.silent())
                    .extracting(silence -> silence.rule())
                    .containsExactly("first-order", "fragrance-week");
            assertThat(quote.explain()).contains("cash-10", "base", "110");
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);

            Outcome held = loyalty.reserve(order);
            assertThat(held).isInstanceOf(Applied.class);
            assertThat(held.receipt().heldUntil()).contains(Instant.parse("2026-06-01T13:00:00Z"));
            assertThat(loyalty.account(ANA).available()).isEqualTo(100);
            assertThat(loyalty.account(ANA).held()).isEqualTo(500);

            Receipt receipt = loyalty.purchase(order).receipt();
            assertThat(receipt.earned()).isEqualTo(110);
            assertThat(receipt.redeemed()).isEqualTo(500);
            assertThat(receipt.available()).isEqualTo(210);
            assertThat(receipt.discount()).contains(Money.of("10.00", "USD"));
            assertThat(receipt.discountOf("perfume")).contains(Money.of("10.00", "USD"));
            assertThat(receipt.tier()).isEqualTo("VIB");
            assertThat(receipt.awards()).extracting(Award::rule).containsExactly("base");

            Receipt back =
                    loyalty.refund(Refund.of(order, "rma-7").line("perfume", 1)).receipt();
            assertThat(back.restored()).isEqualTo(250);
            assertThat(back.revoked()).isEqualTo(55);
            assertThat(back.available()).isEqualTo(405);

            Receipt undone = loyalty.cancel(order).receipt();
            assertThat(undone.restored()).isEqualTo(250);
            assertThat(undone.revoked()).isEqualTo(55);
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
            assertThat(loyalty.account(ANA).held()).isZero();
            Journal journal = loyalty.journal(ANA);
            assertThat(journal.verify().findings()).isEmpty();
            assertThat(journal.order("A-1001").orElseThrow().state()).isEqualTo(OrderPosition.State.CANCELLED);
            assertThat(journal.statement())
                    .extracting(Journal.Line::available)
                    .containsExactly(600L, 100L, 210L, 405L, 600L);
        }

        @Test
        void give_the_quoted_points_when_they_are_taken_up_at_the_same_instant() {
            clock.set("2026-11-21T12:00:00Z");

            Quote quote = loyalty.quote(order.withoutRewards());
            Receipt receipt = loyalty.purchase(order.withoutRewards()).receipt();

            assertThat(receipt.earned()).isEqualTo(quote.points()).isEqualTo(580);
            assertThat(receipt.awards()).isEqualTo(quote.awards());
        }

        @Test
        void release_what_is_held_if_the_order_is_cancelled_before_it_is_paid() {
            anEarlierOrder();
            loyalty.reserve(order);

            loyalty.cancel(order);

            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
            assertThat(loyalty.purchase(order)).isInstanceOf(Applied.class);
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
        }

        @Test
        void let_a_hold_time_out_by_the_clock_alone() {
            anEarlierOrder();
            loyalty.reserve(order);

            clock.pass(Duration.ofHours(1).minusMillis(1));
            assertThat(loyalty.account(ANA).held()).isEqualTo(500);
            clock.pass(Duration.ofMillis(1));

            assertThat(loyalty.account(ANA).held()).isZero();
            assertThat(loyalty.account(ANA).available()).isEqualTo(600);
            assertThat(loyalty.purchase(order).receipt().redeemed()).isEqualTo(500);
        }

        @Test
        void do_not_extend_a_hold_that_is_reserved_again() {
            anEarlierOrder();
            Outcome first = loyalty.reserve(order);
            clock.pass(Duration.ofMinutes(30));

            Outcome again = loyalty.reserve(order);

            assertThat(again).isInstanceOf(Replayed.class);
            assertThat(again.receipt().heldUntil()).isEqualTo(first.receipt().heldUntil());
            assertThat(loyalty.journal(ANA).postings()).hasSize(2);
        }

        @Test
        void end_at_A_when_A_then_B_then_A_is_chosen() {
            anEarlierOrder();
            loyalty.reserve(order);
            loyalty.reserve(order.withoutRewards());
            assertThat(loyalty.account(ANA).held()).isZero();

            Outcome third = loyalty.reserve(order);

            assertThat(third).isInstanceOf(Applied.class);
            assertThat(loyalty.account(ANA).held()).isEqualTo(500);
            assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        }

        @Test
        void refuse_with_the_facts_what_the_member_cannot_afford() {
            Outcome held = loyalty.reserve(order);

            assertThat(held).isEqualTo(new Refused(new Refusal.InsufficientPoints("cash-10", 500, 0)));
            assertThat(held.refusal()).contains(new Refusal.InsufficientPoints("cash-10", 500, 0));
            assertThatThrownBy(held::receipt)
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("cash-10 needs 500 points, 0 are available");
            nothingWasWritten(ANA);
        }

        @Test
        void quote_what_a_refused_order_would_earn_without_its_rewards() {
            Quote quote = loyalty.quote(order);

            assertThat(quote.refusal()).contains(new Refusal.InsufficientPoints("cash-10", 500, 0));
            assertThat(quote.points()).isEqualTo(220);
            assertThat(quote.toPay()).isEqualTo(Money.of("120.00", "USD"));
            nothingWasWritten(ANA);
        }
    }

    @Nested
    final class A_rule_of_ones_own {
        @Test
        void that_throws_fails_the_command_whole_and_is_named() {
            LoyaltyEngine loyalty = running(Programs.plain().earn("broken", occasion -> {
                throw new IllegalStateException("no weather today");
            }));

            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "1", "20.00")))
                    .isInstanceOfSatisfying(
                            RuleFailedException.class,
                            failed -> assertThat(failed.rule()).isEqualTo("broken"))
                    .hasMessageContaining("no weather today");
            nothingWasWritten(ANA);
        }

        @Test
        @SuppressWarnings("NullAway")
        void that_gives_nothing_at_all_is_named_too() {
            LoyaltyEngine loyalty = running(Programs.plain().earn("broken", occasion -> null));

            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "1", "20.00")))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("broken");
            nothingWasWritten(ANA);
        }

        @Test
        void whose_condition_throws_is_named_too() {
            LoyaltyEngine loyalty = running(Programs.plain()
                    .earn("broken", EarnRules.points(1).perOrder().when(Condition.of("it rains", occasion -> {
                        throw new IllegalStateException("no weather today");
                    }))));

            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "1", "20.00")))
                    .isInstanceOf(RuleFailedException.class)
                    .hasMessageContaining("broken");
            nothingWasWritten(ANA);
        }
    }

    @Nested
    final class An_activity {
        private final LoyaltyEngine loyalty = running(Programs.beautyInsider());

        @Test
        void earns_once_a_day_of_the_programs_zone() {
            clock.set("2026-06-02T03:00:00Z");
            assertThat(loyalty.record(Activity.of(ANA, "review", "1")).receipt().earned())
                    .isEqualTo(25);
            clock.set("2026-06-02T03:59:59.999Z");
            assertThat(loyalty.record(Activity.of(ANA, "review", "2")).receipt().earned())
                    .isZero();
            clock.set("2026-06-02T04:00:00Z");
            assertThat(loyalty.record(Activity.of(ANA, "review", "3")).receipt().earned())
                    .isEqualTo(25);
        }

        @Test
        void that_no_rule_knows_is_refused_with_those_that_are_known() {
            assertThat(loyalty.record(Activity.of(ANA, "revue", "1")).refusal())
                    .contains(new Refusal.ActivityNotInProgram("revue", List.of("review")));
            nothingWasWritten(ANA);
        }
    }

    @Test
    void an_engine_of_a_program_alone_keeps_everything_in_memory_by_the_systems_clock() {
        LoyaltyEngine loyalty = LoyaltyEngine.of(Programs.plain().build());

        assertThat(loyalty.purchase(order(ANA, "1", "20.00")).receipt().earned())
                .isEqualTo(20);
        assertThat(loyalty.account(ANA).available()).isEqualTo(20);
        assertThat(loyalty.journal(ANA).verify().sound()).isTrue();
    }
}
