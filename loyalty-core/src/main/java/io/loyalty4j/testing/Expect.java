package io.loyalty4j.testing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what was expected where something else was there. */
final class Expect {
    private Expect() {}

    static void equal(String what, @Nullable Object expected, @Nullable Object actual) {
        if (expected == null ? actual != null : !expected.equals(actual)) {
            throw new AssertionError(what + "\n  expected: " + expected + "\n  actual:   " + actual);
        }
    }

    static void that(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static void atMost(String what, long most, long actual) {
        if (actual > most) {
            throw new AssertionError(what + "\n  expected: at most " + most + "\n  actual:   " + actual);
        }
    }

    static <T> T kind(String what, Class<T> expected, Object actual) {
        if (!expected.isInstance(actual)) {
            throw new AssertionError(what + "\n  expected: " + expected.getSimpleName() + "\n  actual:   " + actual);
        }
        return expected.cast(actual);
    }

    static <T> T there(String what, Optional<T> optional) {
        return optional.orElseThrow(() -> new AssertionError(what + "\n  expected: it is there\n  actual:   none"));
    }

    /** What an act throws. */
    static <T extends Throwable> T thrown(String what, Class<T> expected, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException | Error e) {
            return kind(what, expected, e);
        }
        throw new AssertionError(
                what + "\n  expected: " + expected.getSimpleName() + "\n  actual:   nothing was thrown");
    }
}
