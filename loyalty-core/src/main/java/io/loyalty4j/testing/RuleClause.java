package io.loyalty4j.testing;

/** One sentence of the contract of earn rules. */
record RuleClause(String name, Promise promise) {
    Check on(RuleBench bench) {
        return new Check(name, () -> promise.keptBy(new RuleTrial(bench)));
    }

    /** What holds of a rule. */
    @FunctionalInterface
    interface Promise {
        void keptBy(RuleTrial trial) throws Exception;
    }
}
