package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.ledger.Exchange;
import io.loyalty4j.ledger.Outcome.Applied;
import io.loyalty4j.ledger.Outcome.Refused;
import io.loyalty4j.ledger.Outcome.Replayed;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Goods that come back, and others that are bought in their place. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ExchangeTest extends EngineFixture {
    private final LoyaltyEngine loyalty = running(Programs.plain());
    private final Order shoes = order(ANA, "shoes", "80.00");
    private final Refund back = Refund.of(shoes, "rma-1").line("thing", 1);

    private Exchange forOther(Order order) {
        return loyalty.exchange(back, order);
    }

    private List<String> booked() {
        return store.postings(ANA)
                .map(Posting::header)
                .map(Posting.Header::requestId)
                .toList();
    }

    private void proved() {
        assertThat(loyalty.journal(ANA).verify().findings()).isEmpty();
    }

    @Nested
    final class For_goods_of {
        private long difference(String price) {
            loyalty.purchase(shoes).receipt();
            Exchange exchange = forOther(order(ANA, "boots", price));
            assertThat(exchange.toPay()).contains(Money.of(price, "GBP"));
            assertThat(exchange.available()).isEqualTo(loyalty.account(ANA).available());
            assertThat(booked()).containsExactly("order/shoes@1", "refund/shoes/rma-1", "order/boots@1");
            proved();
            return exchange.points();
        }

        @Test
        void the_same_price_nothing_changes() {
            assertThat(difference("80.00")).isZero();
            assertThat(loyalty.account(ANA).available()).isEqualTo(80);
        }

        @Test
        void a_higher_price_earns_the_difference() {
            assertThat(difference("100.00")).isEqualTo(20);
            assertThat(loyalty.account(ANA).available()).isEqualTo(100);
        }

        @Test
        void a_lower_price_gives_the_difference_back() {
            assertThat(difference("30.00")).isEqualTo(-50);
            assertThat(loyalty.account(ANA).available()).isEqualTo(30);
        }

        @Test
        void less_after_a_discount_is_to_pay_without_it() {
            loyalty.purchase(shoes).receipt();

            assertThat(forOther(order(ANA, "boots", "90.00").less("15.50")).toPay())
                    .contains(Money.of("74.50", "GBP"));
        }

        @Test
        void the_same_price_when_points_are_owed_changes_nothing_either() {
            loyalty.purchase(shoes).receipt();
            loyalty.purchase(order(ANA, "spent", "1.00").redeem("eighty")).receipt();

            Exchange exchange = forOther(order(ANA, "boots", "80.00"));

            assertThat(exchange.back().receipt().available()).isZero();
            assertThat(exchange.points()).isZero();
            assertThat(loyalty.account(ANA).available()).isZero();
            assertThat(loyalty.account(ANA).debt()).isZero();
            proved();
        }
    }

    @Nested
    final class The_new_order {
        @Test
        void may_redeem_the_points_that_the_old_goods_were_paid_with() {
            loyalty.purchase(order(ANA, "earned", "80.00")).receipt();
            loyalty.purchase(shoes.redeem("eighty")).receipt();
            Order boots = order(ANA, "boots", "50.00").redeem("eighty");
            assertThat(loyalty.quote(boots).refusal()).contains(new Refusal.InsufficientPoints("eighty", 80, 79));

            Exchange exchange = forOther(boots);

            assertThat(exchange.back().receipt().restored()).isEqualTo(80);
            assertThat(exchange.bought().receipt().redeemed()).isEqualTo(80);
            assertThat(exchange.toPay()).contains(Money.of("49.00", "GBP"));
            assertThat(exchange.points()).isEqualTo(80 - 79 - 80 + 49);
            proved();
        }

        @Test
        void that_is_refused_leaves_the_return_booked_and_says_why() {
            loyalty.purchase(shoes).receipt();

            Exchange exchange = forOther(order(ANA, "boots", "80.00").redeem("ten"));

            assertThat(exchange.back()).isInstanceOf(Applied.class);
            assertThat(exchange.bought()).isEqualTo(new Refused(new Refusal.InsufficientPoints("ten", 10, 0)));
            assertThat(exchange.toPay()).isEmpty();
            assertThat(exchange.points()).isEqualTo(-80);
            assertThat(exchange.available()).isZero();
            assertThat(booked()).containsExactly("order/shoes@1", "refund/shoes/rma-1");

            Exchange again = forOther(order(ANA, "boots", "80.00"));
            assertThat(again.back()).isInstanceOf(Replayed.class);
            assertThat(again.bought()).isInstanceOf(Applied.class);
            assertThat(again.points()).isZero();
        }

        @Test
        void of_another_content_under_a_known_id_is_refused_and_the_goods_are_back() {
            loyalty.purchase(shoes).receipt();
            loyalty.purchase(order(ANA, "boots", "10.00")).receipt();

            Exchange exchange = forOther(order(ANA, "boots", "11.00"));

            assertThat(exchange.back()).isInstanceOf(Applied.class);
            assertThat(exchange.bought().refusal().orElseThrow()).isInstanceOf(Refusal.RequestConflicts.class);
        }

        @Test
        void that_is_malformed_is_told_before_anything_is_booked() {
            loyalty.purchase(shoes).receipt();
            Order malformed = Order.of(ANA, "boots").line(OrderLine.of("thing", "1.00"));

            assertThatThrownBy(() -> forOther(malformed)).isInstanceOf(InvalidInputException.class);
            assertThat(booked()).containsExactly("order/shoes@1");
        }

        @Test
        void may_be_an_edit_of_the_old_one() {
            loyalty.purchase(shoes).receipt();
            Order edited = Order.of(ANA, "shoes")
                    .currency("GBP")
                    .line(OrderLine.of("thing", "80.00"))
                    .line(OrderLine.of("boots", "60.00"))
                    .revision(2);

            assertThat(forOther(edited).points()).isEqualTo(-20);
            assertThat(loyalty.account(ANA).available()).isEqualTo(60);
            proved();
        }
    }

    @Nested
    final class Sent_again {
        @Test
        void both_are_replayed_and_it_says_the_same() {
            loyalty.purchase(order(ANA, "earned", "80.00")).receipt();
            loyalty.purchase(shoes).receipt();
            Order boots = order(ANA, "boots", "90.00").redeem("ten");
            Exchange first = forOther(boots);
            loyalty.purchase(order(ANA, "later", "5.00")).receipt();
            int postings = booked().size();

            Exchange second = forOther(boots);

            assertThat(second.back()).isEqualTo(new Replayed(first.back().receipt()));
            assertThat(second.bought()).isEqualTo(new Replayed(first.bought().receipt()));
            assertThat(second.toPay()).isEqualTo(first.toPay()).contains(Money.of("89.00", "GBP"));
            assertThat(second.points()).isEqualTo(first.points()).isEqualTo(-80 - 10 + 89);
            assertThat(second.available()).isEqualTo(first.available());
            assertThat(booked()).hasSize(postings);
        }

        @Test
        void with_another_return_under_its_id_it_is_a_conflict_and_nothing_is_bought() {
            loyalty.purchase(shoes).receipt();
            loyalty.refund(back).receipt();

            assertThatThrownBy(() ->
                            loyalty.exchange(Refund.of(shoes, "rma-1").line("thing", 2), order(ANA, "boots", "1.00")))
                    .isInstanceOf(ConflictingRequestException.class);
            assertThat(booked()).doesNotContain("order/boots@1");
        }
    }

    @Test
    void of_two_members_there_is_none() {
        assertThatThrownBy(() -> forOther(order(BEN, "boots", "80.00")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one member")
                .hasMessageContaining("ana")
                .hasMessageContaining("ben");
        nothingWasWritten(ANA);
        nothingWasWritten(BEN);
    }

    @Test
    void without_a_currency_nothing_is_to_pay() {
        LoyaltyEngine charity = running(
                Programs.plain().reward("gift", Reward.donation("shelter").costs(10)));
        charity.purchase(order(ANA, "earned", "80.00")).receipt();
        charity.purchase(shoes).receipt();

        Exchange exchange = charity.exchange(back, Order.of(ANA, "given").redeem("gift"));

        assertThat(exchange.toPay()).isEqualTo(Optional.empty());
        assertThat(exchange.points()).isEqualTo(-90);
    }
}
