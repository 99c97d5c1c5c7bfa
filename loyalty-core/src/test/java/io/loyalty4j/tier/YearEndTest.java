package io.loyalty4j.tier;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Shop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The year in which an order counts is that of the program's zone, wherever the machine stands and whenever the order arrives. */
class YearEndTest {
    private static Shop shop(String zone) {
        return Shop.with(aPointPerDollar()
                .zone(zone)
                .tiers(TierLadder.bySpend()
                        .base("BASE")
                        .tier("SILVER", 100)
                        .tier("GOLD", 300)
                        .keptThroughNextPeriod()));
    }

    private static Instant newYear(String zone, int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Asia/Kathmandu"})
    void itsLastMillisecondBelongsToTheOldYearAndTheNextToTheNew(String zone) {
        Shop old = shop(zone).at(newYear(zone, 2027).minusMillis(1));
        old.buys("o-1", "100.00");
        Shop young = shop(zone).at(newYear(zone, 2027));
        young.buys("o-1", "100.00");

        assertThat(old.at(newYear(zone, 2028).minusMillis(1)).tier()).isEqualTo("SILVER");
        assertThat(old.at(newYear(zone, 2028)).tier()).isEqualTo("BASE");
        assertThat(young.at(newYear(zone, 2028)).tier()).isEqualTo("SILVER");
        assertThat(young.at(newYear(zone, 2029).minusMillis(1)).tier()).isEqualTo("SILVER");
        assertThat(young.at(newYear(zone, 2029)).tier()).isEqualTo("BASE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Asia/Kathmandu"})
    void twoOrdersOnBothSidesOfMidnightDoNotAddUp(String zone) {
        Shop shop = shop(zone).at(newYear(zone, 2027).minusMillis(1));
        shop.buys("o-1", "60.00");
        shop.at(newYear(zone, 2027)).buys("o-2", "60.00");

        assertThat(shop.tier()).isEqualTo("BASE");
        shop.at(newYear(zone, 2028).minusMillis(1)).buys("o-3", "40.00");
        assertThat(shop.tier()).isEqualTo("SILVER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Asia/Kathmandu"})
    void anOrderThatArrivesLateCountsInTheYearInWhichItWasPlaced(String zone) {
        Instant silvester = newYear(zone, 2027).minusMillis(1);
        Shop inTime = shop(zone).at(silvester);
        inTime.buys("o-1", "60.00");
        inTime.buys("o-2", "60.00");
        Shop late = shop(zone).at(silvester);
        late.buys("o-1", "60.00");
        late.at(newYear(zone, 2027).plusSeconds(7_200))
                .buys(late.order("o-2", line("goods", "60.00")).at(silvester));
        inTime.at(late.now());

        assertThat(late.tier()).isEqualTo("SILVER").isEqualTo(inTime.tier());
        assertThat(late.account().standing().amounts())
                .isEqualTo(inTime.account().standing().amounts())
                .containsOnlyKeys(LocalDate.of(2026, 1, 1));
        assertThat(late.at(newYear(zone, 2028)).tier()).isEqualTo("BASE");
    }
}
