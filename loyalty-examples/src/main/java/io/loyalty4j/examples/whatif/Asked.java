package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.HistoryReader;
import io.loyalty4j.examples.replay.HistorySource;
import io.loyalty4j.examples.replay.UnreadableHistoryException;
import io.loyalty4j.insight.Liability;
import io.loyalty4j.shop.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What was said on the command line.
 *
 * @param sources files that are one history; the sample if none was named
 * @param plans two to four
 */
record Asked(List<HistorySource> sources, ReportFile out, Estimate estimate, List<Plan> plans) {
    private static final int MOST_PLANS = 4;
    /**
     * Reads the words of a command line and looks whether all of it can be done, before any work is.
     *
     * @throws UnusableArgumentsException with everything that is wrong
     */
    static Asked of(String... words) {
        List<String> problems = new ArrayList<>();
        Said said = Said.of(List.of(words), problems::add);
        Asked asked = new Asked(
                sources(said.files(), problems::add),
                ReportFile.named(said.the("--out")),
                estimate(said, problems::add),
                plans(said.the("--programs"), problems::add));
        asked.out.look(said.files(), problems::add);
        if (problems.isEmpty()) {
            asked.out.tryIt(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new UnusableArgumentsException(problems);
        }
        return asked;
    }

    private static List<HistorySource> sources(List<String> files, Consumer<String> problem) {
        if (files.isEmpty()) {
            return List.of(HistorySource.sample());
        }
        List<HistorySource> sources = new ArrayList<>();
        for (String file : files) {
            try {
                HistorySource source = HistorySource.named(file);
                HistoryReader.check(source);
                sources.add(source);
            } catch (UnreadableHistoryException e) {
                problem.accept(String.valueOf(e.getMessage()));
            }
        }
        return sources;
    }

    private static Estimate estimate(Said said, Consumer<String> problem) {
        String worth = said.the("--worth");
        if (!worth.isEmpty() && !worth.matches(Money.PATTERN)) {
            problem.accept("--worth wants what a point is worth, such as 0.02, not " + worth);
        }
        String redemption = said.the("--redemption");
        try {
            Liability.of(0, Money.zero("GBP"), redemption);
        } catch (IllegalArgumentException e) {
            problem.accept("--redemption wants the share of points that is expected to be redeemed, such as 0.80, not "
                    + redemption);
        }
        return new Estimate(Optional.of(worth).filter(text -> !text.isEmpty()), redemption);
    }

    private static List<Plan> plans(String names, Consumer<String> problem) {
        List<String> wanted = Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        String known = Plans.all().stream().map(Plan::name).collect(Collectors.joining(", "));
        wanted.stream()
                .filter(name ->
                        Plans.all().stream().noneMatch(plan -> plan.name().equals(name)))
                .forEach(name -> problem.accept("there is no program \"" + name + "\": there are " + known));
        if (wanted.size() < 2 || wanted.size() > MOST_PLANS) {
            problem.accept("--programs wants two to " + MOST_PLANS + " of " + known + ", with commas between them");
        }
        List<Plan> plans = wanted.stream()
                .flatMap(name -> Plans.all().stream().filter(plan -> plan.name().equals(name)))
                .toList();
        Plan.strangers(plans).forEach(problem);
        return plans;
    }
}
