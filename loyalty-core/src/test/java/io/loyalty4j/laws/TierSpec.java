package io.loyalty4j.laws;

import static io.loyalty4j.earn.Conditions.category;

import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A ladder, with thresholds that a few deeds reach, and its calendar reckoned in another way than the engine's.
 *
 * @param excluding whether lines of the outlet do not count
 */
record TierSpec(
        String measure,
        Window per,
        boolean startsNext,
        boolean throughNext,
        Optional<Period> keptFor,
        boolean oneStep,
        boolean excluding) {

    static TierSpec of(Chance chance, boolean nothingComesBack) {
        Window per = chance.of(
                Window.MONTH,
                Window.QUARTER,
                Window.YEAR,
                Window.MEMBERSHIP_YEAR,
                Window.LIFETIME,
                Window.rolling(Period.ofDays(chance.of(1, 7, 30, 90, 366))));
        boolean follows = !per.rolls() && !per.equals(Window.LIFETIME);
        Optional<Period> keptFor = nothingComesBack && chance.percent(60)
                ? Optional.of(chance.of(Period.ofMonths(1), Period.ofDays(100), Period.ofYears(1)))
                : Optional.empty();
        return new TierSpec(
                chance.of("spend", "points", "orders", "nights"),
                per,
                follows && chance.percent(30),
                follows && keptFor.isEmpty() && chance.percent(40),
                keptFor,
                (!per.rolls() || keptFor.isPresent()) && chance.percent(40),
                chance.percent(50));
    }

    List<Integer> thresholds() {
        return measure.equals("orders") ? List.of(0, 2, 4) : List.of(0, 100, 250);
    }

    TierLadder ladder() {
        TierLadder ladder = switch (measure) {
            case "spend" -> TierLadder.bySpend();
            case "points" -> TierLadder.byPointsEarned();
            case "orders" -> TierLadder.byOrders();
            default ->
                TierLadder.by(measure, line -> new BigDecimal(line.attributes().getOrDefault(measure, "0")));
        };
        ladder = ladder.per(per).base("T0");
        for (int i = 1; i < thresholds().size(); i++) {
            ladder = ladder.tier("T" + i, thresholds().get(i));
        }
        ladder = startsNext ? ladder.startingNextPeriod() : ladder;
        ladder = throughNext ? ladder.keptThroughNextPeriod() : ladder;
        ladder = keptFor.isPresent() ? ladder.keptFor(keptFor.get()) : ladder;
        ladder = oneStep ? ladder.fallingOneStep() : ladder;
        return excluding ? ladder.notCounting(category("outlet")) : ladder;
    }

    /** Days in the window, if it rolls. */
    int days() {
        return per.days()
                .map(window -> Math.toIntExact(window.get(ChronoUnit.DAYS)))
                .orElse(0);
    }

    LocalDate periodOf(LocalDate day, LocalDate came) {
        return switch (per.code()) {
            case "MONTH" -> LocalDate.of(day.getYear(), day.getMonth(), 1);
            case "QUARTER" -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case "YEAR" -> LocalDate.of(day.getYear(), 1, 1);
            case "LIFETIME" -> LocalDate.EPOCH;
            case "MEMBERSHIP_YEAR" -> membershipYear(day, came);
            default -> day;
        };
    }

    private static LocalDate membershipYear(LocalDate day, LocalDate came) {
        int years = day.getYear() - came.getYear() + 1;
        while (came.plusYears(years).isAfter(day)) {
            years--;
        }
        return came.plusYears(years);
    }

    /** The first day of the period after; far away after a lifetime. */
    LocalDate next(LocalDate day, LocalDate came) {
        LocalDate later = day;
        while (!per.equals(Window.LIFETIME) && periodOf(later, came).equals(periodOf(day, came))) {
            later = later.plusDays(1);
        }
        return per.equals(Window.LIFETIME) ? LocalDate.of(9999, 1, 1) : later;
    }
}
