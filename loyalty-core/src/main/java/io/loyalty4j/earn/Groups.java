package io.loyalty4j.earn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Contributions of which some exclude each other: of each group one counts, so that the member gets most. All combinations are tried, for what one gives may
 * hang on the others; ties go to the ids that come first.
 */
final class Groups {
    private static final long MOST_COMBINATIONS = 512;

    private final List<FrozenContribution> free = new ArrayList<>();
    private final Map<String, List<FrozenContribution>> groups = new TreeMap<>();

    private Groups() {}

    static Groups of(List<FrozenContribution> contributions) {
        Groups groups = new Groups();
        for (FrozenContribution one : contributions) {
            one.group()
                    .map(name -> groups.groups.computeIfAbsent(name, each -> new ArrayList<>()))
                    .orElse(groups.free)
                    .add(one);
        }
        return groups;
    }

    /** The combination that comes to most. */
    Reckoning best(Function<List<FrozenContribution>, Reckoning> reckoning) {
        if (groups.isEmpty()) {
            return reckoning.apply(free);
        }
        Optional<Reckoning> best = Optional.empty();
        for (List<FrozenContribution> chosen : combinations()) {
            Reckoning next = reckoning.apply(sorted(chosen));
            if (best.isEmpty() || next.total() > best.get().total()) {
                best = Optional.of(next);
            }
        }
        return best.orElseThrow();
    }

    private List<List<FrozenContribution>> combinations() {
        List<List<FrozenContribution>> combinations = List.of(free);
        for (List<FrozenContribution> group : groups.values()) {
            List<List<FrozenContribution>> longer = new ArrayList<>();
            for (List<FrozenContribution> chosen : combinations) {
                group.forEach(one -> longer.add(with(chosen, one)));
            }
            combinations = longer;
        }
        return combinations;
    }

    /** All contributions, without those that alone come to least where there would be too many combinations. */
    List<FrozenContribution> pruned(ToLongFunction<List<FrozenContribution>> points) {
        int size = groups.values().stream().mapToInt(List::size).max().orElse(0);
        while (size > 1 && combinationsOf(size) > MOST_COMBINATIONS) {
            size--;
        }
        List<FrozenContribution> left = new ArrayList<>(free);
        for (List<FrozenContribution> group : groups.values()) {
            Comparator<FrozenContribution> most =
                    Comparator.comparingLong(one -> -points.applyAsLong(sorted(with(free, one))));
            left.addAll(
                    group.size() <= size
                            ? group
                            : group.stream().sorted(most).limit(size).toList());
        }
        return sorted(left);
    }

    private long combinationsOf(int size) {
        long product = 1;
        for (List<FrozenContribution> group : groups.values()) {
            product = Math.min(Long.MAX_VALUE / size, product) * Math.min(size, group.size());
        }
        return product;
    }

    private static List<FrozenContribution> with(List<FrozenContribution> some, FrozenContribution one) {
        List<FrozenContribution> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }

    private static List<FrozenContribution> sorted(List<FrozenContribution> some) {
        return some.stream()
                .sorted(Comparator.comparing(FrozenContribution::rule))
                .toList();
    }
}
