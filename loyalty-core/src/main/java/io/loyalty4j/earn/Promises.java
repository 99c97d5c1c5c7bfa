package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an order was promised, brought together with what a later version of the program says of it when it is edited. */
final class Promises {
    private static final Set<Kind> BY_LINE = EnumSet.of(Kind.RATE, Kind.BLOCK_RATE, Kind.MULTIPLIER, Kind.ITEM);

    private final List<FrozenContribution> before;
    private final List<FrozenContribution> now;
    private final Set<String> unchanged;

    Promises(List<FrozenContribution> before, List<FrozenContribution> now, Set<String> unchanged) {
        this.before = before;
        this.now = now;
        this.unchanged = unchanged;
    }

    /** A rule that says what it said before is taken by its word of now, which knows all the lines. */
    List<FrozenContribution> merged() {
        List<FrozenContribution> merged = new ArrayList<>();
        for (FrozenContribution one : before) {
            if (now.stream().noneMatch(other -> other.rule().equals(one.rule()) && saidBefore(other))) {
                add(merged, BY_LINE.contains(one.kind()) ? one.on(unchanged::contains) : onAll(one));
            }
        }
        for (FrozenContribution one : now) {
            if (saidBefore(one)) {
                merged.add(one);
            } else if (BY_LINE.contains(one.kind())) {
                add(merged, one.on(line -> !unchanged.contains(line)));
            } else if (of(one.rule()).isEmpty()) {
                merged.add(one);
            }
        }
        return merged;
    }

    /** What was promised for the whole is good on the lines that the rule is about now, too. */
    private FrozenContribution onAll(FrozenContribution one) {
        Set<String> lines = new HashSet<>(one.lines());
        now.stream().filter(other -> other.rule().equals(one.rule())).forEach(other -> lines.addAll(other.lines()));
        return one.about(lines);
    }

    private boolean saidBefore(FrozenContribution one) {
        List<FrozenContribution> said = of(one.rule());
        return !said.isEmpty() && said.stream().allMatch(one::saysTheSameAs);
    }

    private List<FrozenContribution> of(String rule) {
        return before.stream().filter(one -> one.rule().equals(rule)).toList();
    }

    private static void add(List<FrozenContribution> merged, FrozenContribution one) {
        if (!BY_LINE.contains(one.kind()) || !one.lines().isEmpty()) {
            merged.add(one);
        }
    }
}
