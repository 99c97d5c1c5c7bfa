package io.loyalty4j.insight;

import static io.loyalty4j.insight.Shop.ANA;
import static io.loyalty4j.insight.Shop.BEN;
import static io.loyalty4j.insight.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Reinstatement;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In figures worked out by hand. */
class MonthEndTest {
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

    private final Shop shop = new Shop();

    private MonthEnd end(YearMonth month) {
        return MonthEnd.of(shop.program, month, shop.postings());
    }

    /** January: Ana is given 100. February: Ana pays with 10 and is given 49, gives 49 back; Ben is given 30, 5 by hand, 2 are taken. March: 90 of January lapse. */
    private void aQuarter() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-02-05T12:00:00Z", order(ANA, "a-2", "50.00").redeem("ten"));
        shop.buys("2026-02-06T12:00:00Z", order(BEN, "b-1", "30.00"));
        shop.engine.execute(Adjustment.add(BEN, "c-1", 5).by("eve").because("late"));
        shop.engine.execute(Adjustment.deduct(BEN, "c-2", 2).by("eve").because("typo"));
        shop.engine.refund(Refund.of(order(ANA, "a-2"), "r-1").line("line-0", 1));
        shop.clock.set("2026-03-20T12:00:00Z");
        shop.engine.runDue(shop.clock.instant());
    }

    @Test
    void theFiguresOfAMonthAreWhatHappenedInIt() {
        aQuarter();
        MonthEnd end = end(FEBRUARY);

        assertThat(List.of(end.opening(), end.issued(), end.restored(), end.redeemed(), end.expired()))
                .containsExactly(100L, 79L, 10L, 10L, 0L);
        assertThat(List.of(end.revoked(), end.adjusted(), end.closing())).containsExactly(49L, 3L, 133L);
        assertThat(end.period().issuedByRule().get("base").points()).isEqualTo(79);
        assertThat(end.period().issuedByRule().get("base").members()).isEqualTo(2);
        assertThat(end.ageing().byMonth())
                .isEqualTo(Map.of(
                        YearMonth.of(2026, 3),
                        new Outstanding(0, 100, 0),
                        YearMonth.of(2026, 4),
                        new Outstanding(0, 33, 0)));
        assertThat(end(YearMonth.of(2026, 3)).expired()).isEqualTo(100);
        assertThat(end(YearMonth.of(2026, 3)).closing()).isEqualTo(33);
    }

    @Test
    void theLiabilityIsOfWhatWasOutstandingThen() {
        aQuarter();

        assertThat(end(FEBRUARY).liability("0.02", "0.85")).isEqualTo(Money.of("2.261", "GBP"));
        assertThatThrownBy(() -> end(FEBRUARY).liability("0.02", "1.1")).hasMessageContaining("1.1");
        assertThatThrownBy(() -> end(FEBRUARY).liability("0.02", "85 %")).hasMessageContaining("85 %");
        assertThatThrownBy(() -> end(FEBRUARY).liability("two", "1")).hasMessageContaining("two");
    }

    @Test
    void aRulesCostIsWhatItsPointsAreExpectedToCost() {
        aQuarter();

        assertThat(end(FEBRUARY).costByRule("0.02", "0.5"))
                .containsEntry("base", Money.of("0.30", "GBP"))
                .containsEntry("~adjustment", Money.of("0.03", "GBP"));
    }

    @Test
    void theTableHasEveryFigureOnce() {
        aQuarter();

        List<List<String>> rows = Rows.of(end(FEBRUARY).toCsv());
        assertThat(rows.get(0)).containsExactly("figure", "of", "points");
        assertThat(rows)
                .contains(
                        List.of("opening", "2026-02", "100"),
                        List.of("issued", "2026-02", "79"),
                        List.of("added", "2026-02", "5"),
                        List.of("withdrawn", "2026-02", "2"),
                        List.of("restored", "2026-02", "10"),
                        List.of("redeemed", "2026-02", "10"),
                        List.of("revoked", "2026-02", "49"),
                        List.of("closing", "2026-02", "133"),
                        List.of("issued by rule", "base", "79"),
                        List.of("expiring", "2026-03", "100"),
                        List.of("expiring", "2026-04", "33"),
                        List.of("expiring", "never", "0"),
                        List.of("debt", "2026-02", "0"))
                .doesNotHaveDuplicates();
        assertThat(end(FEBRUARY).toCsv()).endsWith("\r\n");
    }

    @Test
    void whatMembersOweMakesTheBalanceLessAndNotTheLiability() {
        shop.buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-01-11T12:00:00Z", order(ANA, "a-2", "1.50").redeem("eighty"));
        shop.buys("2026-01-12T12:00:00Z", order(BEN, "b-1", "7.00"));
        shop.engine.cancel(order(ANA, "a-1"));
        MonthEnd january = end(YearMonth.of(2026, 1));

        assertThat(List.of(january.redeemed(), january.revoked(), january.closing()))
                .containsExactly(80L, 100L, -73L);
        assertThat(january.ageing().debt()).isEqualTo(80);
        assertThat(january.liability("1", "1")).isEqualTo(Money.of("7", "GBP"));

        shop.buys("2026-02-01T12:00:00Z", order(ANA, "a-3", "30.00"));
        MonthEnd february = end(FEBRUARY);
        assertThat(List.of(february.opening(), february.issued(), february.closing()))
                .containsExactly(-73L, 30L, -43L);
        assertThat(february.ageing().debt()).isEqualTo(50);
    }

    @Test
    void whatHadLapsedAndWasBroughtBackIsToldAsSuch() {
        aQuarter();
        shop.engine
                .execute(Reinstatement.of(order(ANA, "a-1"), "s-1")
                        .through("2026-05-31")
                        .by("eve")
                        .because("ill"))
                .receipt();
        MonthEnd march = end(YearMonth.of(2026, 3));

        assertThat(List.of(march.expired(), march.of(Movement.REINSTATED), march.adjusted(), march.closing()))
                .containsExactly(100L, 100L, 0L, 133L);
    }

    @Test
    void theTableOfMonthsHasARowForEach() {
        aQuarter();

        String csv = Finance.of(shop.postings(), Window.MONTH, ZoneOffset.UTC, Instant.MAX)
                .toCsv();
        assertThat(csv.lines())
                .containsExactly(
                        "first_day,opening,issued,added,received,restored,reinstated,returned,redeemed,expired,revoked,withdrawn,transferred,activated,closing",
                        "2026-01-01,0,100,0,0,0,0,0,0,0,0,0,0,0,100",
                        "2026-02-01,100,79,5,0,10,0,0,10,0,49,2,0,0,133",
                        "2026-03-01,133,0,0,0,0,0,0,0,100,0,0,0,0,33");
    }

    @Test
    void aQuietMonthClosesWithWhatItOpenedWith() {
        aQuarter();

        assertThat(end(YearMonth.of(2025, 12)).closing()).isZero();
        assertThat(end(YearMonth.of(2026, 6)).period().rollForward()).isEqualTo(RollForward.quiet(33));
        Finance days = Finance.of(shop.postings(), Window.DAY, ZoneOffset.UTC, Instant.MAX);
        assertThat(days.period(LocalDate.of(2026, 2, 4)).rollForward()).isEqualTo(RollForward.quiet(100));
    }

    @Test
    void aMonthBeginsInTheProgramsZone() {
        shop.buys("2026-03-31T22:59:59.999Z", order(ANA, "a-1", "1.00"));
        shop.buys("2026-03-31T23:00:00Z", order(ANA, "a-2", "2.00"));

        assertThat(end(YearMonth.of(2026, 3)).issued()).isEqualTo(1);
        assertThat(end(YearMonth.of(2026, 4)).issued()).isEqualTo(2);
    }

    @Test
    void aJournalThatIsNotInOrderIsRefused() {
        aQuarter();
        List<Posting> backwards = new ArrayList<>(shop.store.postings(ANA).toList());
        Collections.reverse(backwards);
        List<Posting> torn = new ArrayList<>(shop.store.postings(ANA).toList());
        torn.remove(1);

        assertThatThrownBy(() -> MonthEnd.of(shop.program, FEBRUARY, backwards.stream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ana does not follow");
        assertThatThrownBy(() -> MonthEnd.of(shop.program, FEBRUARY, torn.stream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("posting 3 of ana does not follow 1");
    }

    @Test
    void anAdjustmentThatIsReversedIsNoAdjustment() {
        shop.buys("2026-02-06T12:00:00Z", order(BEN, "b-1", "130.00"));
        Adjustment more = Adjustment.add(BEN, "c-1", 77).by("eve").because("late");
        Adjustment less = Adjustment.deduct(BEN, "c-2", 33).by("eve").because("typo");
        for (Adjustment each : List.of(more, less)) {
            shop.engine.execute(each).receipt();
            shop.engine.execute(each.reversal().by("eve").because("wrong")).receipt();
        }

        assertThat(end(FEBRUARY).adjusted()).isZero();
        assertThat(List.of(
                        end(FEBRUARY).issued(),
                        end(FEBRUARY).revoked(),
                        end(FEBRUARY).closing()))
                .containsExactly(130L, 0L, 130L);
    }

    @Test
    void whatWasSentToAnotherMemberWasGivenOnce() {
        LoyaltyProgram sending = shop.program.toBuilder()
                .transfers(Transfers.upTo(500).per(Window.YEAR))
                .build();
        LoyaltyEngine engine = LoyaltyEngine.builder(sending)
                .store(shop.store)
                .clock(shop.clock)
                .build();
        shop.buys("2026-02-06T12:00:00Z", order(ANA, "a-1", "100.00"));
        shop.buys("2026-02-06T12:00:00Z", order(BEN, "b-1", "5.00"));
        engine.execute(Transfer.of(ANA, "gift", 60).to(BEN)).receipt();
        engine.runDue(shop.clock.instant());
        MonthEnd february = end(FEBRUARY);

        assertThat(List.of(february.issued(), february.of(Movement.RECEIVED), february.of(Movement.TRANSFERRED)))
                .containsExactly(105L, 60L, 60L);
        assertThat(ProgramHealth.of(february.period().rollForward().flows(), new Share(2, 2))
                        .given())
                .isEqualTo(105);
        assertThat(february.costByRule("1", "1")).containsOnlyKeys("base");
    }

    @Test
    void booksThatDoNotTieOutAreNoBooks() {
        Flows flows = new Flows(Map.of(Movement.ISSUED, 7L, Movement.REDEEMED, 2L, Movement.ACTIVATED, 3L));

        assertThat(new RollForward(1, flows, 6).closing()).isEqualTo(6);
        assertThatThrownBy(() -> new RollForward(1, flows, 7)).hasMessageContaining("are not 7");
        assertThatThrownBy(() -> new Flows(Map.of(Movement.ISSUED, -1L))).hasMessageContaining("-1 points issued");
        assertThatThrownBy(() -> Finance.of(shop.postings(), Window.LIFETIME, ZoneOffset.UTC, Instant.MAX))
                .hasMessageContaining("lifetime");
        assertThatThrownBy(() -> Finance.of(shop.postings(), Window.MEMBERSHIP_YEAR, ZoneOffset.UTC, Instant.MAX))
                .hasMessageContaining("membership year");
    }

    @Test
    void theHealthOfAProgramIsPerPointsGiven() {
        aQuarter();
        Flows all = Finance.of(shop.postings(), Window.YEAR, ZoneOffset.UTC, Instant.MAX)
                .period(LocalDate.of(2026, 1, 1))
                .rollForward()
                .flows();
        ProgramHealth health = ProgramHealth.of(all, new Share(1, 2));

        assertThat(health.given()).isEqualTo(184);
        assertThat(health.redemptionRate(2)).contains(new BigDecimal("0.00"));
        assertThat(health.breakageRate(4)).contains(new BigDecimal("0.5435"));
        assertThat(ProgramHealth.of(Flows.NONE, new Share(0, 0)).breakageRate(4))
                .isEmpty();
    }
}
