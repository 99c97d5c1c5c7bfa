package io.loyalty4j.insight;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Posting;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One period as it is added up, posting by posting. */
final class PeriodSums {
    private final FlowSums versions = new FlowSums();
    private final FlowSums rules = new FlowSums();
    private final SortedMap<String, RuleSums> issued = new TreeMap<>();
    private long grown;
    private long untold;

    /** The entries of a posting, and by how much they changed what the member has. */
    void add(Posting posting, long growth) {
        Giver giver = Giver.of(posting);
        posting.entries()
                .forEach(entry -> Movement.of(entry, giver)
                        .ifPresent(
                                movement -> versions.add(posting.header().programVersion(), movement, entry.points())));
        grown = Math.addExact(grown, growth);
    }

    /** Takes what the entries of a posting moved of each rule's points. */
    RuleMix.Moved byRule(Posting posting) {
        Giver giver = Giver.of(posting);
        return (entry, rule, points) ->
                Movement.of(entry, giver).ifPresent(movement -> rules.add(rule, movement, points));
    }

    /** Gives what is known of the rule, to count members. */
    RuleSums add(Award award, int sign, String version) {
        RuleSums rule = issued.computeIfAbsent(award.rule(), id -> new RuleSums());
        rule.add(award, sign, version);
        return rule;
    }

    /** An edit of something that was archived. */
    void untold() {
        untold++;
    }

    AccountingPeriod from(LocalDate firstDay, LocalDate nextFirstDay, Balances opening) {
        SortedMap<String, Flows> byVersion = versions.flows();
        Flows all = byVersion.values().stream().reduce(Flows.NONE, Flows::plus);
        SortedMap<String, RuleIssue> issues = new TreeMap<>();
        issued.forEach((rule, sums) -> issues.put(rule, sums.issue()));
        return new AccountingPeriod(
                firstDay,
                nextFirstDay,
                new RollForward(opening.all(), all, Math.addExact(opening.all(), grown)),
                byVersion,
                byRule(opening),
                issues,
                untold);
    }

    private SortedMap<String, RollForward> byRule(Balances opening) {
        SortedMap<String, Flows> moved = rules.flows();
        SortedMap<String, RollForward> byRule = new TreeMap<>();
        TreeSet<String> ids = new TreeSet<>(opening.byRule().keySet());
        ids.addAll(moved.keySet());
        for (String rule : ids) {
            Flows flows = moved.getOrDefault(rule, Flows.NONE);
            long before = opening.of(rule);
            byRule.put(rule, new RollForward(before, flows, Math.addExact(before, flows.net())));
        }
        return byRule;
    }

    /** What members have at its end. */
    Balances closing(Balances opening) {
        return opening.plus(grown, rules.flows());
    }
}
