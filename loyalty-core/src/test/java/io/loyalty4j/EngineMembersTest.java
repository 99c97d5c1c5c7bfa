package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Outcome.Applied;
import io.loyalty4j.ledger.Outcome.Refused;
import io.loyalty4j.ledger.Outcome.Replayed;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whom the engine books for: members, guests and those it has never heard of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EngineMembersTest extends EngineFixture {
    @Nested
    final class Enrolment {
        @Test
        void opens_an_account_once_and_replaces_the_profile_every_time() {
            LoyaltyEngine campus = running(Programs.campus());

            assertThat(campus.enrol(Member.of(ANA))).isInstanceOf(Applied.class);
            assertThat(campus.purchase(order(ANA, "1", "20.00")).receipt().earned())
                    .isEqualTo(20);
            assertThat(campus.enrol(Member.of(ANA).with("segment", "student"))).isInstanceOf(Replayed.class);
            assertThat(campus.purchase(order(ANA, "2", "20.00")).receipt().earned())
                    .isEqualTo(70);
            assertThat(campus.enrol(Member.of(ANA).with("segment", "teacher"))).isInstanceOf(Replayed.class);
            assertThat(campus.purchase(order(ANA, "3", "20.00")).receipt().earned())
                    .isEqualTo(20);

            assertThat(campus.journal(ANA).postings()).hasSize(4);
            assertThat(store.profile(ANA)).contains(Member.of(ANA).with("segment", "teacher"));
        }

        @Test
        void lets_a_quote_ask_the_profile_too() {
            LoyaltyEngine campus = running(Programs.campus());
            campus.enrol(Member.of(ANA).with("segment", "student"));

            assertThat(campus.quote(order(ANA, "1", "20.00")).points()).isEqualTo(70);
            assertThat(campus.quote(order(BEN, "1", "20.00")).points()).isEqualTo(20);
        }

        @Test
        void that_is_explicit_refuses_strangers_whatever_they_ask() {
            LoyaltyEngine explicit = running(Programs.beautyInsider().policy(Policy.Enrolment.EXPLICIT));
            Order order = Order.of(ANA, "1").currency("USD").line(OrderLine.of("thing", "20.00"));
            Refused stranger = new Refused(new Refusal.NotAMember(ANA));

            assertThat(explicit.purchase(order)).isEqualTo(stranger);
            assertThat(explicit.reserve(order.redeem("cash-10"))).isEqualTo(stranger);
            assertThat(explicit.cancel(order)).isEqualTo(stranger);
            assertThat(explicit.refund(Refund.of(order, "r").line("thing", 1))).isEqualTo(stranger);
            assertThat(explicit.record(Activity.of(ANA, "review", "1"))).isEqualTo(stranger);
            nothingWasWritten(ANA);

            explicit.enrol(Member.of(ANA));
            assertThat(explicit.purchase(order)).isInstanceOf(Applied.class);
        }

        @Test
        void keeps_no_profile_of_a_guest() {
            LoyaltyEngine campus = running(Programs.campus());

            assertThat(campus.enrol(Member.of(MemberId.GUEST).with("segment", "student")))
                    .isEqualTo(new Refused(new Refusal.NotAMember(MemberId.GUEST)));
            assertThat(store.profile(MemberId.GUEST)).isEmpty();
        }
    }

    @Nested
    final class A_guest {
        private final LoyaltyEngine loyalty = running(Programs.beautyInsider());
        private final Order order =
                Order.of(MemberId.GUEST, "1").currency("USD").line(OrderLine.of("thing", "20.00"));

        @Test
        void may_ask_what_joining_would_bring() {
            Quote quote = loyalty.quote(order);

            assertThat(quote.points()).isEqualTo(120);
            assertThat(quote.tierAfter().code()).isEqualTo("INSIDER");
        }

        @Test
        void never_books() {
            Refused refused = new Refused(new Refusal.NotAMember(MemberId.GUEST));

            assertThat(loyalty.purchase(order)).isEqualTo(refused);
            assertThat(loyalty.reserve(order)).isEqualTo(refused);
            assertThat(loyalty.reserve(order.redeem("cash-10"))).isEqualTo(refused);
            assertThat(loyalty.cancel(order)).isEqualTo(refused);
            assertThat(loyalty.refund(Refund.of(order, "r").line("thing", 1))).isEqualTo(refused);
            assertThat(loyalty.record(Activity.of(MemberId.GUEST, "review", "1")))
                    .isEqualTo(refused);
            assertThat(loyalty.executeAll(List.of(order))).containsExactly(refused);
            nothingWasWritten(MemberId.GUEST);
        }
    }

    @Nested
    final class An_unknown_member {
        private final LoyaltyEngine loyalty = running(Programs.beautyInsider());

        @Test
        void has_an_empty_account_in_the_base_tier() {
            var account = loyalty.account(ANA);

            assertThat(account.version()).isZero();
            assertThat(account.available()).isZero();
            assertThat(account.tier().code()).isEqualTo("INSIDER");
            assertThat(account.tier().next().orElseThrow().tier()).isEqualTo("VIB");
            nothingWasWritten(ANA);
        }

        @Test
        void has_an_empty_and_sound_journal() {
            Journal journal = loyalty.journal(ANA);

            assertThat(journal.postings()).isEmpty();
            assertThat(journal.statement()).isEmpty();
            assertThat(journal.order("1")).isEmpty();
            assertThat(journal.verify().sound()).isTrue();
            assertThat(journal.asOf("2026-01-01").available()).isZero();
        }
    }
}
