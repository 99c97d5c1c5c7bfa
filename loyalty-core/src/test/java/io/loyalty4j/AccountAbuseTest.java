package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.AccountRefusal;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.store.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What people try with several accounts, or with one that is closed; by the numbers of the list of abuses. */
final class AccountAbuseTest {
    @Nested
    @DisplayName("63: bringing oneself, and being brought twice")
    final class Bringing extends FriendsFixture {
        private static final MemberId DORA = MemberId.of("dora");
        private static final MemberId ERNA = MemberId.of("erna");

        private void refuses(MemberId friend, MemberId referrer, String why) {
            assertThat(comes(friend, referrer).refusal()).contains(new Refusal.ReferralNotAccepted(why));
        }

        private void are(MemberId... accounts) {
            for (MemberId account : accounts) {
                loyalty.enrol(Member.of(account).person("card-4711")).receipt();
            }
        }

        @Test
        @DisplayName("63: nobody brings the account they have, or another one of theirs")
        void nobodyBringsThemselves() {
            are(ANA, BEN);
            refuses(ANA, ANA, "nobody brings themselves");
            refuses(BEN, ANA, "nobody brings themselves");
            buys(BEN, "b-1", 3);
            has(ANA, 0, 0);
        }

        @Test
        @DisplayName("63: nobody is brought by whom they brought, straight or around")
        void nobodyGoesRound() {
            comes(BEN, ANA).receipt();
            refuses(ANA, BEN, "one of the two has brought the other");
            comes(CARL, BEN).receipt();
            refuses(ANA, CARL, "the member brought who is said to bring them");
        }

        @Test
        @DisplayName("63: nobody is brought who is a customer, or who came before with any account")
        void nobodyIsBroughtTwice() {
            are(BEN, CARL);
            comes(BEN, ANA).receipt();
            refuses(BEN, DORA, "who is behind the member has come before");
            refuses(CARL, ANA, "who is behind the member has come before");
            buys(BEN, "b-1", 3);
            buys(BEN, "b-2", 3);
            has(ANA, 0, 500);
            buys(DORA, "d-1", 1);
            refuses(DORA, ANA, "the member has bought before");
            comes(ERNA, DORA).receipt();
            refuses(ERNA, ANA, "the member has come through somebody already");
        }

        @RepeatedTest(3)
        @DisplayName("63: of many who come as one person at once, one is brought")
        void ofManyAtOnceOneIsBrought() throws Exception {
            MemberId[] accounts = new MemberId[12];
            for (int i = 0; i < accounts.length; i++) {
                accounts[i] = MemberId.of("friend-" + i);
            }
            are(accounts);

            List<Outcome> outcomes = AtOnce.times(accounts.length, i -> comes(accounts[i], ANA));
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.refusal().isEmpty())
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("64: a friend who returns the order")
    final class Returning extends FriendsFixture {
        @Test
        @DisplayName("64: takes both rewards back, whether they can be used yet or have been spent")
        void takesBothBack() {
            comes(BEN, ANA).receipt();
            buys(BEN, "b-1", 3);
            has(ANA, 0, 500);
            cancels(BEN, "b-1");
            has(ANA, 0, 0);
            has(BEN, 0, 0);

            buys(BEN, "b-2", 3);
            clock.pass(Duration.ofDays(31));
            has(ANA, 500, 0);
            loyalty.purchase(order(ANA, "a-1", 1).redeem("eighty")).receipt();
            cancels(BEN, "b-2");
            assertThat(loyalty.account(ANA).debt()).isEqualTo(80 - 9);
            has(BEN, 0, 0);
        }
    }

    @Nested
    @DisplayName("65: one receipt on two cards")
    final class Receipts extends AbuseFixture {
        private final HookedStore hooked = new HookedStore(store);
        private final Refusal another = new AccountRefusal.OrderOfAnotherMember("o-1");

        Receipts() {
            loyalty = on(hundred().oneMemberPerOrder());
        }

        private LoyaltyEngine on(ProgramBuilder program) {
            return LoyaltyEngine.builder(program.build())
                    .store(hooked)
                    .clock(clock)
                    .build();
        }

        private Outcome purchase(MemberId member) {
            return loyalty.purchase(order(member, "o-1", "10.00"));
        }

        @Test
        @DisplayName("65: earns on the first, and the second is refused and never opened")
        void earnsOnTheFirst() {
            Outcome first = purchase(ANA);

            assertThat(purchase(BEN).refusal()).contains(another);
            assertThat(loyalty.executeAll(List.of(order(BEN, "o-1", "10.00"))))
                    .containsExactly(new Outcome.Refused(another));
            assertThat(purchase(ANA)).isEqualTo(new Outcome.Replayed(first.receipt()));
            nothingWasWritten(BEN);
            has(ANA, 10, 0);
        }

        @Test
        @DisplayName("65: earns on both where the program does not ask")
        void earnsOnBothWhereNobodyAsks() {
            loyalty = on(hundred());
            purchase(ANA).receipt();
            purchase(BEN).receipt();
            has(BEN, 10, 0);
            assertThat(store.taken("order/o-1")).isZero();
        }

        @Test
        @DisplayName("65: is asked for by a version made of another, too")
        void isAskedForByALaterVersion() {
            loyalty = on(hundred().oneMemberPerOrder().build().toBuilder()
                    .version("2")
                    .inForceFrom("2026-06-01"));
            purchase(ANA).receipt();
            assertThat(purchase(BEN).refusal()).contains(another);
        }

        @RepeatedTest(5)
        @DisplayName("65: earns on one of two that come at once")
        void earnsOnOneOfTwoAtOnce() throws Exception {
            List<Outcome> outcomes = AtOnce.all(List.of(() -> purchase(ANA), () -> purchase(BEN)));

            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.refusal().isEmpty())
                    .hasSize(1);
            assertThat(store.postings()).hasSize(1);
            assertThat(store.unsettled(Instant.MAX, 9)).isEmpty();
        }

        @Test
        @DisplayName("65: stays the first's when it was cancelled, who may pay it anew")
        void staysTheFirsts() {
            purchase(ANA).receipt();
            loyalty.cancel(order(ANA, "o-1", "10.00")).receipt();

            assertThat(purchase(BEN).refusal()).contains(another);
            loyalty.purchase(order(ANA, "o-1", "10.00").revision(2)).receipt();
            has(ANA, 10, 0);
        }

        @Test
        @DisplayName("65: is free for another when the first was refused")
        void isFreeWhereTheFirstWasRefused() {
            assertThat(loyalty.purchase(free(ANA, "o-1")).refusal()).isPresent();
            purchase(BEN).receipt();
            has(BEN, 10, 0);
        }

        @Test
        @DisplayName("65: is free after a while where the first never came to its commit, and the first's where it did")
        void isFreeAfterACrash() {
            hooked.breaksBefore(request -> true);
            assertThatThrownBy(() -> purchase(ANA)).hasMessage("the connection broke");
            hooked.holds();
            assertThat(purchase(BEN).refusal()).contains(another);
            clock.pass(Budgets.LIFE.plusMillis(1));
            loyalty.runDue(clock.instant());
            purchase(BEN).receipt();

            hooked.breaksAfter(request -> true);
            assertThatThrownBy(() -> loyalty.purchase(order(ANA, "o-2", "10.00")))
                    .hasMessage("the connection broke");
            hooked.holds();
            clock.pass(Duration.ofHours(1));
            loyalty.runDue(clock.instant());
            assertThat(loyalty.purchase(order(BEN, "o-2", "10.00")).refusal())
                    .contains(new AccountRefusal.OrderOfAnotherMember("o-2"));
            has(ANA, 10, 0);
        }
    }

    @Nested
    @DisplayName("69: an account that is frozen or closed")
    final class Blocked extends AbuseFixture {
        private void reservesAndIs(StatusChange change) {
            buys(ANA, "o-1", "200.00");
            loyalty.reserve(free(ANA, "o-2")).receipt();
            loyalty.execute(change.by("agent-1").because("stolen-card")).receipt();
        }

        private void earnsNothing(String status) {
            Refusal blocked = new Refusal.AccountBlocked(status);
            assertThat(loyalty.purchase(order(ANA, "o-3", "10.00")).refusal()).contains(blocked);
            assertThat(loyalty.purchase(order(ANA, "o-4", "10.00").redeem("ten"))
                            .refusal())
                    .contains(blocked);
            assertThat(loyalty.reserve(free(ANA, "o-5")).refusal()).contains(blocked);
            assertThat(loyalty.record(Activity.of(ANA, "visit", "v-1")).refusal())
                    .contains(blocked);
        }

        @Test
        @DisplayName("69: frozen earns and spends nothing, but pays with what it holds, and loses what comes back")
        void frozen() {
            reservesAndIs(StatusChange.freeze(ANA, "s-1"));

            earnsNothing("FROZEN");
            assertThat(loyalty.purchase(free(ANA, "o-2")).receipt().redeemed()).isEqualTo(100);
            has(ANA, 100, 0);
            loyalty.cancel(order(ANA, "o-1", "200.00")).receipt();
            has(ANA, 0, 100);
        }

        @Test
        @DisplayName("69: closed the same, and keeps a debt")
        void closed() {
            reservesAndIs(StatusChange.close(ANA, "s-1"));
            has(ANA, 0, 0);

            earnsNothing("CLOSED");
            assertThat(loyalty.purchase(free(ANA, "o-2")).receipt().redeemed()).isEqualTo(100);
            loyalty.cancel(order(ANA, "o-1", "200.00")).receipt();
            has(ANA, 0, 200);
            assertThat(loyalty.journal(ANA).order("o-1").orElseThrow().takenBack())
                    .isEqualTo(200);
        }
    }

    @Nested
    @DisplayName("70: making one account of two while points are reserved")
    final class Merging extends AbuseFixture {
        private final Merge merge =
                Merge.of(ANA, "case-9").into(BEN).by("agent-1").because("two cards");

        @Test
        @DisplayName("70: is refused, names the orders, and loses no hold")
        void isRefused() {
            buys(ANA, "o-1", "200.00");
            loyalty.reserve(free(ANA, "o-2")).receipt();
            buys(BEN, "b-1", "1.00");

            assertThat(loyalty.execute(merge).refusal()).contains(new AccountRefusal.OrdersOpen(ANA, List.of("o-2")));
            assertThat(account(ANA).held()).isEqualTo(100);
            assertThat(loyalty.purchase(free(ANA, "o-2")).receipt().redeemed()).isEqualTo(100);
        }

        @Test
        @DisplayName("70: leaves holds of the account that goes on, and requests of both can be sent again")
        void leavesTheOthersHolds() {
            buys(ANA, "o-1", "200.00");
            buys(BEN, "b-1", "100.00");
            Outcome anas = loyalty.purchase(order(ANA, "o-1", "200.00"));
            Outcome bens = loyalty.purchase(order(BEN, "b-1", "100.00"));
            loyalty.reserve(free(BEN, "b-2")).receipt();
            Outcome merged = loyalty.execute(merge);
            merged.receipt();

            assertThat(account(BEN).held()).isEqualTo(100);
            has(BEN, 200, 0);
            assertThat(loyalty.purchase(order(ANA, "o-1", "200.00"))).isEqualTo(anas);
            assertThat(loyalty.purchase(order(BEN, "b-1", "100.00"))).isEqualTo(bens);
            assertThat(loyalty.execute(merge)).isEqualTo(new Outcome.Replayed(merged.receipt()));
            loyalty.purchase(free(BEN, "b-2")).receipt();
            has(BEN, 200, 0);
        }
    }

    @Nested
    @DisplayName("72: a welcome bonus for each new account")
    final class Welcomes extends AbuseFixture {
        private final MemberId second = MemberId.of("ana-2");

        private void comesBoughtAndCloses(ProgramBuilder program) {
            loyalty = running(program);
            loyalty.enrol(Member.of(ANA).person("p-4711")).receipt();
            buys(ANA, "o-1", "1.00");
            has(ANA, 501, 0);
            loyalty.execute(StatusChange.close(ANA, "s-1").by("agent-1").because("asked"))
                    .receipt();
            loyalty.enrol(Member.of(second).person("p-4711")).receipt();
            buys(second, "o-1", "1.00");
        }

        @Test
        @DisplayName("72: is given once per person where the rule says so, whatever is closed and opened")
        void isGivenOncePerPerson() {
            comesBoughtAndCloses(hundred()
                    .earn("welcome", points(500).perOrder().when(firstOrder()).oncePerPerson()));
            has(second, 1, 0);
        }

        @Test
        @DisplayName("72: is given to each account where it does not")
        void isGivenToEachAccountWhereItDoesNot() {
            comesBoughtAndCloses(
                    hundred().earn("welcome", points(500).perOrder().when(firstOrder())));
            has(second, 501, 0);
        }
    }
}
