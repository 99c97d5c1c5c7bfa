package io.loyalty4j.insight;

import static io.loyalty4j.insight.Shop.ANA;
import static io.loyalty4j.insight.Shop.BEN;
import static io.loyalty4j.insight.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.DormantAfter;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.StatusChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Currency POUNDS = Currency.getInstance("GBP");

    private final Shop shop = new Shop();

    private static Instant at(String day) {
        return Instant.parse("2026-" + day + "T00:00:00Z");
    }

    private static Customer customer(String id, String... days) {
        List<Purchase> purchases = Stream.of(days)
                .map(day -> new Purchase("o-" + day, at(day), new BigDecimal("10.00"), true))
                .toList();
        return new Customer(MemberId.of(id), Instant.parse("2025-12-31T00:00:00Z"), Optional.empty(), purchases);
    }

    private static BigDecimal percent(Share share) {
        return share.percent(1).orElseThrow();
    }

    /** M1, M2, M3. */
    @Test
    void retentionIsWhoStayedOfThoseWhoWereThere() {
        Retention first = new Retention(10_000, 5_500, 13_000);
        assertThat(percent(first.rate())).isEqualTo("75.0");
        assertThat(first.lost()).isEqualTo(2_500);
        assertThat(percent(first.churn())).isEqualTo("25.0");
        Retention second = new Retention(1_000, 50, 1_030);
        assertThat(percent(second.rate())).isEqualTo("98.0");
        assertThat(second.lost()).isEqualTo(20);
        assertThat(percent(new Retention(4_000, 0, 3_800).churn())).isEqualTo("5.0");
        assertThat(new Retention(0, 3, 3).rate().percent(1)).isEmpty();
        assertThatThrownBy(() -> new Retention(10, 0, 11)).hasMessageContaining("11 of 11 stayed where 10 were");
        assertThatThrownBy(() -> new Retention(10, 5, 4)).hasMessageContaining("5 gained of 4");
    }

    @Test
    void whoIsACustomerIsAMatterOfDefinition() {
        List<Customer> all = List.of(
                customer("stays", "01-20", "02-20"),
                customer("leaves", "01-20"),
                customer("comes", "02-20"),
                customer("never"));
        Active bought = Active.boughtWithin(Period.ofDays(30), ZoneOffset.UTC);

        assertThat(Retention.of(all.stream(), bought, at("02-01"), at("03-01"))).isEqualTo(new Retention(2, 1, 2));
        assertThat(Retention.of(all.stream(), Active.enrolled(), at("02-01"), at("03-01")))
                .isEqualTo(new Retention(4, 0, 4));
    }

    @Test
    void whoIsDormantIsNotActive() {
        Customer weekly = customer("weekly", "01-01", "01-08", "01-15");
        Active own = Active.notDormant(DormantAfter.rhythm(2), ZoneOffset.UTC);
        Active fixed = Active.notDormant(DormantAfter.pause(Period.ofMonths(1)), ZoneOffset.UTC);

        assertThat(own.at(weekly, at("01-29"))).isTrue();
        assertThat(own.at(weekly, at("01-29").plusMillis(1))).isFalse();
        assertThat(fixed.at(weekly, at("02-15"))).isTrue();
        assertThat(fixed.at(weekly, at("02-16"))).isFalse();
        assertThat(own.at(customer("new", "01-01"), at("12-31"))).isTrue();
        assertThat(own.at(customer("none"), at("12-31"))).isFalse();
    }

    @Test
    void buyersOrdersAndSalesAreOfAPeriodWithoutWhatCameBackWhole() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00", "40.00"));
        shop.buys("2026-01-11T12:00:00Z", order(ANA, "a-2", "10.00"));
        shop.buys("2026-01-12T12:00:00Z", order(BEN, "b-1", "31.00"));
        shop.buys("2026-01-13T12:00:00Z", order(BEN, "b-2", "5.00"));
        shop.buys("2026-02-03T12:00:00Z", order(BEN, "b-3", "7.00"));
        shop.engine.cancel(order(BEN, "b-2"));
        shop.engine.refund(Refund.of(order(ANA, "a-1"), "r-1").line("line-1", 1));

        Buying january = Buying.of(Customer.of(shop.postings(), Instant.MAX), POUNDS, at("01-01"), at("02-01"));

        assertThat(january).isEqualTo(new Buying(2, 2, 1, 3, Money.of("141.00", "GBP")));
        assertThat(percent(january.repeatPurchaseRate())).isEqualTo("50.0");
        assertThat(percent(january.active())).isEqualTo("100.0");
        assertThat(january.averageOrder()).contains(Money.of("47.00", "GBP"));
        assertThat(january.ordersPerBuyer()).contains(new BigDecimal("1.5000"));
        Buying march = Buying.of(Customer.of(shop.postings(), Instant.MAX), POUNDS, at("03-01"), at("04-01"));
        assertThat(march.averageOrder()).isEmpty();
        assertThat(march.ordersPerBuyer()).isEmpty();
        assertThat(percent(march.active())).isEqualTo("0.0");
    }

    @Test
    void whatWasNotKnownByAnInstantIsNotToldOfIt() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-02-12T12:00:00Z", order(BEN, "b-1", "31.00"));
        shop.engine.cancel(order(ANA, "a-1"));

        assertThat(Customer.of(shop.postings(), at("02-01")))
                .containsExactly(new Customer(
                        ANA,
                        Instant.parse("2026-01-10T12:00:00Z"),
                        Optional.empty(),
                        List.of(new Purchase(
                                "a-1", Instant.parse("2026-01-10T12:00:00Z"), new BigDecimal("100.00"), true))));
        assertThat(Customer.of(shop.postings(), Instant.MAX)
                        .flatMap(each -> each.purchases().stream())
                        .filter(Purchase::kept)
                        .map(Purchase::order))
                .containsExactly("b-1");
    }

    @Test
    void anEditedOrderIsOneOrderWithItsLatestPrice() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-02-12T12:00:00Z", order(ANA, "a-1", "100.00", "20.00").revision(2));

        assertThat(Customer.of(shop.postings(), Instant.MAX).flatMap(each -> each.purchases().stream()))
                .containsExactly(
                        new Purchase("a-1", Instant.parse("2026-01-10T12:00:00Z"), new BigDecimal("120.00"), true));
    }

    @Test
    void whoseAccountWasClosedIsNoCustomerAnyMore() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.clock.set("2026-01-20T12:00:00Z");
        shop.engine.execute(StatusChange.close(ANA, "s-1").by("eve").because("asked"));
        Active bought = Active.boughtWithin(Period.ofYears(1), ZoneOffset.UTC);

        Customer ana = Customer.of(shop.postings(), Instant.MAX).findFirst().orElseThrow();
        assertThat(List.of(Active.enrolled().at(ana, at("01-20")), bought.at(ana, at("01-20"))))
                .containsOnly(true);
        assertThat(List.of(Active.enrolled().at(ana, at("01-21")), bought.at(ana, at("01-21"))))
                .containsOnly(false);
    }

    @Test
    void anActivityIsNoPurchaseAndACharityNoCustomer() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.engine.record(Activity.once(BEN, "fortune")).receipt();

        assertThat(Customer.of(shop.postings(), Instant.MAX)
                        .filter(each -> each.member().equals(BEN))
                        .map(Customer::purchases))
                .containsExactly(List.of());
        MemberId charity = Donation.account("red-cross");
        assertThat(Customer.of(shop.postings().map(each -> Shop.under(charity, each)), Instant.MAX))
                .isEmpty();
        assertThat(TierFlows.of(shop.postings().map(each -> Shop.under(charity, each)), at("01-01"), Instant.MAX)
                        .members())
                .isEmpty();
    }

    @Test
    void aCohortIsWhoFirstBoughtInAMonth() {
        List<Customer> all = List.of(
                customer("a", "01-05", "01-20", "03-01"),
                customer("b", "01-31"),
                customer("c", "02-10", "03-10"),
                customer("d", "04-01"),
                customer("e"));

        Cohorts cohorts = Cohorts.of(all.stream(), ZoneOffset.UTC, YearMonth.of(2026, 3));

        assertThat(cohorts.byFirstMonth().keySet()).containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        Cohorts.Cohort january = cohorts.byFirstMonth().get(YearMonth.of(2026, 1));
        assertThat(january.buyers()).containsExactly(2L, 0L, 1L);
        assertThat(january.after(2)).isEqualTo(new Share(1, 2));
        assertThat(cohorts.byFirstMonth().get(YearMonth.of(2026, 2)).buyers()).containsExactly(1L, 1L);
    }

    @Test
    void membersFlowBetweenTiers() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-02-12T12:00:00Z", order(BEN, "b-1", "31.00"));
        shop.buys("2026-02-13T12:00:00Z", order(ANA, "a-2", "31.00"));
        shop.buys("2026-03-01T12:00:00Z", order(BEN, "b-2", "131.00"));

        TierFlows flows = TierFlows.of(shop.postings(), at("02-01"), at("03-01"));

        assertThat(flows.of("BLUE", "GOLD")).isEqualTo(1);
        assertThat(flows.of(TierFlows.NEWCOMER, "BLUE")).isEqualTo(1);
        assertThat(flows.members()).hasSize(2);
    }

    @Test
    void whoLeavesIsInNoTierAndNobodysNewcomer() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-01-12T12:00:00Z", order(BEN, "b-1", "50.00"));
        shop.clock.set("2026-02-10T12:00:00Z");
        shop.engine
                .execute(StatusChange.close(ANA, "bye").by("eve").because("wish"))
                .receipt();

        TierFlows february = TierFlows.of(shop.postings(), at("02-01"), at("03-01"));
        assertThat(february.of("BLUE", TierFlows.LEFT)).isEqualTo(1);
        assertThat(february.of("BLUE", "BLUE")).isEqualTo(1);
        assertThat(TierFlows.of(shop.postings(), at("03-01"), at("04-01")).members())
                .isEqualTo(Map.of("BLUE", Map.of("BLUE", 1L)));
        assertThat(TierFlows.of(shop.postings(), at("01-01"), at("04-01")).members())
                .isEqualTo(Map.of(TierFlows.NEWCOMER, Map.of("BLUE", 1L)));
    }

    @Test
    void theTierThatAnArchivedPostingToldIsNotGuessed() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-02-10T12:00:00Z", order(ANA, "a-2", "50.00"));

        assertThat(TierFlows.of(shop.postings().skip(1), at("03-01"), at("04-01"))
                        .of("GOLD", "GOLD"))
                .isEqualTo(1);
        assertThatThrownBy(() -> TierFlows.of(shop.postings().skip(1), at("02-01"), at("03-01")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of ana were archived");
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> TierFlows.of(shop.postings(), at("03-01"), at("02-01")))
                .hasMessageContaining("a time from 2026-03-01");
        assertThatThrownBy(() -> Buying.of(Stream.of(), POUNDS, at("03-01"), at("02-01")))
                .hasMessageContaining("a time from 2026-03-01");
        assertThatThrownBy(() -> Retention.of(Stream.of(), Active.enrolled(), at("03-01"), at("02-01")))
                .hasMessageContaining("a time from 2026-03-01");
        assertThatThrownBy(() -> Uplift.of(Stream.of(), member -> true, at("03-01"), at("02-01")))
                .hasMessageContaining("a time from 2026-03-01");
        assertThatThrownBy(() -> new Cohorts.Cohort(List.of())).hasMessageContaining("first month");
    }
}
