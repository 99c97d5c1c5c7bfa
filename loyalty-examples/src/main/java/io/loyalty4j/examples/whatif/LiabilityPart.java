package io.loyalty4j.examples.whatif;

import io.loyalty4j.insight.MonthEnd;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What outstanding points are expected to cost, and what is not expected to be asked for. */
final class LiabilityPart {
    /** In percentage points. */
    private static final BigDecimal FAR = BigDecimal.TEN;

    private final Months months;
    private final String currency;

    private LiabilityPart(List<Trial> trials) {
        this.months = new Months(trials);
        this.currency = trials.get(0).program().currency().getCurrencyCode();
    }

    static Part of(List<Trial> trials) {
        LiabilityPart part = new LiabilityPart(trials);
        List<String> words = new ArrayList<>(List.of(
                "The liability is what the points that members have at a month's end are expected to cost: points, at the worth of a point, at the"
                        + " share that is expected to be redeemed. The rest is the breakage that is expected of them. What has broken is what expired"
                        + " since the beginning, in percent of the points given since then, less those taken back.",
                "Points that members owe, as they had spent them before they were taken back, do not lessen the liability: who owes may never buy again. Of the points"
                        + " outstanding, above, they are taken off."));
        trials.forEach(trial -> doubt(trial).ifPresent(words::add));
        return new Part(
                "liability",
                "Liability and breakage",
                words,
                List.of(
                        part.money(
                                "owed",
                                "Liability",
                                (trial, month) -> trial.liability(month).amount()),
                        part.money(
                                "breakage",
                                "Expected breakage",
                                (trial, month) -> trial.liability(month).breakage()),
                        part.broken()));
    }

    private Figure money(String id, String title, BiFunction<Trial, MonthEnd, Money> amount) {
        return Figure.of(
                months.plot(
                        id,
                        title + ", " + currency,
                        months.series((trial, month) -> Cells.rounded(amount.apply(trial, month)))),
                months.table(
                        title + " at the month's end, " + currency + ", by month and program",
                        (trial, month) -> Cells.amount(amount.apply(trial, month))));
    }

    private Figure broken() {
        return Figure.of(
                months.plot(
                        "broken",
                        "Broken so far, % of the points given",
                        months.series((trial, month) ->
                                broken(trial, month).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO))),
                months.table(
                        "Points expired since the beginning in percent of the points given, by month and program",
                        (trial, month) -> Cells.percent(broken(trial, month))));
    }

    private static Optional<BigDecimal> broken(Trial trial, MonthEnd until) {
        return Fate.until(trial, until).expiredOfGiven();
    }

    /** Where the share that is reckoned with is far from the replay's own. */
    private static Optional<String> doubt(Trial trial) {
        BigDecimal expected = trial.estimate().percent();
        return Fate.of(trial)
                .redeemedOfEnded()
                .filter(seen -> seen.subtract(expected).abs().compareTo(FAR) >= 0)
                .map(seen -> "Under " + trial.name() + ", " + Cells.percent(Optional.of(seen))
                        + " of the points that were redeemed or expired were redeemed, while liability and cost take "
                        + expected.toPlainString() + " % (--redemption).");
    }
}
