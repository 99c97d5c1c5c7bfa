package io.loyalty4j.earn;

import io.loyalty4j.earn.BuiltIn.Multiplied;
import io.loyalty4j.earn.BuiltIn.PerAmount;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Condition.Always;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds rules that can never give anything. Says so only where it is certain: never of a rule with a condition of one's own. */
final class Idle {
    /** So many rates are looked at for a multiplier. */
    private static final int MOST_RATES = 200;

    private final PlanTerms terms;
    private final Set<String> tiers;
    private final Instant inForceFrom;
    private final List<Prepared> rules;
    private final List<Prepared> rates;
    private final boolean ratesKnown;

    Idle(PlanTerms terms, Set<String> tiers, Instant inForceFrom, List<Prepared> rules) {
        this.terms = terms;
        this.tiers = tiers;
        this.inForceFrom = inForceFrom;
        this.rules = rules;
        this.rates = rules.stream()
                .filter(rule -> rule.clauses().formula() instanceof PerAmount)
                .toList();
        this.ratesKnown = rates.size() <= MOST_RATES
                && rules.stream().allMatch(rule -> rule.clauses().formula() instanceof Stated);
    }

    /** Why, by rule. */
    SortedMap<String, String> reasons() {
        SortedMap<String, String> reasons = new TreeMap<>();
        SortedMap<String, String> outdone = new Outdone(rules).reasons();
        for (Prepared rule : rules) {
            Atoms atoms = new Atoms();
            atoms.add(rule.clauses().lines());
            atoms.add(rule.clauses().when());
            if (atoms.ownOnes().findAny().isEmpty()) {
                reason(rule)
                        .or(() -> Optional.ofNullable(outdone.get(rule.id())))
                        .ifPresent(why -> reasons.put(rule.id(), why));
            }
        }
        return reasons;
    }

    private Optional<String> reason(Prepared rule) {
        Clauses clauses = rule.clauses();
        if (!rule.end().isAfter(inForceFrom)) {
            return Optional.of("it is over when the program comes into force");
        }
        if (!limitsAreAnothers(rule) && clauses.caps().stream().anyMatch(cap -> cap.most() == 0)) {
            return Optional.of("its limit is 0");
        }
        if (onlyOrders(rule) && !PossibleLine.of(clauses.lines(), terms.excluded())) {
            return Optional.of("no line that takes part can be of this kind: "
                    + clauses.lines().describe());
        }
        if (clauses.formula() instanceof Multiplied && tiersOf(rule).isEmpty()) {
            return Optional.of("its factor is 1 for everybody");
        }
        if (!possible(rule, clauses.when(), rule.begin(), rule.end())) {
            return Optional.of(
                    "this can never be while it is good: " + clauses.when().describe());
        }
        return clauses.formula() instanceof Multiplied
                        && ratesKnown
                        && rates.stream().noneMatch(rate -> meet(rule, rate))
                ? Optional.of("there is nothing to multiply: no rate is for the same lines at the same time")
                : Optional.empty();
    }

    private static boolean limitsAreAnothers(Prepared rule) {
        return rule.clauses().formula() instanceof Tracked tracked && tracked.limitsAreAnothers();
    }

    private static boolean onlyOrders(Prepared rule) {
        return rule.kinds().equals(Set.of(Tracked.ORDERS));
    }

    private boolean possible(Prepared rule, Condition<Occasion> when, Instant begin, Instant end) {
        Instant first = begin.isAfter(inForceFrom) || inForceFrom.equals(Instant.EPOCH) ? begin : inForceFrom;
        return (when instanceof Always<?> && !(rule.clauses().formula() instanceof Multiplied))
                || new PossibleOccasion(
                                rule.kinds().contains(Tracked.ORDERS),
                                tiersOf(rule),
                                first,
                                end,
                                terms.zone(),
                                terms.excluded())
                        .of(when);
    }

    /** Where a multiplier multiplies. */
    private Set<String> tiersOf(Prepared rule) {
        if (!(rule.clauses().formula() instanceof Multiplied factor)) {
            return tiers;
        }
        Set<String> some = new HashSet<>(tiers);
        some.removeIf(tier ->
                new BigDecimal(factor.byTier().getOrDefault(tier, factor.factor())).compareTo(BigDecimal.ONE) == 0);
        return some;
    }

    private boolean meet(Prepared multiplier, Prepared rate) {
        Instant begin = multiplier.begin().isAfter(rate.begin()) ? multiplier.begin() : rate.begin();
        Instant end = multiplier.end().isBefore(rate.end()) ? multiplier.end() : rate.end();
        return begin.isBefore(end)
                && end.isAfter(inForceFrom)
                && PossibleLine.of(
                        multiplier.clauses().lines().and(rate.clauses().lines()), terms.excluded())
                && possible(
                        multiplier,
                        multiplier.clauses().when().and(rate.clauses().when()),
                        begin,
                        end);
    }
}
