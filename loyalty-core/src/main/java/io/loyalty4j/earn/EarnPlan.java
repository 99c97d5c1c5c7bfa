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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
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
        List<OrderLine> lines =
                occasion.lines().stream().filter(rule.clauses().lines()::test).toList();
        if (occasion.order().isPresent() && lines.isEmpty()) {
            gathered.silent(
                    rule.id(),
                    occasion.lines().isEmpty()
                            ? Reason.of("nothing-left")
                            : Reason.of("no-line", rule.clauses().lines().describe()));
            return;
        }
        if (rule.clauses().oncePer().isPresent()) {
            Window window = rule.clauses().oncePer().get();
            Earned.Counter counter = counter(rule.id(), window, occasion.date());
            if (used.applyAsLong(counter.name()) > 0) {
                gathered.silent(rule.id(), Reason.of("limit", window.code()));
                return;
            }
            gathered.counting(rule.id(), counter);
        }
        Contribution contribution = rule.clauses().formula().contribute(occasion);
        if (contribution instanceof Withheld withheld) {
            gathered.silent(rule.id(), withheld.why());
        } else if (contribution instanceof Given given) {
            take(rule, occasion, lines, given, gathered);
        } else {
            throw new RuleFailedException(rule.id(), "it gave null; none(why) is how a rule gives nothing");
        }
    }

    private static void take(
            Prepared rule, Occasion occasion, List<OrderLine> lines, Given given, Earned.Gathered gathered) {
        if (occasion.activity().isPresent() && given.kind() != Kind.BONUS) {
            throw new RuleFailedException(
                    rule.id(), "an activity earns fixed points; there is nothing to multiply or to reckon a rate on");
        }
        Condition<OrderLine> matching = rule.clauses().lines();
        Set<String> ids = new LinkedHashSet<>();
        Map<String, Keep> lineKeeps = new HashMap<>();
        for (OrderLine line : lines) {
            if (given.lines().test(line)) {
                ids.add(line.id());
                Keep keep = Freezable.frozen(matching, line);
                if (!keep.equals(Keep.ALWAYS)) {
                    lineKeeps.put(line.id(), keep);
                }
            }
        }
        if (occasion.order().isPresent() && ids.isEmpty()) {
            gathered.silent(rule.id(), Reason.of("no-line", given.lines().describe()));
            return;
        }
        Keep keep = Freezable.frozen(rule.clauses().when(), occasion);
        FrozenContribution frozen =
                new FrozenContribution(rule.id(), given.kind(), ids, lineKeeps, given.value(), given.per(), keep);
        gathered.contribution(
                frozen,
                rule.clauses()
                        .description()
                        .map(words -> Reason.of("custom", words))
                        .orElse(given.why()));
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
