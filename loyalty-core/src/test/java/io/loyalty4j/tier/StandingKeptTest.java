package io.loyalty4j.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** For how long a tier is kept, whatever comes together or late. */
class StandingKeptTest {
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");
    private static final TierLadder YEARLY = vib(Window.YEAR).keptFor(Period.ofYears(1));
    private static final TierLadder ROLLING = vib(Window.rolling(Period.ofDays(30)));

    private static TierLadder vib(Window per) {
        return TierLadder.bySpend().per(per).base("INSIDER").tier("VIB", 350);
    }

    private static Standing none(TierLadder ladder) {
        return Standing.under(ladder.terms());
    }

    private static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    private static Present on(String day) {
        return since("2026-01-01", day);
    }

    private static Present since(String since, String day) {
        return new Present(noon(day), ZoneOffset.UTC, LocalDate.parse(since));
    }

    private static Standing spends(Standing standing, int amount, String day, String today) {
        return standing.counted(noon(day), BigDecimal.valueOf(amount), on(today));
    }

    private static Standing spends(Standing standing, int amount, String day) {
        return spends(standing, amount, day, day);
    }

    private static Standing takesBack(Standing standing, int amount, String day, String today) {
        return standing.takenBack(LocalDate.parse(day), BigDecimal.valueOf(amount), on(today));
    }

    private static Standing merged(Standing own, Standing other, Present present) {
        return own.joined(other.amounts(), other.spans(), present);
    }

    private static void assertLastDay(Standing standing, String today, String last) {
        assertThat(standing.at(on(today)).code()).isEqualTo("VIB");
        assertThat(standing.at(on(today)).until()).contains(LocalDate.parse(last));
    }

    @Test
    void aTierThatOneOfTwoAccountsHadIsKeptFromWhenItHadIt() {
        Standing other = spends(none(YEARLY), 400, "2026-01-05");
        Standing both = merged(none(YEARLY), other, on("2026-12-01"));

        assertLastDay(both, "2026-12-01", "2027-01-05");
        assertThat(both).isEqualTo(other);
    }

    @Test
    void aTierThatOnlyTwoAccountsTogetherReachIsKeptFromThenOn() {
        Standing own = spends(none(YEARLY), 200, "2026-01-05");
        Standing both = merged(own, own, on("2026-12-01"));

        assertThat(both.tierAt(noon("2026-12-01").minusMillis(1))).isEqualTo("INSIDER");
        assertLastDay(both, "2026-12-01", "2027-12-01");
    }

    @Test
    void aTierGoesOnToTheEndOfTheMembershipYearThatItsSumIsTakenInto() {
        TierLadder ladder = vib(Window.MEMBERSHIP_YEAR);
        Standing other =
                none(ladder).counted(noon("2026-03-05"), BigDecimal.valueOf(400), since("2026-01-01", "2026-03-05"));
        LocalDate july = LocalDate.parse("2026-07-01");
        Standing both = none(ladder)
                .joined(
                        Map.of(july, BigDecimal.valueOf(400)),
                        other.spans().stream()
                                .map(span ->
                                        new Standing.Span("VIB", "VIB", july, span.needed(), span.from(), span.until()))
                                .toList(),
                        since("2025-07-01", "2026-08-01"));
        assertThat(both.tierAt(noon("2027-06-30"))).isEqualTo("VIB");
        assertThat(both.tierAt(noon("2027-07-01"))).isEqualTo("INSIDER");
    }

    @Test
    void aRollingTierThatIsOnlyKeptIsKeptNoLongerByAMerge() {
        TierLadder ladder = ROLLING.keptFor(Period.ofYears(1));
        Standing other = spends(none(ladder), 400, "2026-01-01");
        Standing both = merged(none(ladder), other, on("2026-06-01"));

        assertLastDay(both, "2026-06-01", "2027-01-01");
        assertThat(both).isEqualTo(other);
    }

    @Test
    void daysThatTwoAccountsTogetherHadTheSumOnAndThatAreOverMakeNoTier() {
        Standing own = spends(none(ROLLING.keptFor(Period.ofYears(1))), 200, "2026-01-01");
        Standing both = merged(own, own, on("2026-06-01"));

        assertThat(both.spans()).isEmpty();
        assertThat(both.amounts()).containsOnlyKeys(NEW_YEAR);
        assertThat(merged(own, own, on("2026-01-20")).tierAt(noon("2026-01-20")))
                .isEqualTo("VIB");
    }

    @Test
    void ordersOfTwoAccountsCountTogetherDayByDay() {
        Standing own = spends(none(ROLLING), 400, "2026-01-01");
        Standing other = spends(none(ROLLING), 400, "2026-01-20");

        assertLastDay(merged(own, other, on("2026-01-25")), "2026-01-25", "2026-02-18");
        assertThat(merged(own, other, on("2026-01-25"))).isEqualTo(spends(own, 400, "2026-01-20"));
    }

    @Test
    void aLateOrderThatJoinsTwoTimesOfATierShortensNeither() {
        TierLadder ladder = ROLLING.keptFor(Period.ofDays(60));
        Standing two = spends(spends(none(ladder), 400, "2026-01-01"), 400, "2026-03-01");
        Standing three = spends(two, 400, "2026-01-31", "2026-03-10");

        assertLastDay(two, "2026-03-10", "2026-04-30");
        assertLastDay(three, "2026-03-10", "2026-04-30");
        assertLastDay(takesBack(three, 400, "2026-01-01", "2026-03-10"), "2026-03-10", "2026-04-30");
        assertLastDay(takesBack(three, 400, "2026-01-31", "2026-03-10"), "2026-03-10", "2026-04-30");
    }

    @Test
    void whatBeginsAfterAGapIsKeptFromItsOwnBeginning() {
        TierLadder ladder = ROLLING.keptFor(Period.ofDays(60));
        Standing standing = spends(none(ladder), 400, "2026-01-01");
        standing = spends(standing, 400, "2026-01-31");
        standing = spends(standing, 400, "2026-03-01");

        assertLastDay(standing, "2026-03-10", "2026-03-30");
        assertLastDay(takesBack(standing, 400, "2026-01-31", "2026-03-10"), "2026-03-10", "2026-04-30");
    }

    @Test
    void whatFollowsATierThatThereIsNoMoreIsNotTakenBack() {
        TierLadder high = ROLLING.tier("ROUGE", 1000).keptFor(Period.ofDays(60)).fallingOneStep();
        TierLadder low = ROLLING.keptFor(Period.ofDays(60)).fallingOneStep();
        Standing rouge = spends(none(high), 1000, "2026-01-01");
        Standing without = rouge.adopting(low.terms());
        assertThat(without.tierAt(noon("2026-03-20"))).isEqualTo("VIB");

        Standing less = takesBack(without, 1, "2026-01-01", "2026-01-10");
        assertThat(less.tierAt(noon("2026-03-20"))).isEqualTo("VIB");
        Standing joined = merged(none(low), rouge, on("2026-01-10"));
        assertThat(takesBack(joined, 1, "2026-01-01", "2026-01-10").tierAt(noon("2026-03-20")))
                .isEqualTo("VIB");
    }

    @Test
    void buyingNeverShortensATier() {
        long seed = Long.getLong("loyalty4j.laws.seed", 20261122L);
        System.out.println("The law of buying and kept tiers, seed " + seed);
        Random random = new Random(seed);
        List<TierLadder> ladders = List.of(ROLLING, ROLLING.keptFor(Period.ofDays(60)), YEARLY);
        for (int life = 0; life < 1_000; life++) {
            TierLadder ladder = ladders.get(random.nextInt(ladders.size()));
            Standing standing = none(ladder.tier("ROUGE", 1000));
            LocalDate today = NEW_YEAR;
            for (int step = 0; step < 12; step++) {
                today = today.plusDays(random.nextInt(25));
                LocalDate day = today.minusDays(random.nextInt(40));
                int amount = 100 * (1 + random.nextInt(5));
                if (random.nextInt(4) == 0) {
                    standing = takesBack(standing, amount, day.toString(), today.toString());
                    continue;
                }
                Standing before = standing;
                standing = spends(before, amount, day.toString(), today.toString());
                assertNoShorter(before, standing, today, "life " + life + ", step " + step + ", seed " + seed);
            }
        }
    }

    private static void assertNoShorter(Standing before, Standing after, LocalDate today, String where) {
        for (int days = 0; days < 400; days += 3) {
            Instant at = noon(today.plusDays(days).toString());
            assertThat(after.terms().index(after.tierAt(at)))
                    .as("%s, at %s", where, at)
                    .isGreaterThanOrEqualTo(before.terms().index(before.tierAt(at)));
        }
    }
}
