package io.loyalty4j.insight;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** Periods as comma-separated values. */
final class PeriodsCsv {
    private PeriodsCsv() {}

    static String of(Collection<AccountingPeriod> periods) {
        StringBuilder text = new StringBuilder(header());
        periods.forEach(period -> text.append(row(period)));
        return text.toString();
    }

    private static String header() {
        return row(
                Stream.of("first_day", "opening"),
                Arrays.stream(Movement.values()).map(Movement::word),
                "closing");
    }

    private static String row(AccountingPeriod period) {
        RollForward points = period.rollForward();
        return row(
                Stream.of(period.firstDay(), points.opening()),
                Arrays.stream(Movement.values()).map(points.flows()::of),
                points.closing());
    }

    private static String row(Stream<?> before, Stream<?> movements, Object closing) {
        return Csv.row(Stream.of(before, movements, Stream.of(closing))
                .flatMap(each -> each)
                .toArray());
    }
}
