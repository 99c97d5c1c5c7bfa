package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Prizes;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.reward.RewardOffer;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Referral;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Budgets of rules that go by what a member did before: steps that give nothing yet need no budget, and are not lost for want of one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BudgetedPastTest extends EngineFixture {
    private LoyaltyEngine under(EarnRule rule) {
        return running(Programs.plain()
                .without("base")
                .earn("it", rule)
                .reward("free", Reward.discount("1.00").free().withVoucher(Duration.ofDays(30))));
    }

    private static long buys(LoyaltyEngine loyalty, MemberId member, String id) {
        return loyalty.purchase(order(member, id, "10.00")).receipt().earned();
    }

    private static boolean free(LoyaltyEngine loyalty, MemberId member) {
        return loyalty.quote(order(member, "basket", "10.00"))
                .reward("free")
                .filter(RewardOffer::takeable)
                .isPresent();
    }

    private long taken(String unit) {
        return store.taken("budget/plain/it/" + unit);
    }

    @Test
    void a_card_gets_its_stamps() {
        LoyaltyEngine loyalty =
                under(stampCard(2).givingPoints(50).atMostPoints(80).inAll());
        assertThat(buys(loyalty, ANA, "o-1")).isZero();
        assertThat(buys(loyalty, ANA, "o-2")).isEqualTo(50);
        assertThat(buys(loyalty, BEN, "o-1")).isZero();
        assertThat(buys(loyalty, BEN, "o-2")).isEqualTo(30);
        assertThat(taken("points")).isEqualTo(80);
    }

    @Test
    void a_card_gives_rewards_so_often() {
        LoyaltyEngine loyalty =
                under(stampCard(2).givingReward("free").atMostTimes(1).inAll());
        for (MemberId member : List.of(ANA, BEN)) {
            buys(loyalty, member, "o-1");
            buys(loyalty, member, "o-2");
        }
        assertThat(free(loyalty, ANA)).isTrue();
        assertThat(free(loyalty, BEN)).isFalse();
        assertThat(taken("times")).isEqualTo(1);
    }

    @Test
    void a_challenge_makes_progress() {
        LoyaltyEngine loyalty =
                under(challenge().orders(3).givingPoints(50).atMostTimes(1).inAll());
        assertThat(buys(loyalty, ANA, "o-1")).isZero();
        assertThat(buys(loyalty, ANA, "o-2")).isZero();
        assertThat(buys(loyalty, ANA, "o-3")).isEqualTo(50);
        assertThat(taken("times")).isEqualTo(1);
    }

    @Nested
    final class A_draw {
        private Receipt spins(LoyaltyEngine loyalty, String id) {
            return loyalty.record(Activity.of(ANA, "spin", id)).receipt();
        }

        private EarnRule wheel(Prizes prizes) {
            return spin(prizes)
                    .forActivity("spin")
                    .oncePer(DAY)
                    .atMostPoints(200)
                    .inAll();
        }

        @Test
        void of_nothing_is_told_and_counts() {
            LoyaltyEngine loyalty = under(wheel(Prizes.draw().points(1, "0")));
            assertThat(spins(loyalty, "s-1").draws()).hasSize(1);
            assertThat(spins(loyalty, "s-2").draws()).isEmpty();
            assertThat(taken("points")).isZero();
        }

        @Test
        void of_a_reward_takes_no_points() {
            LoyaltyEngine loyalty = under(wheel(Prizes.draw().reward("free", "100")));
            spins(loyalty, "s-1");
            assertThat(free(loyalty, ANA)).isTrue();
            assertThat(taken("points")).isZero();
        }
    }

    @Test
    void a_referrer_gets_what_is_left() {
        LoyaltyEngine loyalty =
                under(referral().toReferrer(500).toFriend(1).atMostPoints(700).inAll());
        for (String friend : List.of("f-1", "f-2", "f-3")) {
            loyalty.execute(Referral.accept(MemberId.of(friend), ANA)).receipt();
            assertThat(buys(loyalty, MemberId.of(friend), "o-1")).isEqualTo(1);
        }
        assertThat(loyalty.account(ANA).available()).isEqualTo(700);
        assertThat(taken("points")).isEqualTo(700);
    }
}
