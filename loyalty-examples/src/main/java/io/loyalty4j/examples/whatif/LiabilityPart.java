package io.loyalty4j.examples.whatif;

import io.loyalty4j.insight.MonthEnd;
import io.loyalty4j.insight.ProgramHealth;
import io.loyalty4j.insight.RollForward;
import io.loyalty4j.insight.Share;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What outstanding points are expected to cost, and what is not expected to be asked for. */
final class LiabilityPart {
    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Months months;
    private final String currency;

    private LiabilityPart(List<Trial> trials) {
        this.months = new Months(trials);
        this.currency = trials.get(0).program().currency().getCurrencyCode();
    }

    static Part of(List<Trial> trials) {
        LiabilityPart part = new LiabilityPart(trials);
        return new Part(
                "liability",
                "Liability and breakage",
                List.of(
                        "The liability is what the points that members have at a month's end are expected to cost: points, at the worth of a point, at the"
                                + " share that is expected to be redeemed. The rest is the breakage that is expected of them. What has broken is what expired"
                                + " since the beginning, in percent of the points given since then."),
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

    /** In percent. */
    static Optional<BigDecimal> broken(Trial trial, MonthEnd until) {
        return health(trial, until)
                .breakageRate(DECIMALS)
                .map(rate -> rate.multiply(HUNDRED).setScale(2));
    }

    /** In percent. */
    static Optional<BigDecimal> redeemed(Trial trial) {
        return health(trial, trial.last())
                .redemptionRate(DECIMALS)
                .map(rate -> rate.multiply(HUNDRED).setScale(2));
    }

    private static ProgramHealth health(Trial trial, MonthEnd until) {
        RollForward soFar = trial.months().stream()
                .filter(month -> !month.month().isAfter(until.month()))
                .map(month -> month.period().rollForward())
                .reduce(RollForward::then)
                .orElseThrow();
        return ProgramHealth.of(soFar.flows(), new Share(0, 0));
    }
}
