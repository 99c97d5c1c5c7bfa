package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    /** With orders so: {@code "2026-03-01T23:30:00Z 12.50"}. */
    private static Customer buying(String... orders) {
        List<Purchase> purchases = new ArrayList<>();
        for (String order : orders) {
            int space = order.indexOf(' ');
            String amount = order.substring(space + 1);
            purchases.add(new Purchase(
                    "o-" + purchases.size(),
                    Instant.parse(order.substring(0, space)),
                    new BigDecimal(amount),
                    !amount.equals("0")));
        }
        return new Customer(MemberId.of("ana"), Instant.EPOCH, Optional.empty(), purchases);
    }

    private static RepeatSpend spend(Customer customer) {
        return RepeatSpend.of(customer, APRIL, ZoneOffset.UTC);
    }

    @Test
    void severalOrdersOfADayAreOneRepeatAndTheFirstDayIsNone() {
        Customer ana = buying(
                "2026-03-01T08:00:00Z 10",
                "2026-03-01T20:00:00Z 10",
                "2026-03-11T08:00:00Z 20",
                "2026-03-11T20:00:00Z 5",
                "2026-03-22T08:00:00Z 40",
                "2026-04-01T00:00:00Z 99");
        assertThat(Repeats.of(ana, APRIL, ZoneOffset.UTC)).contains(new Repeats(2, 21, 30));
        assertThat(Repeats.of(ana, APRIL.plusNanos(1), ZoneOffset.UTC)).contains(new Repeats(3, 31, 31));
        assertThat(spend(ana)).isEqualTo(new RepeatSpend(2, new BigDecimal("32.5")));
    }

    @Test
    void daysAreThoseOfTheZone() {
        Customer ana = buying("2026-03-01T08:00:00Z 10", "2026-03-01T23:30:00Z 10", "2026-03-31T22:30:00Z 10");
        assertThat(Repeats.of(ana, APRIL, ZoneId.of("Europe/Paris"))).contains(new Repeats(2, 31, 31));
        assertThat(Repeats.of(ana, APRIL, ZoneOffset.UTC)).contains(new Repeats(1, 30, 30));
    }

    @Test
    void whatCameBackWasASignOfLifeButNoSpending() {
        Customer ana = buying("2026-03-01T08:00:00Z 10", "2026-03-08T08:00:00Z 0", "2026-03-15T08:00:00Z 30");
        assertThat(Repeats.of(ana, APRIL, ZoneOffset.UTC)).contains(new Repeats(2, 14, 30));
        assertThat(spend(ana)).isEqualTo(new RepeatSpend(1, new BigDecimal("30")));
    }

    @Test
    void whoBoughtOnceHasNoRepeatsAndWhoNeverDidIsUnknown() {
        assertThat(Repeats.of(buying("2026-03-31T08:00:00Z 10"), APRIL, ZoneOffset.UTC))
                .contains(new Repeats(0, 0, 0));
        assertThat(spend(buying("2026-03-31T08:00:00Z 10"))).isEqualTo(RepeatSpend.NONE);
        assertThat(Repeats.of(buying("2026-04-01T08:00:00Z 10"), APRIL, ZoneOffset.UTC))
                .isEmpty();
        assertThat(spend(buying())).isEqualTo(RepeatSpend.NONE);
    }

    @Test
    void impossibleHistoriesAreRefused() {
        assertThatThrownBy(() -> new Repeats(-1, 0, 0)).hasMessageContaining("-1 repeats in 0 days");
        assertThatThrownBy(() -> new Repeats(3, 2, 9)).hasMessageContaining("3 repeats in 2 days");
        assertThatThrownBy(() -> new Repeats(0, 2, 9)).hasMessageContaining("0 repeats in 2 days");
        assertThatThrownBy(() -> new Repeats(1, 8, 7)).hasMessageContaining("repeats in 8 days of 7");
        assertThatThrownBy(() -> new RepeatSpend(1, BigDecimal.ZERO)).hasMessageContaining("1 times 0 on average");
        assertThatThrownBy(() -> new RepeatSpend(0, BigDecimal.ONE)).hasMessageContaining("0 times 1 on average");
        assertThatThrownBy(() -> new RepeatSpend(1, new BigDecimal("-1"))).hasMessageContaining("1 times -1");
    }
}
