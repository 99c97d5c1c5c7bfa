package io.loyalty4j.tier;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the last days count, a tier is exact to the day. */
class RollingLadderTest {
    private static final TierLadder LADDER = TierLadder.bySpend().per(Window.rolling(Period.ofDays(30)));

    private static ProgramBuilder program(TierLadder ladder) {
        return aPointPerDollar().tiers(ladder.base("BASE").tier("SILVER", 100).tier("GOLD", 300));
    }

    private static Shop shop(TierLadder ladder) {
        return Shop.with(program(ladder)).at("2026-03-01T12:00");
    }

    private static Instant local(String dateTime) {
        return LocalDateTime.parse(dateTime)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "Pacific/Kiritimati", "America/New_York", "Africa/Cairo"})
    void aTierEndsAtTheStartOfTheDayOnWhichTheSumFalls(String zone) {
        Shop shop = Shop.with(program(LADDER).zone(zone)).at("2026-08-08T12:00");
        shop.buys("o-1", "60.00");
        shop.at("2026-08-20T12:00").buys("o-2", "60.00");
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2026-09-06"));
        Instant falls =
                LocalDate.parse("2026-09-07").atStartOfDay(ZoneId.of(zone)).toInstant();
        assertThat(shop.account().nextDueAt()).contains(falls);
        assertThat(shop.at(falls.minusMillis(1)).tier()).isEqualTo("SILVER");
        assertThat(shop.at(falls).tier()).isEqualTo("BASE");
    }

    @Test
    void aTierThatEndsIsBookedOnce() {
        Shop shop = shop(LADDER);
        shop.buys("o-1", "100.00");
        shop.engine().runDue(shop.at("2026-06-01").now());
        assertThat(shop.journal().postings())
                .extracting(posting -> posting.header().kind(), Posting::tierAfter)
                .endsWith(org.assertj.core.groups.Tuple.tuple(Posting.Kind.TIME, "BASE"))
                .hasSize(2);
    }

    @Test
    void aTierBeginsWithTheOrderThatReachesItAndKeepsItsBeginning() {
        Shop shop = shop(LADDER);
        shop.buys("o-1", "60.00");
        shop.at("2026-03-05T10:00").buys("o-2", "60.00");
        Standing standing = shop.account().standing();
        assertThat(standing.tierAt(shop.now().minusMillis(1))).isEqualTo("BASE");
        assertThat(standing.tierAt(shop.now())).isEqualTo("SILVER");

        shop.at("2026-03-20T10:00").buys("o-3", "60.00");
        shop.cancels("o-1");
        assertThat(shop.account().standing().tierAt(local("2026-03-05T10:00"))).isEqualTo("SILVER");
    }

    @Test
    void aLateOrderCountsOnItsOwnDays() {
        Shop shop = shop(LADDER).at("2026-03-31T12:00");
        shop.buys("now", "60.00");
        shop.buys(shop.order("late", line("goods", "60.00")).at(local("2026-03-03T12:00")));
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2026-04-01"));
        shop.buys(shop.order("too-late", line("goods", "60.00")).at(local("2026-03-01T12:00")));
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2026-04-01"));
        shop.at("2026-04-02");
        assertThat(shop.tier()).isEqualTo("BASE");
    }

    @Test
    void aReturnEndsTheTierOrBringsItsEndForward() {
        Shop shop = shop(LADDER);
        shop.buys("o-1", line("goods", "60.00").times(2));
        shop.at("2026-03-10T12:00").buys("o-2", "60.00");
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2026-03-30"));
        shop.cancels("o-2");
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2026-03-30"));
        shop.returns("o-1", "goods", 1);
        assertThat(shop.tier()).isEqualTo("BASE");
    }

    @Test
    void theWayUpAndWhatKeepsTheTierAreThoseOfTheDayThatMatters() {
        Shop shop = shop(LADDER);
        shop.buys("o-1", "70.00");
        shop.at("2026-03-05T12:00").buys("o-2", "40.00");
        TierStatus tier = shop.account().tier();
        TierProgress next = tier.next().orElseThrow();
        assertThat(next.missing()).isEqualByComparingTo("190");
        assertThat(next.by()).isEqualTo(LocalDate.parse("2026-03-30"));
        TierProgress keep = tier.keep().orElseThrow();
        assertThat(keep.reached()).isEqualByComparingTo("40");
        assertThat(keep.needed()).isEqualByComparingTo("100");
        assertThat(keep.by()).isEqualTo(LocalDate.parse("2026-03-30"));
        assertThat(tier.projected()).isEqualTo("BASE");
        assertThat(tier.atRisk(LocalDate.parse("2026-03-05"), Period.ofDays(24)))
                .isEmpty();
        assertThat(tier.atRisk(LocalDate.parse("2026-03-05"), Period.ofDays(25)))
                .contains(keep);
    }

    @Test
    void aTierIsKeptAtLeastSoLongAndThenFallsByASteps() {
        Shop shop = shop(LADDER.keptFor(Period.ofMonths(2)).fallingOneStep());
        shop.buys("o-1", "300.00");
        assertThat(shop.at("2026-05-01T23:59:59.999").tier()).isEqualTo("GOLD");
        assertThat(shop.at("2026-05-02").tier()).isEqualTo("SILVER");
        assertThat(shop.at("2026-07-01T23:59:59.999").tier()).isEqualTo("SILVER");
        assertThat(shop.at("2026-07-02").tier()).isEqualTo("BASE");
    }

    @Test
    void whatWasKeptGoesWithTheOrderItRestsOn() {
        Shop shop = shop(LADDER.keptFor(Period.ofMonths(6)));
        shop.buys("o-1", "100.00");
        shop.at("2026-05-15T12:00");
        assertThat(shop.tier()).isEqualTo("SILVER");
        shop.cancels("o-1");
        assertThat(shop.tier()).isEqualTo("BASE");
    }

    @Test
    void aNewThresholdAppliesToWhatComes() {
        Shop shop = shop(LADDER);
        shop.buys("o-1", "120.00");
        shop.passes(Period.ofDays(1))
                .adopts(aPointPerDollar().tiers(LADDER.base("BASE").tier("SILVER", 200)));
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2026-03-30"));
        shop.at("2026-03-20T12:00").buys("o-2", "120.00");
        assertThat(shop.account().tier().until()).contains(LocalDate.parse("2026-03-30"));

        Shop lower = shop(LADDER);
        lower.buys("o-1", "80.00");
        lower.passes(Period.ofDays(1))
                .adopts(aPointPerDollar().tiers(LADDER.base("BASE").tier("SILVER", 50)));
        assertThat(lower.tier()).isEqualTo("BASE");
        lower.buys("o-2", "1.00");
        assertThat(lower.tier()).isEqualTo("SILVER");
    }

    @Test
    void noMoreThanAYearsDailySumsAreKept() {
        Shop shop = shop(TierLadder.bySpend().per(Window.rolling(Period.ofDays(366))));
        for (int i = 0; i < 400; i++) {
            shop.passes(Period.ofDays(1)).engine().purchase(shop.order("o-" + i, line("goods", "1.00")));
        }
        assertThat(shop.account().standing().amounts()).hasSize(366);
        assertThat(shop.tier()).isEqualTo("GOLD");
        assertThat(shop.account().standing().spans()).hasSizeLessThan(5);
    }
}
