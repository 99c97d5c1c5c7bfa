package io.loyalty4j.earn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether something can be all of what it must be and none of what it must not be. What cannot be decided is taken to be possible. */
final class Choice {
    private Choice() {}

    /** Something with one value. */
    static boolean ofOne(List<? extends Set<String>> must, List<? extends Set<String>> mustNot) {
        if (must.isEmpty()) {
            return true;
        }
        Set<String> left = new HashSet<>(must.get(0));
        must.forEach(left::retainAll);
        mustNot.forEach(left::removeAll);
        return !left.isEmpty();
    }

    /** Something with any number of values, of which one is to be among each. */
    static boolean ofMany(List<? extends Set<String>> must, List<? extends Set<String>> mustNot) {
        Set<String> banned = new HashSet<>();
        mustNot.forEach(banned::addAll);
        return must.stream().noneMatch(banned::containsAll);
    }

    /** A number that is to reach some and to stay below others. */
    static boolean between(BigDecimal least, Stream<BigDecimal> must, Stream<BigDecimal> mustNot) {
        BigDecimal from = must.reduce(least, BigDecimal::max);
        return mustNot.allMatch(limit -> from.compareTo(limit) < 0);
    }

    /** The same for what has a name, each name by itself. */
    static <C> boolean named(List<C> must, List<C> mustNot, Function<C, String> name, Function<C, Set<String>> values) {
        Set<String> names = new HashSet<>();
        must.forEach(one -> names.add(name.apply(one)));
        return names.stream()
                .allMatch(each -> ofOne(values(must, each, name, values), values(mustNot, each, name, values)));
    }

    private static <C> List<Set<String>> values(
            List<C> all, String wanted, Function<C, String> name, Function<C, Set<String>> values) {
        List<Set<String>> found = new ArrayList<>();
        for (C one : all) {
            if (name.apply(one).equals(wanted)) {
                found.add(values.apply(one));
            }
        }
        return found;
    }
}
