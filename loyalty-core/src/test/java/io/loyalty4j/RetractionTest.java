package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A review that is deleted, a visit that was recorded by mistake. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RetractionTest extends EngineFixture {
    private LoyaltyEngine loyalty = running(reviews());

    private static ProgramBuilder reviews() {
        return Programs.plain().earn("review", points(100).forActivity("review"));
    }

    private static Activity activity(String kind, String id) {
        return Activity.of(ANA, kind, id);
    }

    private Receipt writes(String id) {
        return loyalty.record(activity("review", id)).receipt();
    }

    private Receipt deletes(String id) {
        return loyalty.execute(activity("review", id).retraction()).receipt();
    }

    private Account account() {
        assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
        return loyalty.account(ANA);
    }

    @Nested
    final class Takes_the_points_back {
        @Test
        void that_are_available() {
            writes("r-1");
            writes("r-2");

            assertThat(deletes("r-1").revoked()).isEqualTo(100);
            assertThat(account().available()).isEqualTo(100);
        }

        @Test
        void that_are_pending() {
            loyalty = running(reviews().activation(Activation.after(Period.ofDays(14))));
            writes("r-1");
            deletes("r-1");

            assertThat(account().pending()).isZero();
            clock.pass(Duration.ofDays(30));
            assertThat(account().available()).isZero();
        }

        @Test
        void that_were_spent_as_a_debt() {
            writes("r-1");
            loyalty.purchase(order(ANA, "o-1", "10.00").redeem("eighty")).receipt();
            deletes("r-1");

            assertThat(account().debt()).isEqualTo(100 - 20 - 9);
        }

        @Test
        void only_as_far_as_they_are_there_where_the_program_says_so() {
            loyalty = running(reviews().policy(ClawBack.WITHIN_BALANCE));
            writes("r-1");
            loyalty.purchase(order(ANA, "o-1", "10.00").redeem("eighty")).receipt();

            assertThat(deletes("r-1").shortfall()).isEqualTo(71);
            assertThat(account().available()).isZero();
            assertThat(account().debt()).isZero();
        }

        @Test
        void once() {
            writes("r-1");
            writes("r-2");
            deletes("r-1");

            assertThat(loyalty.execute(activity("review", "r-1").retraction())).isInstanceOf(Outcome.Replayed.class);
            assertThat(account().available()).isEqualTo(100);
        }

        @Test
        void also_when_it_comes_before_the_activity() {
            assertThat(deletes("r-1").revoked()).isZero();
            writes("r-1");

            assertThat(account().available()).isZero();
            writes("r-2");
            assertThat(account().available()).isEqualTo(100);
        }

        @Test
        void also_when_it_comes_first_of_many() {
            List<Outcome> outcomes = loyalty.executeAll(List.of(
                    activity("review", "r-1").retraction(), activity("review", "r-1"), activity("review", "r-2")));

            assertThat(outcomes).allMatch(Outcome.Applied.class::isInstance);
            assertThat(account().available()).isEqualTo(100);
        }

        @Test
        void of_nobody_else_and_of_no_order_of_that_name() {
            writes("r-1");
            loyalty.purchase(order(ANA, "r-1", "10.00")).receipt();
            loyalty.execute(Activity.of(BEN, "review", "r-1").retraction()).receipt();
            assertThat(account().available()).isEqualTo(110);

            deletes("r-1");
            assertThat(account().available()).isEqualTo(10);
        }
    }

    @Nested
    final class Undoes_what_it_counted_for {
        @Test
        void so_that_limits_have_room_again() {
            loyalty = running(Programs.plain()
                    .earn("review", points(100).forActivity("review").oncePer(DAY)));
            writes("r-1");
            assertThat(writes("r-2").earned()).isZero();
            deletes("r-1");

            assertThat(writes("r-3").earned()).isEqualTo(100);
        }

        @Test
        void and_one_that_gave_nothing_gives_no_room() {
            loyalty = running(Programs.plain()
                    .earn("review", points(100).forActivity("review").oncePer(DAY)));
            writes("r-1");
            writes("r-2");
            deletes("r-2");

            assertThat(writes("r-3").earned()).isZero();
        }

        @Test
        void so_that_a_card_has_its_stamp_no_more() {
            loyalty = running(
                    Programs.plain().earn("card", stampCard(2).givingPoints(50).forActivity("review")));
            writes("r-1");
            deletes("r-1");
            assertThat(writes("r-2").earned()).isZero();
            assertThat(writes("r-3").earned()).isEqualTo(50);

            deletes("r-3");
            assertThat(account().available()).isZero();
            assertThat(writes("r-4").earned()).isEqualTo(50);
        }

        @Test
        void so_that_a_challenge_is_open_again() {
            loyalty = running(Programs.plain()
                    .earn("it", challenge().activity("review", 2).givingPoints(50)));
            writes("r-1");
            assertThat(writes("r-2").earned()).isEqualTo(50);
            deletes("r-2");
            assertThat(account().available()).isZero();

            deletes("r-1");
            assertThat(writes("r-3").earned()).isZero();
            assertThat(writes("r-4").earned()).isEqualTo(50);
        }

        @Test
        void so_that_the_voucher_it_gave_is_gone() {
            loyalty = running(Programs.plain()
                    .earn("card", stampCard(1).givingReward("free").forActivity("review"))
                    .reward("free", Reward.discount("1.00").free().withVoucher(Duration.ofDays(30))));
            writes("r-1");
            assertThat(free()).isTrue();
            deletes("r-1");
            assertThat(free()).isFalse();
        }

        private boolean free() {
            return loyalty.quote(order(ANA, "basket", "5.00"))
                    .reward("free")
                    .filter(RewardOffer::takeable)
                    .isPresent();
        }
    }

    @Test
    void of_a_guest_is_refused() {
        Activity guests = Activity.of(MemberId.GUEST, "review", "r-1");
        assertThat(loyalty.execute(guests.retraction()).refusal()).contains(new Refusal.NotAMember(MemberId.GUEST));
    }
}
