package io.loyalty4j.testing;

/**
 * One sentence of the contract of stores.
 *
 * @param reopens whether it is about a second process on the same data
 */
record Clause(String name, boolean reopens, Promise promise) {
    static Clause of(String name, Promise promise) {
        return new Clause(name, false, promise);
    }

    static Clause afterReopening(String name, Promise promise) {
        return new Clause(name, true, promise);
    }

    Check on(Bench bench) {
        return new Check(name, () -> {
            Trial trial = new Trial(bench);
            try {
                promise.keptBy(trial);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + Ledger.of(trial.store()), e);
            }
        });
    }

    /** What holds of a store. */
    @FunctionalInterface
    interface Promise {
        void keptBy(Trial trial) throws Exception;
    }
}
