package io.loyalty4j.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that comes out the same for the same seed, on every machine. */
public final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator random;

    private Chance(long seed) {
        this.random = ALGORITHM.create(seed);
    }

    public static Chance of(long seed) {
        return new Chance(seed);
    }

    /** The seed of this run: {@code loyalty4j.laws.seed}, or a new one. */
    public static long seed() {
        return Long.getLong("loyalty4j.laws.seed", System.nanoTime() & 0xFFFF_FFFFL);
    }

    /** The seed of a run's n-th case; a run with that seed begins with the case. */
    public static long seed(long run, int n) {
        return run ^ (GOLDEN * n);
    }

    public boolean percent(int of100) {
        return random.nextInt(100) < of100;
    }

    /** From 0 to below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public long below(long bound) {
        return random.nextLong(bound);
    }

    @SafeVarargs
    public final <T> T of(T... some) {
        return some[random.nextInt(some.length)];
    }

    public <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** An index with a probability in proportion to its weight. */
    public int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        throw new AssertionError("the weights have no sum");
    }

    public <T> List<T> shuffled(List<T> list) {
        List<T> left = new ArrayList<>(list);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return List.copyOf(shuffled);
    }
}
