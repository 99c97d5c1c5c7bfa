package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** A program's rules made ready: dates resolved, sorted by id. Immutable and thread-safe as long as the formulas are. */
public final class EarnPlan {
    private final List<Prepared> rules;
    private final Optional<Condition<OrderLine>> excluded;
    private final ZoneId zone;

    /**
     * Makes rules ready.
     *
     * @param rules without mistakes
     */
    public EarnPlan(SortedMap<String, EarnRule> rules, Optional<Condition<OrderLine>> excluded, ZoneId zone) {
        this.rules = rules.entrySet().stream()
                .map(rule -> new Prepared(
                        rule.getKey(),
                        rule.getValue().clauses(),
                        rule.getValue().clauses().season().begin(zone),
                        rule.getValue().clauses().season().end(zone)))
                .toList();
        this.excluded = excluded;
        this.zone = zone;
    }

    /** Whether a line takes part in the program: earns, counts for tiers and minimums, is discounted by rewards. */
    public boolean counts(OrderLine line) {
        return excluded.filter(lines -> lines.test(line)).isEmpty();
    }

    /** The kinds of activity that some rule is for. */
    public NavigableSet<String> activities() {
        NavigableSet<String> kinds = new TreeSet<>();
        rules.forEach(rule -> rule.clauses().activity().ifPresent(kinds::add));
        return kinds;
    }

    /**
     * Asks every rule for its contribution.
     *
     * @param used how often a counter has counted
     * @throws RuleFailedException if a rule throws, naming it
     */
    public Earned ask(Occasion occasion, ToLongFunction<String> used) {
        Earned.Gathered gathered = new Earned.Gathered(occasion);
        for (Prepared rule : rules) {
            if (rule.clauses().activity().equals(occasion.activity().map(activity -> activity.kind()))) {
                askNamed(rule, occasion, used, gathered);
            }
        }
        return gathered.earned();
    }

    /** Whatever a rule throws, its conditions included, is thrown with its name. */
    private void askNamed(Prepared rule, Occasion occasion, ToLongFunction<String> used, Earned.Gathered gathered) {
        try {
            ask(rule, occasion, used, gathered);
        } catch (RuleFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RuleFailedException(rule.id(), e);
        }
    }

    private void ask(Prepared rule, Occasion occasion, ToLongFunction<String> used, Earned.Gathered gathered) {
        Clauses clauses = rule.clauses();
        if (occasion.at().isBefore(rule.begin())) {
            gathered.silent(
                    rule.id(), Reason.of("not-yet", clauses.season().from().orElseThrow()));
        } else if (!occasion.at().isBefore(rule.end())) {
            gathered.silent(
                    rule.id(),
                    Reason.of(
                            "over",
                            clauses.season()
                                    .through()
                                    .or(clauses.season()::until)
                                    .orElseThrow()));
        } else if (nothingCounts(occasion)) {
            gathered.silent(
                    rule.id(), Reason.of("excluded", excluded.orElseThrow().describe()));
        } else if (!clauses.when().test(occasion)) {
            gathered.silent(rule.id(), Reason.of("condition", clauses.when().describe()));
            Conditions.missing(clauses.when(), occasion)
                    .ifPresent(missing -> gathered.hint(new Hint(
                            rule.id(), missing, clauses.description().orElseGet(clauses.formula()::describe))));
        } else {
            askFormula(rule, occasion, used, gathered);
        }
    }

    private boolean nothingCounts(Occasion occasion) {
        return excluded.isPresent()
                && occasion.lines().isEmpty()
                && occasion.order().filter(order -> !order.lines().isEmpty()).isPresent();
    }

    private void askFormula(Prepared rule, Occasion occasion, ToLongFunction<String> used, Earned.Gathered gathered) {
        Condition<OrderLine> matching = rule.clauses().lines();
        List<OrderLine> lines = occasion.lines().stream().filter(matching::test).toList();
        if (occasion.order().isPresent() && lines.isEmpty()) {
            boolean none = occasion.lines().isEmpty();
            gathered.silent(rule.id(), none ? Reason.of("nothing-left") : Reason.of("no-line", matching.describe()));
        } else if (usedUp(rule, occasion, used, gathered)) {
            gathered.silent(
                    rule.id(),
                    Reason.of("limit", rule.clauses().oncePer().orElseThrow().code()));
        } else {
            take(rule, occasion, lines, rule.clauses().formula().contribute(occasion), gathered);
        }
    }

    private boolean usedUp(Prepared rule, Occasion occasion, ToLongFunction<String> used, Earned.Gathered gathered) {
        Optional<Earned.Counter> counter =
                rule.clauses().oncePer().map(window -> counter(rule.id(), window, occasion.date()));
        counter.ifPresent(each -> gathered.counting(rule.id(), each));
        return counter.filter(each -> used.applyAsLong(each.name()) > 0).isPresent();
    }

    private static void take(
            Prepared rule,
            Occasion occasion,
            List<OrderLine> lines,
            Contribution contribution,
            Earned.Gathered gathered) {
        if (contribution instanceof Withheld withheld) {
            gathered.silent(rule.id(), withheld.why());
        } else if (contribution instanceof Given given) {
            if (occasion.activity().isPresent() && given.kind() != Kind.BONUS) {
                throw new RuleFailedException(
                        rule.id(),
                        "an activity earns fixed points; there is nothing to multiply or to reckon a rate on");
            }
            Reason why = rule.clauses()
                    .description()
                    .map(words -> Reason.of("custom", words))
                    .orElse(given.why());
            Freezing.of(rule.id(), rule.clauses(), occasion, lines, given)
                    .ifPresentOrElse(
                            frozen -> gathered.contribution(frozen, why),
                            () -> gathered.silent(
                                    rule.id(),
                                    Reason.of("no-line", given.lines().describe())));
        } else {
            throw new RuleFailedException(rule.id(), "it gave null; none(why) is how a rule gives nothing");
        }
    }

    /** Counters live a month longer than their period, for what arrives late. */
    private Earned.Counter counter(String rule, Window window, LocalDate day) {
        LocalDate next = window.nextAfter(day);
        Instant until = next.equals(LocalDate.MAX)
                ? Instant.MAX
                : next.plusMonths(1).atStartOfDay(zone).toInstant();
        return new Earned.Counter("rule/" + rule + "/" + window.startOf(day), until);
    }

    private record Prepared(String id, Clauses clauses, Instant begin, Instant end) {}
}
