package io.loyalty4j.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The orders in which some things can come. */
final class Permutations {
    /** So many have no more than 120 orders. */
    private static final int FEW = 5;

    /** How often one looks for each, for of things that are equal there may be fewer. */
    private static final int TRIES = 20;

    private Permutations() {}

    /** All of a few; of more, so many at most, the same in every run. Each is there once. */
    static <T> Set<List<T>> of(List<T> things, int most) {
        Set<List<T>> orders = new LinkedHashSet<>();
        if (things.size() <= FEW) {
            permute(things, new ArrayList<>(), orders);
            return orders;
        }
        Random chance = new Random(most);
        for (int tried = 0; orders.size() < most && tried < most * TRIES; tried++) {
            List<T> shuffled = new ArrayList<>(things);
            Collections.shuffle(shuffled, chance);
            orders.add(shuffled);
        }
        return orders;
    }

    private static <T> void permute(List<T> left, List<T> chosen, Set<List<T>> orders) {
        if (left.isEmpty()) {
            orders.add(List.copyOf(chosen));
        }
        for (int i = 0; i < left.size(); i++) {
            List<T> rest = new ArrayList<>(left);
            chosen.add(rest.remove(i));
            permute(rest, chosen, orders);
            chosen.remove(chosen.size() - 1);
        }
    }
}
