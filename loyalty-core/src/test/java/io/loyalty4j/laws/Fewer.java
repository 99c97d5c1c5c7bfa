package io.loyalty4j.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a list that fails shorter, as long as it fails. */
public final class Fewer {
    private Fewer() {}

    /** Leaves out runs of its elements, long ones first. */
    public static <T> List<T> of(List<T> failing, Predicate<List<T>> fails) {
        List<T> small = failing;
        for (int length = Math.max(1, failing.size() / 2); length > 0; length /= 2) {
            for (int from = small.size() - length; from >= 0; from -= length) {
                List<T> fewer = new ArrayList<>(small);
                fewer.subList(from, Math.min(from + length, fewer.size())).clear();
                if (fails.test(fewer)) {
                    small = List.copyOf(fewer);
                }
                from = Math.min(from, small.size());
            }
        }
        return small;
    }
}
