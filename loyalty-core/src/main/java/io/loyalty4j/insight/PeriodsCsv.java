package io.loyalty4j.insight;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** Periods as comma-separated values. */
final class PeriodsCsv {
    private PeriodsCsv() {}

    static String of(Collection<AccountingPeriod> periods) {
        StringBuilder text = new StringBuilder(header("first_day"));
        periods.forEach(period -> text.append(row(period.rollForward(), period.firstDay())));
        return text.toString();
    }

    static String byRule(Collection<AccountingPeriod> periods) {
        StringBuilder text = new StringBuilder(header("first_day", "rule"));
        periods.forEach(period -> period.rollForwardByRule()
                .forEach((rule, points) -> text.append(row(points, period.firstDay(), rule))));
        return text.toString();
    }

    private static String header(Object... keys) {
        return row(
                Stream.of(
                        Stream.of(keys),
                        Stream.of("opening"),
                        Arrays.stream(Movement.values()).map(Movement::word)),
                "closing");
    }

    private static String row(RollForward points, Object... keys) {
        return row(
                Stream.of(
                        Stream.of(keys),
                        Stream.of(points.opening()),
                        Arrays.stream(Movement.values()).map(points.flows()::of)),
                points.closing());
    }

    private static String row(Stream<Stream<?>> before, Object closing) {
        return Csv.row(
                Stream.concat(before.flatMap(each -> each), Stream.of(closing)).toArray());
    }
}
