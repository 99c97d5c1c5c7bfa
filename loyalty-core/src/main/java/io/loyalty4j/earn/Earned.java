package io.loyalty4j.earn;

import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules of a program said to one occasion.
 *
 * @param reasons of the contributions, by rule
 * @param silences rules that gave nothing, sorted by id
 * @param counters of the rules that may be used only so often, by rule
 */
public record Earned(
        KeptLines lines,
        List<FrozenContribution> contributions,
        Map<String, Reason> reasons,
        List<Silence> silences,
        List<Hint> hints,
        Map<String, Counter> counters) {

    /** The points by rule and line; empty if they are more than a long counts. */
    public Optional<List<Award>> awards(Stacking stacking, Rounding rounding) {
        try {
            List<Award> awards = awarded(new Calculation(contributions, stacking, rounding));
            boolean counted = awards.stream().mapToLong(Award::points).reduce(0, Math::addExact) >= 0;
            return counted ? Optional.of(awards) : Optional.empty();
        } catch (ArithmeticException beyondLong) {
            return Optional.empty();
        }
    }

    private List<Award> awarded(Calculation calculation) {
        return calculation.shares(lines).stream()
                .map(share -> new Award(
                        share.rule(),
                        share.line(),
                        share.points(),
                        reasons.getOrDefault(share.rule(), Reason.of("custom", ""))))
                .toList();
    }

    /** The counters of the rules that gave something. */
    public List<Counter> uses(List<Award> awards) {
        return awards.stream()
                .map(Award::rule)
                .distinct()
                .flatMap(rule -> Optional.ofNullable(counters.get(rule)).stream())
                .toList();
    }

    /** The silences, and those contributions that came to nothing. */
    public List<Silence> silencesAfter(List<Award> awards) {
        Set<String> awarded = new HashSet<>();
        awards.forEach(award -> awarded.add(award.rule()));
        List<Silence> all = new ArrayList<>(silences);
        contributions.stream()
                .map(FrozenContribution::rule)
                .filter(rule -> !awarded.contains(rule))
                .forEach(rule -> all.add(new Silence(rule, Reason.of("nothing-left"))));
        return all;
    }

    /**
     * A counter of how often a rule was used in a period.
     *
     * @param until when it may be forgotten
     */
    public record Counter(String name, Instant until) {}

    /** Collects while the rules are asked. */
    static final class Gathered {
        private final KeptLines lines;
        private final List<FrozenContribution> contributions = new ArrayList<>();
        private final Map<String, Reason> reasons = new HashMap<>();
        private final List<Silence> silences = new ArrayList<>();
        private final List<Hint> hints = new ArrayList<>();
        private final Map<String, Counter> counters = new HashMap<>();

        Gathered(Occasion occasion) {
            this.lines = KeptLines.of(occasion.lines().stream()
                    .map(line -> new KeptLine(line.id(), line.quantity(), line.amount()))
                    .toList());
        }

        void silent(String rule, Reason why) {
            silences.add(new Silence(rule, why));
            counters.remove(rule);
        }

        void hint(Hint hint) {
            hints.add(hint);
        }

        void counting(String rule, Counter counter) {
            counters.put(rule, counter);
        }

        void contribution(FrozenContribution contribution, Reason why) {
            contributions.add(contribution);
            reasons.put(contribution.rule(), why);
        }

        Earned earned() {
            return new Earned(lines, contributions, reasons, silences, hints, counters);
        }
    }
}
