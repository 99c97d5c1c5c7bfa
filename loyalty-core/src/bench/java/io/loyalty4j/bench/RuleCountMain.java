package io.loyalty4j.bench;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link RuleCount} with both numbers of rules and fails if the larger program takes more than twice as long: medians of sampled times. */
public final class RuleCountMain {
    private static final double MOST = 2.0;

    private RuleCountMain() {}

    public static void main(String... arguments) throws RunnerException {
        int forks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RuleCount.class.getName())
                        .forks(forks)
                        .warmupIterations(10)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(10)
                        .measurementTime(TimeValue.milliseconds(500))
                        .build())
                .run();
        Map<Integer, Double> medians = new TreeMap<>();
        results.forEach(result -> medians.put(
                Integer.valueOf(result.getParams().getParam("rules")),
                result.getPrimaryResult().getStatistics().getPercentile(50)));
        double ratio = medians.get(10_000) / medians.get(20);
        System.out.printf("p50 of a quote in %s: %s; 10,000 rules : 20 rules = %.2f (at most %.1f)%n", TimeUnit.MICROSECONDS, medians, ratio, MOST);
        if (ratio > MOST) {
            System.exit(1);
        }
    }
}
