package io.loyalty4j.testing;

import io.loyalty4j.shop.Reason;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a rule is, gives and does not give is told in words. */
final class RuleWordChecks {
    /** What Java calls an object that has no words: a class and a number. */
    private static final Pattern NO_WORDS = Pattern.compile("\\$\\$Lambda|[A-Za-z_$][\\w.$]*@[0-9a-f]{1,8}(?![\\w.])");

    /** Reasons whose facts are the rule's own words. */
    private static final Set<String> OWN = Set.of("custom", "condition", "no-line");

    private RuleWordChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause("it describes itself in words", RuleWordChecks::describes),
                new RuleClause("its description stays the same", RuleWordChecks::stays),
                new RuleClause(
                        "what it gives has a reason",
                        trial -> trial.onEach(scene -> trial.first(scene)
                                .awards()
                                .forEach(award -> words(scene + ": the reason of an award", award.reason())))),
                new RuleClause(
                        "where it gives nothing, it says why",
                        trial -> trial.onEach(scene -> trial.first(scene)
                                .silences()
                                .forEach(silence ->
                                        words(scene + ": the reason why it gives nothing", silence.reason())))));
    }

    private static void describes(RuleTrial trial) {
        words("the rule's description", trial.rule().describe());
    }

    private static void stays(RuleTrial trial) {
        String first = trial.rule().describe();
        trial.onEach(trial::first);
        Expect.equal("the rule's description", first, trial.rule().describe());
    }

    private static void words(String what, Reason reason) {
        words(what, reason.text());
        if (OWN.contains(reason.code())) {
            reason.facts().forEach(fact -> words(what, fact));
        }
    }

    private static void words(String what, @Nullable String text) {
        if (text == null || text.isBlank() || NO_WORDS.matcher(text).find()) {
            throw new AssertionError(what + "\n  expected: words for people\n  actual:   "
                    + (text == null ? "null" : "\"" + text + "\""));
        }
    }
}
