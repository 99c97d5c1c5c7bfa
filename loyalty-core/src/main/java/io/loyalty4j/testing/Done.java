package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;

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
        return new Then(scenario, deed, deed.by());
    }

    /** What came of it for a member. */
    public Then then(String member) {
        return scenario.after(deed, member);
    }

    /** What the last command was answered, for expectations that {@link Then} has not; an {@link IllegalStateException} if none was sent. */
    public Outcome outcome() {
        return deed.outcomes().stream().reduce((first, second) -> second).orElseThrow(() -> nothing("command"));
    }

    /** What was answered to {@code asksFor}; an {@link IllegalStateException} if nothing was asked. */
    public Quote quote() {
        return deed.quote().orElseThrow(() -> nothing("question"));
    }

    private IllegalStateException nothing(String what) {
        return new IllegalStateException("no " + what + ": " + deed.words());
    }

    Deed deed() {
        return deed;
    }
}
