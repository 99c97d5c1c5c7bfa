package io.loyalty4j;

import static io.loyalty4j.program.Moment.afterOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.Prizes;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.notify.LoyaltyEvent.Surprise;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Surprise and delight: chance after an order, within a budget, decided once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SurpriseTest extends RetentionFixture {
    private static final String GIFT = "activity/~moment%2Fsurprise/A-1";

    private static LoyaltyProgram half(long budget) {
        return retention()
                .without("surprise")
                .moment(
                        "surprise",
                        afterOrder(Duration.ofHours(2))
                                .drawing(Prizes.draw().points(300, "30").points(10, "20"))
                                .atMostPoints(budget)
                                .inAll())
                .build();
    }

    private LoyaltyEngine drawing(LoyaltyProgram program, long seed) {
        return running(builder(program).chance(new Random(seed)));
    }

    /** One after the other, so that chance comes to them in this order. */
    private Map<String, Long> winners(long budget, long seed) {
        store = LoyaltyStore.inMemory();
        loyalty = drawing(half(budget), seed);
        clock.set("2026-03-02T09:00:00Z");
        ear.forget();
        List<MemberId> members = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            MemberId member = MemberId.of("m" + seed + "-" + budget + "-" + i);
            members.add(member);
            loyalty.enrol(Member.of(member).consentsTo("email")).receipt();
            loyalty.purchase(Order.of(member, "A-" + i).currency("EUR").line(OrderLine.of("thing", "1.00")))
                    .receipt();
            clock.pass(Duration.ofHours(2));
            pump();
        }
        Map<String, Long> won = new TreeMap<>();
        ear.heard().stream()
                .filter(Surprise.class::isInstance)
                .map(Surprise.class::cast)
                .forEach(event -> won.put(event.order(), event.gift().points()));
        for (MemberId member : members) {
            Account account = loyalty.account(member);
            long given = won.getOrDefault(
                    "A-" + member.value().substring(member.value().length() - 2), 0L);
            assertThat(account.available()).isEqualTo(1 + given);
        }
        return won;
    }

    @Test
    void is_told_to_who_won_alone_and_the_same_seed_draws_the_same() {
        Map<String, Long> first = winners(50_000, 7);
        assertThat(first).hasSizeBetween(5, 25).containsValue(300L).containsValue(10L);
        assertThat(winners(50_000, 7)).isEqualTo(first);
        assertThat(winners(50_000, 8)).isNotEqualTo(first);
    }

    /** A prize is given whole or not at all. */
    @Test
    void never_overdraws_its_budget() {
        Map<String, Long> won = winners(500, 7);
        assertThat(won.values()).containsOnly(300L, 10L).containsOnlyOnce(300L);
        assertThat(winners(50_000, 7).values().stream().filter(points -> points == 300))
                .hasSizeGreaterThan(1);
    }

    @Test
    void takes_from_its_budget_what_is_given_and_no_more() {
        Map<String, Long> won = winners(500, 7);
        assertThat(store.taken("budget/retention/surprise/points"))
                .isEqualTo(won.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void is_decided_two_hours_after_the_order_under_an_id_of_its_own() {
        loyalty = drawing(half(50_000), 3);
        comes(Member.of(ANA));
        buys("A-1", "30.00");
        pumpAt("2026-03-02T10:59:59Z");
        assertThat(store.posting(ANA, GIFT)).isEmpty();
        pumpAt("2026-03-02T11:00:00Z");
        assertThat(store.posting(ANA, GIFT).orElseThrow().changes(Change.Drawn.class))
                .hasSize(1);
    }

    @Test
    void is_none_for_an_order_that_came_back_before() {
        loyalty = drawing(half(50_000), 3);
        comes(Member.of(ANA));
        buys("A-1", "30.00");
        pump();
        loyalty.cancel(order("A-1", "30.00")).receipt();
        walkTo("2026-03-12");
        assertThat(store.posting(ANA, GIFT)).isEmpty();
    }

    /** Whatever chance says the second time. */
    @Test
    void is_the_same_prize_where_the_store_failed_behind_the_booking() {
        for (int seed = 0; seed < 8; seed++) {
            Breaking breaking = new Breaking();
            store = breaking;
            clock.set("2026-03-02T09:00:00Z");
            loyalty = drawing(half(50_000), seed);
            comes(Member.of(ANA));
            buys("A-1", "30.00");
            pump();
            breaking.broken = true;
            pumpAt("2026-03-02T11:00:00Z");
            assertThat(breaking.broken).as("it broke").isFalse();
            assertThat(told(Surprise.class)).isEmpty();
            long given = available() - 30;
            loyalty = drawing(half(50_000), seed + 100);
            pumpAt("2026-03-02T11:02:00Z");
            assertThat(available()).isEqualTo(30 + given);
            assertThat(told(Surprise.class))
                    .extracting(event -> event.gift().points())
                    .isEqualTo(given == 0 ? List.of() : List.of(given));
            ear.forget();
        }
    }

    /** A store whose connection breaks once, when the gift is booked and is to be noted. */
    private static final class Breaking extends ForwardingStore {
        private boolean broken;

        Breaking() {
            super(LoyaltyStore.inMemory());
        }

        @Override
        public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
            if (broken && store.posting(ANA, GIFT).isPresent()) {
                broken = false;
                throw new IllegalStateException("the connection broke");
            }
            return super.keep(member, seen, next);
        }
    }
}
