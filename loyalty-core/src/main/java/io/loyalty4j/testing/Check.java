package io.loyalty4j.testing;

/**
 * Something that must hold, to be run by any test framework: in JUnit {@code DynamicTest.dynamicTest(check.name(), check::run)}.
 *
 * @param name what must hold, as a sentence; no two checks of a contract have the same
 */
public record Check(String name, Body body) {
    /**
     * Finds out whether it holds. It may be run again.
     *
     * @throws AssertionError if it does not hold, with what was expected and what was there
     * @throws Throwable whatever the thing that is checked throws
     */
    public void run() throws Throwable {
        body.run();
    }

    /** What finds it out. */
    @FunctionalInterface
    public interface Body {
        void run() throws Throwable;
    }
}
