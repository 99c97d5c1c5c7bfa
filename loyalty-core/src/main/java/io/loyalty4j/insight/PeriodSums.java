package io.loyalty4j.insight;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Posting;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One period as it is added up, posting by posting. */
final class PeriodSums {
    private static final String BY_HAND = "adjust/";

    private final SortedMap<String, Map<Movement, Long>> flows = new TreeMap<>();
    private final SortedMap<String, RuleSums> rules = new TreeMap<>();
    private long grown;
    private long untold;

    /** The entries of a posting, and by how much they changed what the member has. */
    void add(Posting posting, long growth) {
        Posting.Header header = posting.header();
        boolean byHand = header.requestId().startsWith(BY_HAND);
        posting.entries()
                .forEach(entry -> Movement.of(entry, byHand)
                        .ifPresent(movement -> flows.computeIfAbsent(
                                        header.programVersion(), version -> new EnumMap<>(Movement.class))
                                .merge(movement, entry.points(), Math::addExact)));
        grown = Math.addExact(grown, growth);
    }

    /** Gives what is known of the rule, to count members. */
    RuleSums add(Award award, int sign, String version) {
        RuleSums rule = rules.computeIfAbsent(award.rule(), id -> new RuleSums());
        rule.add(award, sign, version);
        return rule;
    }

    /** An edit of something that was archived. */
    void untold() {
        untold++;
    }

    AccountingPeriod from(LocalDate firstDay, LocalDate nextFirstDay, long opening) {
        SortedMap<String, Flows> byVersion = new TreeMap<>();
        flows.forEach((version, moved) -> byVersion.put(version, new Flows(moved)));
        SortedMap<String, RuleIssue> byRule = new TreeMap<>();
        rules.forEach((rule, sums) -> byRule.put(rule, sums.issue()));
        Flows all = byVersion.values().stream().reduce(Flows.NONE, Flows::plus);
        RollForward rollForward = new RollForward(opening, all, Math.addExact(opening, grown));
        return new AccountingPeriod(firstDay, nextFirstDay, rollForward, byVersion, byRule, untold);
    }

    long grown() {
        return grown;
    }
}
