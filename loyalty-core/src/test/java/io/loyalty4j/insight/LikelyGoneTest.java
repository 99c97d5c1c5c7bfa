package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.Absence;
import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelyGoneTest {
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** At ten o'clock, so many of them, so many days apart. */
    private static List<Instant> orders(int many, int gap) {
        return IntStream.range(0, many)
                .mapToObj(i -> FIRST.plusDays((long) i * gap).atTime(10, 0).toInstant(ZoneOffset.UTC))
                .toList();
    }

    private static Optional<LocalDate> dormant(Absence rule, List<Instant> orders) {
        return rule.from(orders.get(orders.size() - 1), orders, ZoneOffset.UTC)
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
    }

    @ParameterizedTest
    @CsvSource({"2, 7, 0.30", "2, 7, 0.75", "5, 7, 0.5", "5, 60, 0.5", "12, 3, 0.05", "13, 30, 0.2"})
    void theDayIsTheFirstOnWhichFewerAreThere(int many, int gap, String share) {
        long recency = (long) (many - 1) * gap;
        LocalDate day = dormant(CDNOW.aliveBelow(share), orders(many, gap)).orElseThrow();
        long age = FIRST.until(day, java.time.temporal.ChronoUnit.DAYS);
        double bound = Double.parseDouble(share);
        assertThat(CDNOW.alive(new Repeats(many - 1, recency, age))).isLessThan(bound);
        assertThat(CDNOW.alive(new Repeats(many - 1, recency, age - 1))).isGreaterThanOrEqualTo(bound);
        assertThat(age).isGreaterThan(recency);
    }

    @Test
    void itBeginsWithTheDayOfTheZone() {
        List<Instant> weekly = orders(5, 7);
        Instant dormant =
                CDNOW.aliveBelow("0.5").from(weekly.get(4), weekly, BERLIN).orElseThrow();
        LocalDate day = dormant(CDNOW.aliveBelow("0.5"), weekly).orElseThrow();
        assertThat(dormant).isEqualTo(day.atStartOfDay(BERLIN).toInstant());
    }

    @Test
    void whoHasNotComeBackNeverIs() {
        assertThat(dormant(CDNOW.aliveBelow("0.5"), orders(1, 1))).isEmpty();
        List<Instant> oneDay = List.of(
                FIRST.atTime(8, 0).toInstant(ZoneOffset.UTC), FIRST.atTime(9, 0).toInstant(ZoneOffset.UTC));
        assertThat(dormant(CDNOW.aliveBelow("0.5"), oneDay)).isEmpty();
    }

    @Test
    void whoWouldBeAfterMoreThanTenYearsNeverIs() {
        BgNbd faithful = new BgNbd(0.5, 50, 0.01, 5);
        assertThat(faithful.alive(new Repeats(1, 30, 3_653 + 30))).isGreaterThan(0.3);
        assertThat(dormant(faithful.aliveBelow("0.3"), orders(2, 30))).isEmpty();
    }

    @Test
    void whoOrdersOftenIsSooner() {
        assertThat(dormant(CDNOW.aliveBelow("0.5"), orders(6, 7)).orElseThrow())
                .isBefore(dormant(CDNOW.aliveBelow("0.5"), orders(6, 28))
                        .orElseThrow()
                        .minusDays(5 * 21));
    }

    /** Figures of the Javadoc. */
    @Test
    void onlyTheLatestOrdersMatterWhoeverAsks() {
        List<Instant> weekly = orders(41, 7);
        Instant latest = weekly.get(40);
        Absence rule = CDNOW.aliveBelow("0.5");
        Optional<Instant> dormant = rule.from(latest, weekly, ZoneOffset.UTC);
        assertThat(rule.from(latest, weekly.subList(28, 41), ZoneOffset.UTC)).isEqualTo(dormant);
        assertThat(rule.from(latest, weekly.subList(28, 40), ZoneOffset.UTC)).isEqualTo(dormant);
        assertThat(dormant(rule, weekly)).contains(FIRST.plusDays(280 + 30));
        assertThat(CDNOW.alive(new Repeats(40, 280, 280 + 32))).isGreaterThan(0.5);
        assertThat(CDNOW.alive(new Repeats(40, 280, 280 + 33))).isLessThan(0.5);
    }

    @Test
    void isSaidInWords() {
        assertThat(CDNOW.aliveBelow("0.30").describe())
                .isEqualTo("after a pause from which fewer than 30 of 100 such customers return");
        assertThat(CDNOW.aliveBelow("0.125").describe()).contains("fewer than 12.5 of 100");
    }

    @Test
    void aShareThatWouldCallThemGoneOnTheDayOfAnOrderIsRefused() {
        assertThatThrownBy(() -> CDNOW.aliveBelow("0.76")).hasMessageContaining("0.76 is not between 0 and 0.7536");
        assertThatThrownBy(() -> CDNOW.aliveBelow("0")).hasMessageContaining("0 is not between 0 and");
        assertThatThrownBy(() -> CDNOW.aliveBelow("x")).hasMessageContaining("\"x\" is no share");
    }

    @Test
    void figuresOfRetentionGoByItToo() {
        Active active = Active.notDormant(CDNOW.aliveBelow("0.5"), ZoneOffset.UTC);
        List<Instant> weekly = orders(5, 7);
        List<Purchase> purchases = weekly.stream()
                .map(at -> new Purchase("o-" + at, at, BigDecimal.TEN, true))
                .toList();
        Customer ana = new Customer(MemberId.of("ana"), weekly.get(0), Optional.empty(), purchases);
        LocalDate day = dormant(CDNOW.aliveBelow("0.5"), weekly).orElseThrow();
        Instant dormant = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(active.at(ana, dormant)).isTrue();
        assertThat(active.at(ana, dormant.plusNanos(1))).isFalse();
    }
}
