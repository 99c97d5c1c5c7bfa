package io.loyalty4j.bench;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.EarnPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Says how much longer a cart takes under 10,000 rules than under the 20 of them that can concern it. Both are measured by turns, in processes of their own,
 * and the best rounds' medians are compared: times hang on the machine, the ratio hardly does. Ends with 1 if it is more than 2.
 */
public final class QuoteRatioMain {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final double MOST = 2.0;
    private static final String FEW = Integer.toString(Campaigns.MATCHING);
    private static final String MANY = "10000";

    private final Map<String, List<Double>> times = new TreeMap<>();
    private final Map<String, List<Double>> bytes = new TreeMap<>();

    private QuoteRatioMain() {}

    public static void main(String[] args) throws RunnerException {
        QuoteRatioMain main = new QuoteRatioMain();
        compare();
        for (int round = 1; round <= ROUNDS; round++) {
            main.note(new Runner(options()).run());
            System.out.printf("round %d of %d%n", round, ROUNDS);
        }
        System.exit(main.told("rules") & main.told("quote") ? 0 : 1);
    }

    /** What is measured must be the same work: under either program a cart has the same awards. */
    private static void compare() {
        EarnPlan few = Campaigns.program(Campaigns.MATCHING).plan();
        EarnPlan many = Campaigns.program(Integer.parseInt(MANY)).plan();
        long awards = 0;
        for (Cart cart : Carts.all()) {
            List<Award> own = QuoteBenchmark.asked(few, cart).awards();
            if (!own.equals(QuoteBenchmark.asked(many, cart).awards())) {
                throw new IllegalStateException("rules that cannot concern it change " + cart.cart());
            }
            awards += own.size();
        }
        System.out.printf("%d carts with %.1f awards each, the same under both%n", Carts.SIZE, (double) awards / Carts.SIZE);
    }

    private static Options options() {
        return new OptionsBuilder()
                .include(QuoteBenchmark.class.getName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private void note(Collection<RunResult> results) {
        for (RunResult result : results) {
            String key = result.getPrimaryResult().getLabel() + " " + result.getParams().getParam("rules");
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            times.computeIfAbsent(key, each -> new ArrayList<>()).add(median);
            result.getSecondaryResults().forEach((name, value) -> {
                if (name.endsWith("gc.alloc.rate.norm")) {
                    bytes.computeIfAbsent(key, each -> new ArrayList<>()).add(value.getScore());
                }
            });
        }
    }

    private boolean told(String benchmark) {
        String few = benchmark + " " + FEW;
        String many = benchmark + " " + MANY;
        double ratio = least(times, many) / least(times, few);
        System.out.printf(
                "%-6s p50 %7.1f us under %s rules, %7.1f us under %s: %.2f times; %.0f and %.0f bytes%n",
                benchmark, least(times, few), FEW, least(times, many), MANY, ratio, least(bytes, few), least(bytes, many));
        return ratio <= MOST;
    }

    /** Of several rounds the least is what others on the machine disturbed least. */
    private static double least(Map<String, List<Double>> of, String key) {
        return of.getOrDefault(key, List.of()).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
