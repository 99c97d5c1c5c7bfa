package io.loyalty4j.notify;

import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.ledger.Shop.ANA;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Points, rewards and tiers that end soon, and orders that are some time ago. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReminderEndsTest {
    private static Pump with(Shop shop, String id, Moment moment) {
        return new Pump(shop).moment(id, moment).enrols(Member.of(ANA));
    }

    private static List<LoyaltyEvent> looksWhenDue(Shop shop, Pump pump) {
        shop.at(pump.next.orElseThrow());
        return pump.look();
    }

    @Nested
    class Points {
        private final Shop shop = Shop.with(aPointPerDollar().expiry(Expiry.afterInactivity(Period.ofDays(60))))
                .at("2025-01-10");
        private final Pump pump = with(shop, "soon", Moment.beforeExpiry(Period.ofDays(30)));

        @Test
        void are_told_of_before_their_last_day_in_the_programs_zone() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            pump.look();
            List<LoyaltyEvent> told = looksWhenDue(shop, pump);
            assertThat(shop.now()).isEqualTo("2025-03-03T05:00:00Z");
            assertThat(told).singleElement().isInstanceOfSatisfying(LoyaltyEvent.PointsExpiringSoon.class, event -> {
                assertThat(event.points()).isEqualTo(40);
                assertThat(event.lastDay()).isEqualTo(LocalDate.of(2025, 4, 2));
                assertThat(event.id()).isEqualTo("ana/~soon/2025-04-02");
                assertThat(event.at()).isEqualTo(shop.now());
            });
        }

        @Test
        void that_a_purchase_prolongs_are_told_of_anew_before_their_new_last_day() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            pump.look();
            looksWhenDue(shop, pump);
            shop.at("2025-03-20").buys("A-2", "1.00");
            pump.look();
            looksWhenDue(shop, pump);
            assertThat(pump.told)
                    .containsExactly(
                            "2025-03-03T05:00:00Z ana/~soon/2025-04-02", "2025-04-19T04:00:00Z ana/~soon/2025-05-19");
        }

        @Test
        void are_never_told_of_too_late_while_they_last() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            shop.at("2025-04-02T23:59:59.999");
            assertThat(pump.look()).hasSize(1);
        }

        @Test
        void that_are_gone_are_told_of_no_more() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            shop.at("2025-04-03");
            assertThat(pump.look()).isEmpty();
            assertThat(pump.next).isEmpty();
        }

        @Test
        void that_an_order_holds_are_not_told_of() {
            Shop holding = Shop.with(aPointPerDollar()
                            .reward("five", discount("5.00").costs(40))
                            .expiry(Expiry.after(Period.ofDays(60))))
                    .at("2025-01-10");
            Pump looking = with(holding, "soon", Moment.beforeExpiry(Period.ofDays(59)));
            holding.at("2025-02-01T10:00").buys("A-1", "50.00");
            holding.at("2025-02-03T10:00")
                    .reserves(holding.order("A-2", Shop.line("goods", "20.00")).redeem("five"));
            assertThat(looking.look())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            LoyaltyEvent.PointsExpiringSoon.class,
                            event -> assertThat(event.points()).isEqualTo(10));
        }

        @Test
        void that_are_pending_are_told_of_once_they_can_be_used() {
            Shop waiting = Shop.with(aPointPerDollar()
                            .activation(Activation.after(Period.ofDays(14)))
                            .expiry(Expiry.after(Period.ofDays(20))))
                    .at("2025-01-10");
            Pump looking = with(waiting, "soon", Moment.beforeExpiry(Period.ofDays(30)));
            waiting.at("2025-02-01T10:00").buys("A-1", "50.00");
            assertThat(looking.look()).isEmpty();
            assertThat(looksWhenDue(waiting, looking)).hasSize(1);
            assertThat(waiting.account().available()).isEqualTo(50);
        }
    }

    @Nested
    class Rewards {
        private final Shop shop = Shop.with(aPointPerDollar()
                        .earn("thanks", reward("thanks"))
                        .reward("thanks", discount("1.00").free().withVoucher(Duration.ofDays(10))))
                .at("2025-01-10");
        private final Pump pump = with(shop, "soon", Moment.beforeExpiry(Period.ofDays(3)));

        @Test
        void are_told_of_before_their_last_day_once() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            shop.at("2025-02-01T11:00").buys("A-2", "40.00");
            pump.look();
            assertThat(looksWhenDue(shop, pump))
                    .singleElement()
                    .isInstanceOfSatisfying(LoyaltyEvent.RewardExpiring.class, event -> {
                        assertThat(event.lastDay()).isEqualTo(LocalDate.of(2025, 2, 11));
                        assertThat(event.id()).isEqualTo("ana/~soon/thanks/2025-02-11");
                    });
            assertThat(shop.now()).isEqualTo("2025-02-08T05:00:00Z");
        }

        @Test
        void that_are_reserved_or_used_are_not_told_of() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            shop.reserves(shop.order("A-2", Shop.line("goods", "20.00")).redeem("thanks"));
            shop.at("2025-02-01T10:05");
            pump.look();
            assertThat(shop.account().rewardsEnding()).isEmpty();
            assertThat(pump.next).isNotEqualTo(Optional.of(Instant.parse("2025-02-08T05:00:00Z")));
        }
    }

    @Nested
    class Tiers {
        private final Shop shop = Shop.with(aPointPerDollar()
                        .tiers(TierLadder.bySpend()
                                .per(Window.YEAR)
                                .keptThroughNextPeriod()
                                .base("BLUE")
                                .tier("GOLD", 500)))
                .at("2025-01-10");
        private final Pump pump = with(shop, "risk", Moment.tierAtRisk(Period.ofDays(60)));

        private void buys(String day, String id, String price) {
            shop.at(day).buys(id, price);
            pump.look();
        }

        private void looksUntil(String day) {
            Instant end = Instant.parse(day + "T00:00:00Z");
            while (pump.next.filter(at -> at.isBefore(end)).isPresent()) {
                looksWhenDue(shop, pump);
            }
        }

        @Test
        void are_told_to_be_at_risk_in_the_last_period_only() {
            buys("2025-05-01", "A-1", "600.00");
            looksUntil("2027-01-02");
            assertThat(pump.told).containsExactly("2026-11-01T04:00:00Z ana/~risk/2026-12-31");
            assertThat(pump.events.get(0))
                    .isInstanceOfSatisfying(
                            LoyaltyEvent.TierAtRisk.class,
                            event -> assertThat(event.missing()).isEqualByComparingTo(BigDecimal.valueOf(500)));
        }

        @Test
        void that_are_kept_already_are_not_at_risk() {
            buys("2025-05-01", "A-1", "600.00");
            buys("2026-05-01", "A-2", "600.00");
            looksUntil("2027-01-02");
            assertThat(pump.ids()).containsExactly("ana/~~tier-kept/2027-12-31");
        }

        @Test
        void that_are_kept_are_told_of_once_and_without_asking() {
            buys("2025-05-01", "A-1", "600.00");
            buys("2026-05-01", "A-2", "600.00");
            buys("2026-05-02", "A-3", "600.00");
            assertThat(pump.ids()).containsExactly("ana/~~tier-kept/2027-12-31");
            assertThat(pump.events.get(0).messageClass()).isEqualTo(MessageClass.TRANSACTIONAL);
        }

        @Test
        void that_were_kept_are_told_of_after_a_look_that_told_nothing() {
            buys("2025-05-01", "A-1", "600.00");
            shop.at("2026-05-01").buys("A-2", "600.00");
            pump.memory = pump.due().seen();
            assertThat(pump.look()).singleElement().isInstanceOf(LoyaltyEvent.TierKept.class);
        }

        @Test
        void that_each_order_prolongs_where_the_last_days_count_are_not_told_of_each_time() {
            Shop rolling = Shop.with(aPointPerDollar()
                            .tiers(TierLadder.bySpend()
                                    .per(Window.rolling(Period.ofDays(90)))
                                    .base("BLUE")
                                    .tier("GOLD", 500)))
                    .at("2025-01-10");
            Pump looking = with(rolling, "risk", Moment.tierAtRisk(Period.ofDays(10)));
            rolling.at("2025-02-01").buys("A-1", "600.00");
            looking.look();
            rolling.at("2025-02-02").buys("A-2", "600.00");
            assertThat(looking.look()).isEmpty();
        }

        @Test
        void that_are_reached_or_lost_or_first_seen_are_not_told_of_here() {
            buys("2025-05-01", "A-1", "600.00");
            shop.at("2027-01-01");
            pump.look();
            assertThat(pump.told).isEmpty();
        }
    }

    @Nested
    class Orders {
        private final Shop shop = Shop.with(aPointPerDollar()).at("2025-01-10");
        private final Pump pump = with(shop, "thanks", Moment.afterOrder(Duration.ofMinutes(30)));

        @Test
        void are_thanked_for_some_time_after_they_were_placed() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            pump.look();
            shop.at("2025-02-01T10:10").buys("A-2", "40.00");
            pump.look();
            looksWhenDue(shop, pump);
            looksWhenDue(shop, pump);
            assertThat(pump.told)
                    .containsExactly("2025-02-01T15:30:00Z ana/~thanks/A-1", "2025-02-01T15:40:00Z ana/~thanks/A-2");
        }

        @Test
        void that_are_edited_are_thanked_for_once() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            pump.look();
            looksWhenDue(shop, pump);
            shop.at("2025-02-01T12:00")
                    .buys(shop.order("A-1", Shop.line("goods", "50.00")).revision(2));
            pump.look();
            assertThat(pump.next).isEmpty();
            assertThat(pump.ids()).hasSize(1);
            assertThat(pump.memory.orders()).hasSize(1);
        }

        @Test
        void that_were_cancelled_meanwhile_are_not_thanked_for() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            pump.look();
            shop.at("2025-02-01T10:20").cancels("A-1");
            shop.at("2025-02-01T10:30");
            assertThat(pump.look()).isEmpty();
            assertThat(pump.memory.planned()).isEmpty();
        }

        @Test
        void of_which_the_caller_says_that_nothing_is_left_are_not_thanked_for() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            pump.cancelled.add("A-1");
            pump.look();
            assertThat(pump.memory.planned()).hasSize(1);
            assertThat(looksWhenDue(shop, pump)).isEmpty();
            assertThat(pump.memory.planned()).isEmpty();
        }

        @Test
        void that_miss_the_condition_are_not_thanked_for() {
            Pump looking = new Pump(shop)
                    .moment(
                            "big",
                            Moment.afterOrder(Duration.ofHours(1))
                                    .when(orderFrom("30.00").and(firstOrder())));
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            shop.at("2025-02-01T10:01").buys("A-2", "29.99");
            shop.at("2025-02-01T10:02").buys("A-3", "30.00");
            looking.look();
            assertThat(looking.memory.planned()).extracting(Planned::order).containsExactly("A-1");
        }

        @Test
        void outside_the_season_are_not_thanked_for_and_those_within_are_after_its_end() {
            Pump looking = new Pump(shop)
                    .moment(
                            "thanks",
                            Moment.afterOrder(Duration.ofHours(2))
                                    .from("2025-02-02")
                                    .through("2025-02-02"));
            shop.at("2025-02-01T23:59").buys("A-1", "40.00");
            shop.at("2025-02-02T23:59").buys("A-2", "40.00");
            shop.at("2025-02-03T00:00").buys("A-3", "40.00");
            shop.at("2025-02-03T05:00");
            looking.look();
            assertThat(looking.ids()).containsExactly("ana/~thanks/A-2");
        }

        @Test
        void are_thanked_for_within_a_week_or_never() {
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            pump.look();
            shop.at("2025-02-08T10:30");
            assertThat(pump.look()).isEmpty();
            assertThat(pump.memory.planned()).isEmpty();
        }

        @Test
        void may_bring_a_surprise_where_chance_decides() {
            Pump looking = new Pump(shop)
                    .moment(
                            "luck",
                            Moment.afterOrder(Duration.ofHours(2))
                                    .drawing(Prizes.draw().points(5, "2")));
            shop.at("2025-02-01T10:00").buys("A-1", "40.00");
            shop.at("2025-02-01T12:00");
            assertThat(looking.look()).singleElement().isInstanceOf(LoyaltyEvent.Surprise.class);
        }
    }

    @Test
    void guests_are_reminded_of_nothing() {
        Reminders reminders = new Reminders(new TreeMap<>(), moment -> true, order -> true);
        Instant now = Instant.parse("2025-01-01T00:00:00Z");
        var nobody = Account.of(MemberId.GUEST);
        assertThat(reminders.at(new Look(nobody, Optional.empty(), Memory.NOTHING, now)))
                .isEqualTo(new Due(List.of(), Optional.empty(), Memory.NOTHING));
    }
}
