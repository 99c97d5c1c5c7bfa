package io.loyalty4j.shop;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why something was given or not, or what would be given: a code with its facts, so that a shop can say it in its own language, and an English {@link #text()}.
 *
 * @param code of {@link #patterns()}, or {@code custom} with the whole text as its only fact
 * @param facts in the order of the pattern's places
 */
public record Reason(String code, List<String> facts) {
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("custom", "{0}"),
            Map.entry("rate", "{0} per {1}"),
            Map.entry("block-rate", "{0} per whole {1}"),
            Map.entry("multiplier", "{0} times the points"),
            Map.entry("bonus", "{0} extra"),
            Map.entry("item", "{0} per piece"),
            Map.entry("points", "{0} points"),
            Map.entry("points-per-piece", "{0} points per piece"),
            Map.entry("points-per-unit", "{0} points for each of {1}"),
            Map.entry("tier", "{0}"),
            Map.entry("excluded", "excluded: {0}"),
            Map.entry("no-line", "no line with {0}"),
            Map.entry("condition", "not met: {0}"),
            Map.entry("not-yet", "begins {0}"),
            Map.entry("over", "ended {0}"),
            Map.entry("units", "{0} for each of {1} {2}"),
            Map.entry("no-units", "no {0}"),
            Map.entry("no-extra", "nothing extra in tier {0}"),
            Map.entry("limit", "at most {0}, and that has been given"),
            Map.entry("budget", "at most {0} for all members, and that has been given"),
            Map.entry("cut", "a limit leaves nothing"),
            Map.entry("not-best", "another of the group {0} gives more"),
            Map.entry("card", "a full card of {0} stamps"),
            Map.entry("card-open", "the card had {0} of {1} stamps and is not full"),
            Map.entry("challenge", "met: {0}"),
            Map.entry("challenge-met", "it has been met"),
            Map.entry("challenge-over", "its time is over"),
            Map.entry("challenge-open", "so far {0}"),
            Map.entry("milestone", "{0} points more are needed"),
            Map.entry("reward", "the reward {0}"),
            Map.entry("prize", "won {0} at {1} percent"),
            Map.entry("no-prize", "nothing won this time"),
            Map.entry("referred", "{0} for coming through a friend"),
            Map.entry("not-invited", "no friend brought the member"),
            Map.entry("merge-debt", "what was owed is owed by the other account"),
            Map.entry("transferred", "from {0}"),
            Map.entry("donated", "with order {0}"),
            Map.entry("given-with", "given with {0}"),
            Map.entry("referral-rewarded", "it has been rewarded"),
            Map.entry("nothing-left", "nothing to reckon points on"));

    public Reason {
        facts = List.copyOf(facts);
    }

    public static Reason of(String code, String... facts) {
        return new Reason(code, List.of(facts));
    }

    /** The English patterns by code, in the syntax of {@link MessageFormat}: what a shop translates. */
    public static Map<String, String> patterns() {
        return PATTERNS;
    }

    public String text() {
        String pattern = PATTERNS.getOrDefault(code, code);
        return new MessageFormat(pattern, Locale.ROOT).format(facts.toArray());
    }

    @Override
    public String toString() {
        return text();
    }
}
