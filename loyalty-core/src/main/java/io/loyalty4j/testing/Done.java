package io.loyalty4j.testing;

/** Something was done: more of it, or what came of it. */
public final class Done {
    private final LoyaltyScenario scenario;
    private final When when;
    private final Deed deed;

    Done(LoyaltyScenario scenario, When when, Deed deed) {
        this.scenario = scenario;
        this.when = when;
        this.deed = deed;
    }

    /** The same member goes on; what they are told counts from the first step on. */
    public When and() {
        return when;
    }

    /** Another member goes on. */
    public When and(String member) {
        return when.of(member);
    }

    /** What came of the last step for whoever did it. */
    public Then then() {
        return new Then(scenario, deed, deed.member());
    }

    /** What came of it for a member. */
    public Then then(String member) {
        return scenario.after(deed, member);
    }

    Deed deed() {
        return deed;
    }
}
