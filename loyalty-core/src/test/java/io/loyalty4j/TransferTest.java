package io.loyalty4j;

import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.Enrolment;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TransferTest extends TransferFixture {
    @Nested
    final class Points {
        @Test
        void leave_one_and_arrive_at_the_other() {
            buys(ANA, "a-1", 400);

            assertThat(sends(ANA, "gift", 300, BEN).receipt().transferred()).isEqualTo(300);

            has(ANA, 100);
            has(BEN, 300);
            assertThat(store.messages(1)).isEmpty();
            Journal.Line line = loyalty.journal(BEN).statement().get(0);
            assertThat(line.why()).isEqualTo("~transfer 300 (from ana)");
            assertThat(loyalty.journal(ANA).statement().get(1).text()).isEqualTo("300 sent to another member");
            assertThat(loyalty.journal(BEN).statement().get(0).text()).isEqualTo("300 received from another member");
        }

        @Test
        void are_sent_once_however_often_it_is_said() {
            buys(ANA, "a-1", 400);
            Outcome first = sends(ANA, "gift", 300, BEN);

            assertThat(sends(ANA, "gift", 300, BEN)).isEqualTo(new Outcome.Replayed(first.receipt()));
            assertThatThrownBy(() -> sends(ANA, "gift", 300, RICH))
                    .isInstanceOf(ConflictingRequestException.class)
                    .hasMessageContaining("to");
            has(ANA, 100);
            has(BEN, 300);
        }

        @Test
        void may_be_sent_by_two_under_one_id() {
            buys(ANA, "a-1", 10);
            buys(RICH, "r-1", 10);

            sends(ANA, "gift", 10, BEN).receipt();
            sends(RICH, "gift", 10, BEN).receipt();

            has(BEN, 20);
        }

        @Test
        void pay_the_receivers_debt_first() {
            buys(BEN, "b-1", 100);
            loyalty.purchase(order(BEN, "b-2", 10).redeem("eighty")).receipt();
            loyalty.cancel(order(BEN, "b-1", 100)).receipt();
            assertThat(account(BEN).debt()).isEqualTo(71);
            buys(ANA, "a-1", 100);

            sends(ANA, "gift", 100, BEN).receipt();

            has(BEN, 29);
        }

        @Test
        void that_are_held_or_not_usable_yet_stay() {
            loyalty = running(program().activation(Activation.after(Period.ofDays(14))));
            buys(ANA, "a-1", 100);
            refused(sends(ANA, "gift", 1, BEN), new Refusal.InsufficientPoints("a transfer", 1, 0));
            clock.pass(Duration.ofDays(14));
            loyalty.reserve(order(ANA, "a-2", 10).redeem("eighty")).receipt();

            refused(sends(ANA, "gift", 21, BEN), new Refusal.InsufficientPoints("a transfer", 21, 20));
            sends(ANA, "gift", 20, BEN).receipt();
            assertThat(account(ANA).held()).isEqualTo(80);
        }

        @Test
        void that_were_sent_and_are_called_back_by_a_return_are_owed_by_the_sender() {
            buys(ANA, "a-1", 100);
            sends(ANA, "gift", 100, BEN).receipt();
            loyalty.cancel(order(ANA, "a-1", 100)).receipt();

            assertThat(account(ANA).debt()).isEqualTo(100);
            has(BEN, 100);
        }

        @Test
        void in_a_batch_are_sent_like_others() {
            buys(ANA, "a-1", 100);

            List<Outcome> outcomes = loyalty.executeAll(List.of(
                    Transfer.of(ANA, "g-1", 60).to(BEN),
                    Transfer.of(ANA, "g-2", 60).to(BEN)));

            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Applied.class);
            refused(outcomes.get(1), new Refusal.InsufficientPoints("a transfer", 60, 40));
            has(BEN, 60);
        }
    }

    private static Refusal tooEarly(long now) {
        return new AccountRefusal.TransferNotAccepted(
                now + " points can be sent now, the others 30 days after they were given");
    }

    static void refused(Outcome outcome, Refusal why) {
        assertThat(outcome.refusal()).contains(why);
    }

    @Nested
    final class Nothing_is_sent {
        @Test
        void where_the_program_does_not_allow_it() {
            loyalty = running(Programs.plain());
            buys(ANA, "a-1", 100);

            refused(
                    sends(ANA, "gift", 10, BEN),
                    new AccountRefusal.TransferNotAccepted("the program has no transfers between members"));
            assertThat(store.find(BEN)).isEmpty();
        }

        @Test
        void to_oneself() {
            assertThatThrownBy(() -> sends(ANA, "gift", 10, ANA))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("to: must be another member than the sender");
        }

        @Test
        void that_is_nothing_or_more_than_there_can_be() {
            assertThatThrownBy(() -> sends(ANA, "gift", 0, BEN)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> sends(ANA, "gift", -1, BEN)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> sends(ANA, "gift", MOST + 1, BEN)).isInstanceOf(InvalidInputException.class);
        }

        @Test
        void to_or_by_a_guest() {
            buys(ANA, "a-1", 100);

            refused(sends(ANA, "gift", 10, MemberId.GUEST), new Refusal.NotAMember(MemberId.GUEST));
            refused(sends(MemberId.GUEST, "gift", 10, ANA), new Refusal.NotAMember(MemberId.GUEST));
        }

        @Test
        void to_a_stranger_where_members_enrol() {
            loyalty = running(program().policy(Enrolment.EXPLICIT));
            loyalty.enrol(Member.of(ANA)).receipt();
            buys(ANA, "a-1", 100);
            refused(sends(ANA, "gift", 10, BEN), new Refusal.NotAMember(BEN));
            assertThat(store.find(BEN)).isEmpty();
            has(ANA, 100);

            loyalty.enrol(Member.of(BEN)).receipt();
            sends(ANA, "gift", 10, BEN).receipt();
            has(BEN, 10);
        }

        @Test
        void beyond_the_years_limit() {
            buys(ANA, "a-1", 2_000);
            sends(ANA, "g-1", 300, BEN).receipt();
            refused(sends(ANA, "g-2", 201, BEN), new Refusal.LimitReached("points sent per year", 500));
            sends(ANA, "g-3", 200, RICH).receipt();
            refused(sends(ANA, "g-4", 1, BEN), new Refusal.LimitReached("points sent per year", 500));

            clock.set("2026-12-31T23:59:59.999Z");
            refused(sends(ANA, "g-5", 1, BEN), new Refusal.LimitReached("points sent per year", 500));
            clock.set("2027-01-01T00:00:00Z");
            sends(ANA, "g-6", 500, BEN).receipt();
            refused(sends(ANA, "g-7", 1, BEN), new Refusal.LimitReached("points sent per year", 500));
        }

        @Test
        void beyond_the_months_limit_in_the_programs_zone() {
            loyalty = running(program().transfers(Transfers.upTo(500).per(MONTH)));
            buys(ANA, "a-1", 2_000);
            sends(ANA, "g-1", 500, BEN).receipt();

            clock.set("2026-06-30T22:59:59.999Z");
            refused(sends(ANA, "g-2", 1, BEN), new Refusal.LimitReached("points sent per month", 500));
            clock.set("2026-06-30T23:00:00Z");
            sends(ANA, "g-3", 500, BEN).receipt();
        }

        @Test
        void before_its_days_have_passed_whoever_gave_it() {
            loyalty = running(program().transfers(Transfers.upTo(500).per(YEAR).afterDays(30)));
            buys(ANA, "a-1", 100);
            clock.pass(Duration.ofDays(1));
            buys(ANA, "a-2", 50);
            clock.pass(Duration.ofDays(29).minusMillis(1));
            refused(sends(ANA, "gift", 1, BEN), tooEarly(0));

            clock.pass(Duration.ofMillis(1));
            refused(sends(ANA, "gift", 101, BEN), tooEarly(100));
            refused(sends(ANA, "gift", 151, BEN), new Refusal.InsufficientPoints("a transfer", 151, 150));
            sends(ANA, "gift", 100, BEN).receipt();
            clock.pass(Duration.ofDays(29));
            refused(sends(BEN, "back", 1, ANA), tooEarly(0));
            clock.pass(Duration.ofDays(1));
            sends(BEN, "back", 100, ANA).receipt();
            has(ANA, 150);
        }
    }

    @Nested
    final class No_date {
        private final Instant end = Instant.parse("2027-06-01T23:00:00Z");

        private List<Optional<Instant>> ends(MemberId member) {
            return account(member).lots().stream().map(Lot::expires).toList();
        }

        @Test
        void moves_later() {
            loyalty = running(program().expiry(Expiry.after(Period.ofMonths(12))));
            buys(ANA, "a-1", 100);
            clock.passMonths(6);
            sends(ANA, "gift", 100, BEN).receipt();
            clock.passMonths(1);
            sends(BEN, "back", 100, ANA).receipt();

            assertThat(ends(ANA)).containsExactly(Optional.of(end));
            clock.set("2027-06-01T22:59:59.999Z");
            has(ANA, 100);
            clock.set("2027-06-01T23:00:00Z");
            has(ANA, 0);
        }

        @Test
        void of_inactivity_moves_with_the_receivers_purchases() {
            loyalty = running(program().expiry(Expiry.afterInactivity(Period.ofMonths(12))));
            buys(ANA, "a-1", 100);
            clock.passMonths(6);
            sends(ANA, "gift", 100, BEN).receipt();
            buys(BEN, "b-1", 1);

            assertThat(ends(BEN)).containsExactlyInAnyOrder(Optional.of(end), Optional.empty());
            clock.set("2027-06-01T23:00:00Z");
            has(BEN, 1);
        }

        @Test
        void is_lost_among_several() {
            loyalty = running(program().expiry(Expiry.after(Period.ofMonths(12))));
            buys(ANA, "a-1", 100);
            buys(ANA, "a-2", 50);
            clock.passMonths(1);
            buys(ANA, "a-3", 70);
            sends(ANA, "gift", 200, BEN).receipt();

            assertThat(account(BEN).lots())
                    .extracting(
                            Lot::id,
                            lot -> lot.in(Bucket.AVAILABLE),
                            lot -> lot.expires().orElseThrow())
                    .containsExactly(
                            tuple("transferred/ana/gift", 150L, end),
                            tuple("transferred/ana/gift#1", 50L, Instant.parse("2027-07-01T23:00:00Z")));
            assertThat(account(ANA).lots()).extracting(Lot::id).containsExactly("order/a-3@1");
        }

        @Test
        void gives_points_that_lapsed_on_their_way_another_life() {
            loyalty = running(program().expiry(Expiry.after(Period.ofMonths(12))));
            buys(ANA, "a-1", 100);
            store.breaksBefore(request -> request.member().equals(BEN));
            sends(ANA, "gift", 100, BEN).receipt();
            clock.passMonths(13);
            allIsDelivered();

            has(ANA, 0);
            has(BEN, 0);
            assertThat(loyalty.journal(BEN).postings().stream()
                            .mapToLong(posting -> posting.moved(Bucket.AVAILABLE, Bucket.EXPIRED))
                            .sum())
                    .isEqualTo(100);
        }

        @Test
        void is_given_grace_twice() {
            loyalty = running(program().expiry(Expiry.after(Period.ofMonths(1))));
            buys(ANA, "a-1", 80);
            Order paid = order(ANA, "a-2", 10).redeem("eighty");
            loyalty.purchase(paid).receipt();
            clock.passMonths(2);
            loyalty.cancel(paid).receipt();
            sends(ANA, "gift", 80, BEN).receipt();
            Order again = order(BEN, "b-1", 10).redeem("eighty");
            loyalty.purchase(again).receipt();
            clock.passMonths(2);
            loyalty.cancel(again).receipt();

            has(BEN, 0);
        }
    }

    @Nested
    final class What_cannot_be_taken {
        @Test
        void comes_back() {
            isRich(RICH);
            buys(ANA, "a-1", 500);

            assertThat(sends(ANA, "gift", 500, RICH)).isInstanceOf(Outcome.Applied.class);

            has(RICH, MOST);
            has(ANA, 500);
            assertThat(account(ANA).lots()).extracting(Lot::id).containsExactly("order/a-1@1");
            assertThat(store.messages(1)).isEmpty();
            assertThat(loyalty.journal(RICH).postings().get(1).entries()).isEmpty();
            assertThat(loyalty.journal(ANA).statement().get(2).text()).isEqualTo("500 sent and come back");
            sends(ANA, "other", 500, BEN).receipt();
            has(BEN, 500);
        }

        @Test
        void comes_back_once_when_every_message_comes_twice() {
            isRich(RICH);
            buys(ANA, "a-1", 100);
            store.breaksAfter(request -> request.member().equals(RICH));
            sends(ANA, "gift", 100, RICH).receipt();
            store.breaksAfter(request -> request.member().equals(ANA));
            loyalty.runDue();
            loyalty.purchase(order(RICH, "r-1", 1).redeem("eighty"));
            allIsDelivered();

            has(ANA, 100);
            assertThat(loyalty.journal(ANA).postings()).hasSize(3);
            assertThat(loyalty.journal(RICH).postings().stream().flatMap(posting -> posting.changes(Change.Sent.class)))
                    .hasSize(1);
        }

        @Test
        void lapses_if_it_has_lapsed_meanwhile() {
            loyalty = running(program().expiry(Expiry.after(Period.ofMonths(1))));
            buys(ANA, "a-1", 100);
            store.breaksBefore(request -> request.member().equals(RICH));
            sends(ANA, "gift", 60, RICH).receipt();
            clock.passMonths(2);
            store.holds();
            isRich(RICH);
            allIsDelivered();

            has(ANA, 0);
            has(RICH, MOST);
        }

        @Test
        void pays_what_the_sender_owes_by_then() {
            buys(ANA, "a-1", 100);
            isRich(RICH);
            store.breaksBefore(request -> request.member().equals(RICH));
            sends(ANA, "gift", 100, RICH).receipt();
            store.holds();
            loyalty.cancel(order(ANA, "a-1", 100)).receipt();
            assertThat(account(ANA).debt()).isEqualTo(100);
            allIsDelivered();

            has(ANA, 0);
        }
    }

    @Test
    void a_message_that_an_older_machine_cannot_book_waits_for_a_newer_one() {
        buys(ANA, "a-1", 100);
        buys(BEN, "b-1", 1);
        LoyaltyEngine old = loyalty;
        loyalty = running(program().version("2").inForceFrom("2026-06-01T12:00"));
        buys(BEN, "b-2", 1);
        assertThat(old.execute(Transfer.of(ANA, "gift", 100).to(BEN))).isInstanceOf(Outcome.Applied.class);
        assertThat(store.messages(9)).hasSize(1);

        allIsDelivered();
        has(BEN, 102);
    }
}
