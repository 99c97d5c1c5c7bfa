package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Account.Status;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StatusChange;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Accounts that are frozen, closed or forgotten: the member does nothing more, and what must be booked is booked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class StatusChangeTest extends StaffFixture {
    private static final Order HELD = order(ANA, "held", "5.00").redeem("eighty");

    private static ProgramBuilder program() {
        return Programs.plain().earn("review", points(25).forActivity("review"));
    }

    @BeforeEach
    void an_order_that_is_paid_and_one_that_holds_points() {
        loyalty = staffed(program());
        loyalty.purchase(order(ANA, "paid", "100.00")).receipt();
        loyalty.reserve(HELD).receipt();
    }

    private void freeze() {
        booked(by(StatusChange.freeze(ANA, "case-1")));
    }

    private void close() {
        booked(by(StatusChange.close(ANA, "case-1")));
    }

    private void forget() {
        booked(by(StatusChange.forget(ANA, "gdpr-1")));
    }

    private Receipt returns(String order) {
        return loyalty.refund(
                        Refund.of(order(ANA, order, "1.00"), "rma-" + order).line("thing", 1))
                .receipt();
    }

    private void nothingIsDone(Status status) {
        Refusal blocked = new Refusal.AccountBlocked(status.name());
        assertThat(refused(order(ANA, "new", "10.00"))).isEqualTo(blocked);
        assertThat(refused(order(ANA, "new", "10.00").redeem("ten"))).isEqualTo(blocked);
        assertThat(refused(HELD.redeem("ten"))).isEqualTo(blocked);
        assertThat(refused(HELD.withoutRewards())).isEqualTo(blocked);
        assertThat(refused(order(ANA, "new", "10.00").redeem("ten").reservation()))
                .isEqualTo(blocked);
        assertThat(refused(Activity.of(ANA, "review", "r-1"))).isEqualTo(blocked);
        assertThat(refused(Referral.invite(ANA))).isEqualTo(blocked);
        assertThat(refused(Referral.accept(ANA, BEN))).isEqualTo(blocked);
        assertThat(loyalty.quote(order(ANA, "new", "10.00")).refusal()).contains(blocked);
        assertThat(loyalty.quote(order(ANA, "new", "10.00")).points()).isZero();
        assertThat(account().status()).isEqualTo(status);
    }

    @Nested
    final class A_frozen_account {
        @Test
        void refuses_what_the_member_does() {
            freeze();
            nothingIsDone(Status.FROZEN);
        }

        @Test
        void books_an_order_whose_every_reward_is_held_and_earns_nothing_on_it() {
            freeze();
            Receipt receipt = loyalty.purchase(HELD).receipt();

            assertThat(receipt.redeemed()).isEqualTo(80);
            assertThat(receipt.earned()).isZero();
            assertThat(account().held()).isZero();
            assertThat(returns("held").restored()).isEqualTo(80);
            assertThat(account().available()).isEqualTo(100);
        }

        @Test
        void books_what_comes_back() {
            freeze();
            assertThat(returns("paid").revoked()).isEqualTo(100);
            assertThat(account().debt()).isEqualTo(80);
            loyalty.cancel(HELD).receipt();
            assertThat(account().debt()).isZero();
        }

        @Test
        void books_what_people_of_the_shop_do() {
            freeze();
            booked(adds(50, "case-2"));
            assertThat(account().available()).isEqualTo(70);
        }

        @Test
        void is_open_again_once_it_is_unfrozen() {
            freeze();
            booked(by(StatusChange.unfreeze(ANA, "case-2")));

            assertThat(account().status()).isEqualTo(Status.OPEN);
            assertThat(loyalty.purchase(order(ANA, "new", "10.00")).receipt().earned())
                    .isEqualTo(10);
        }

        @Test
        void still_gets_the_share_of_a_friends_order() {
            loyalty =
                    staffed(program().earn("friends", referral().toReferrer(30).toFriend(0)));
            loyalty.execute(Referral.accept(BEN, ANA)).receipt();
            freeze();
            loyalty.purchase(order(BEN, "first", "10.00")).receipt();

            clock.pass(Duration.ofDays(60));
            assertThat(account().available()).isEqualTo(100 + 30);
        }
    }

    @Nested
    final class A_closed_account {
        @Test
        void refuses_what_the_member_does_for_ever() {
            close();
            nothingIsDone(Status.CLOSED);
            Refusal blocked = new Refusal.AccountBlocked("CLOSED");
            assertThat(refused(by(StatusChange.unfreeze(ANA, "case-2")))).isEqualTo(blocked);
            assertThat(refused(by(StatusChange.close(ANA, "case-2")))).isEqualTo(blocked);
            assertThat(refused(adds(1, "case-2"))).isEqualTo(blocked);
            assertThat(refused(Member.of(ANA))).isEqualTo(blocked);
        }

        @Test
        void has_lost_its_points_and_what_is_held_until_it_is_captured() {
            Receipt receipt = booked(by(StatusChange.close(ANA, "case-1")));

            assertThat(receipt.posting().moved(Bucket.AVAILABLE, Bucket.REVOKED))
                    .isEqualTo(20);
            assertThat(account().available()).isZero();
            assertThat(account().held()).isEqualTo(80);
            assertThat(loyalty.purchase(HELD).receipt().redeemed()).isEqualTo(80);
            assertThat(account().held()).isZero();
        }

        @Test
        void has_lost_its_pending_points() {
            loyalty = staffed(program().activation(Activation.after(Period.ofDays(14))));
            loyalty.purchase(order(ANA, "pending", "30.00")).receipt();
            Receipt receipt = booked(by(StatusChange.close(ANA, "case-1")));

            assertThat(receipt.posting().moved(Bucket.PENDING, Bucket.REVOKED)).isEqualTo(30);
            clock.pass(Duration.ofDays(30));
            assertThat(account().available()).isZero();
            assertThat(account().pending()).isZero();
        }

        @Test
        void revokes_what_a_hold_frees_in_the_same_posting() {
            close();
            Receipt receipt = loyalty.cancel(HELD).receipt();

            assertThat(receipt.posting().moved(Bucket.HELD, Bucket.AVAILABLE)).isEqualTo(80);
            assertThat(receipt.posting().moved(Bucket.AVAILABLE, Bucket.REVOKED))
                    .isEqualTo(80);
            assertThat(account().available()).isZero();
        }

        @Test
        void revokes_what_a_hold_frees_by_its_time_out() {
            close();
            clock.pass(Duration.ofHours(2));

            assertThat(loyalty.runDue().booked()).isEqualTo(1);
            assertThat(account().held()).isZero();
            assertThat(account().available()).isZero();
        }

        @Test
        void revokes_what_is_restored_after_it_has_paid_a_debt() {
            loyalty = staffed(program().policy(RedeemedOnReturn.PROPORTIONAL));
            loyalty.purchase(HELD).receipt();
            close();
            assertThat(account().available()).isZero();
            returns("paid");
            assertThat(account().debt()).isEqualTo(100);

            Receipt receipt = returns("held");
            assertThat(receipt.restored()).isEqualTo(80);
            assertThat(account().debt()).isEqualTo(100 - 80 + 4);
            assertThat(account().available()).isZero();
        }

        @Test
        void loses_the_share_of_a_friends_order() {
            loyalty =
                    staffed(program().earn("friends", referral().toReferrer(30).toFriend(0)));
            loyalty.execute(Referral.accept(BEN, ANA)).receipt();
            close();
            loyalty.purchase(order(BEN, "first", "10.00")).receipt();

            assertThat(account().pending()).isZero();
            assertThat(store.messages(10)).isEmpty();
            loyalty.cancel(order(BEN, "first", "10.00")).receipt();
            assertThat(account().debt()).isZero();
        }
    }

    @Nested
    final class A_forgotten_member {
        @Test
        void has_no_profile_and_is_never_enrolled_again() {
            loyalty.enrol(Member.of(ANA).person("p-1").birthday("02-29")).receipt();
            forget();

            assertThat(store.profile(ANA)).isEmpty();
            assertThat(refused(Member.of(ANA).person("p-1"))).isEqualTo(new Refusal.AccountBlocked("FORGOTTEN"));
            assertThat(store.profile(ANA)).isEmpty();
            nothingIsDone(Status.FORGOTTEN);
        }

        @Test
        void can_still_return_goods_and_the_ledger_verifies() {
            loyalty.purchase(HELD).receipt();
            forget();

            assertThat(returns("paid").revoked()).isEqualTo(100);
            assertThat(returns("held").restored()).isEqualTo(80);
            assertThat(account().available()).isZero();
            assertThat(store.profile(ANA)).isEmpty();
        }

        @Test
        void may_have_been_closed_or_frozen_before() {
            freeze();
            booked(by(StatusChange.close(ANA, "case-2")));
            forget();
            assertThat(account().status()).isEqualTo(Status.FORGOTTEN);
            assertThat(refused(by(StatusChange.forget(ANA, "gdpr-2"))))
                    .isEqualTo(new Refusal.AccountBlocked("FORGOTTEN"));
        }

        @Test
        void is_forgotten_again_by_a_repetition_if_the_profile_was_left() {
            forget();
            store.replace(store.profile(ANA), Member.of(ANA).person("p-1"));

            assertThat(loyalty.execute(by(StatusChange.forget(ANA, "gdpr-1")))).isInstanceOf(Outcome.Replayed.class);
            assertThat(store.profile(ANA)).isEmpty();
        }

        @Test
        void is_forgotten_among_others_too() {
            loyalty.executeAll(List.of(Member.of(ANA).person("p-1"), by(StatusChange.forget(ANA, "gdpr-1"))));
            assertThat(store.profile(ANA)).isEmpty();
            assertThat(account().status()).isEqualTo(Status.FORGOTTEN);
        }
    }

    @Nested
    final class A_change {
        @Test
        void has_one_effect() {
            freeze();
            booked(by(StatusChange.unfreeze(ANA, "case-1")));
            assertThat(loyalty.execute(by(StatusChange.freeze(ANA, "case-1")))).isInstanceOf(Outcome.Replayed.class);
            assertThat(account().status()).isEqualTo(Status.OPEN);
            assertThatThrownBy(() -> loyalty.execute(
                            by(StatusChange.freeze(ANA, "case-1")).because("other")))
                    .isInstanceOf(ConflictingRequestException.class);
        }

        @Test
        void says_who_and_why_or_is_refused() {
            assertThatThrownBy(() -> loyalty.execute(StatusChange.close(ANA, "case-1")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("actor")
                    .hasMessageContaining("reason");
        }

        @Test
        void of_ones_own_account_is_only_to_leave() {
            assertThat(refused(by(StatusChange.freeze(ANA, "c")).by("ana"))).isInstanceOf(Refusal.OwnAccount.class);
            assertThat(refused(by(StatusChange.unfreeze(ANA, "c")).by("ana"))).isInstanceOf(Refusal.OwnAccount.class);
            booked(by(StatusChange.close(ANA, "c")).by("ana"));
            booked(by(StatusChange.forget(ANA, "c")).by("ana"));
        }

        @Test
        void may_be_the_first_that_is_heard_of_a_member() {
            booked(StatusChange.freeze(BEN, "case-1").by("agent-12").because("fraud"));
            assertThat(account(BEN).status()).isEqualTo(Status.FROZEN);
        }
    }
}
