package io.loyalty4j.insight;

/** A month's end as comma-separated values. */
final class MonthEndCsv {
    private final StringBuilder text = new StringBuilder();

    private MonthEndCsv() {}

    static String of(MonthEnd end) {
        MonthEndCsv csv = new MonthEndCsv();
        csv.text.append(Csv.row("figure", "of", "points"));
        csv.row("opening", end.month(), end.opening());
        for (Movement movement : Movement.values()) {
            csv.row(movement.word(), end.month(), end.of(movement));
        }
        csv.row("closing", end.month(), end.closing());
        end.period().rollForwardByRule().forEach((rule, points) -> csv.row("closing by rule", rule, points.closing()));
        end.period().issuedByRule().forEach((rule, issue) -> csv.row("issued by rule", rule, issue.points()));
        end.ageing().byMonth().forEach((month, points) -> csv.row("expiring", month, points.total()));
        csv.row("expiring", "never", end.ageing().never().total());
        csv.row("debt", end.month(), end.ageing().debt());
        return csv.text.toString();
    }

    private void row(String figure, Object of, long points) {
        text.append(Csv.row(figure, of, points));
    }
}
