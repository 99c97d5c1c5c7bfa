package io.loyalty4j.laws;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.earn.Multiplier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An earn rule in a form that can be printed, made simpler, built and judged naively.
 *
 * @param amount what earns the points, or the factor, or the stamps of a card
 */
record RuleSpec(
        String id,
        Kind kind,
        long points,
        String amount,
        Map<String, String> byTier,
        Optional<Term> on,
        Optional<Term> when,
        List<CapSpec> caps,
        Optional<String> group,
        Optional<String> activity,
        Optional<QuestSpec> quest,
        Optional<Season> season) {

    static RuleSpec of(String id, Kind kind, long points, String amount) {
        return new RuleSpec(
                id,
                kind,
                points,
                amount,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static RuleSpec rate(String id, long points, String per) {
        return of(id, Kind.PER, points, per);
    }

    RuleSpec byTier(Map<String, String> others) {
        return new RuleSpec(id, kind, points, amount, others, on, when, caps, group, activity, quest, season);
    }

    RuleSpec on(Optional<Term> other) {
        return new RuleSpec(id, kind, points, amount, byTier, other, when, caps, group, activity, quest, season);
    }

    RuleSpec when(Optional<Term> other) {
        return new RuleSpec(id, kind, points, amount, byTier, on, other, caps, group, activity, quest, season);
    }

    RuleSpec caps(List<CapSpec> others) {
        return new RuleSpec(
                id, kind, points, amount, byTier, on, when, List.copyOf(others), group, activity, quest, season);
    }

    RuleSpec group(Optional<String> other) {
        return new RuleSpec(id, kind, points, amount, byTier, on, when, caps, other, activity, quest, season);
    }

    RuleSpec activity(String other) {
        return new RuleSpec(id, kind, points, amount, byTier, on, when, caps, group, Optional.of(other), quest, season);
    }

    RuleSpec quest(QuestSpec other) {
        return new RuleSpec(
                id, kind, points, amount, byTier, on, when, caps, group, activity, Optional.of(other), season);
    }

    RuleSpec season(Optional<Season> other) {
        return new RuleSpec(id, kind, points, amount, byTier, on, when, caps, group, activity, quest, other);
    }

    EarnRule built() {
        EarnRule rule = head();
        for (Term term : on.stream().toList()) {
            rule = rule.on(term.onLine());
        }
        for (Term term : when.stream().toList()) {
            rule = rule.when(term.onOrder());
        }
        for (CapSpec cap : caps) {
            rule = cap.on(rule);
        }
        for (Season time : season.stream().toList()) {
            rule = rule.from(time.from().toString()).through(time.through().toString());
        }
        for (String kind : activity.stream().toList()) {
            rule = rule.forActivity(kind);
        }
        return group.map(rule::bestOf).orElse(rule);
    }

    private EarnRule head() {
        return switch (kind) {
            case PER -> EarnRules.points(points).per(amount);
            case PER_WHOLE -> EarnRules.points(points).perWhole(amount);
            case PER_ITEM -> EarnRules.points(points).perItem();
            case PER_ORDER -> EarnRules.points(points).perOrder();
            case TIMES -> multiplier();
            case CARD -> EarnRules.stampCard(Integer.parseInt(amount)).givingPoints(points);
            case QUEST -> quest.orElseThrow().built().givingPoints(points);
        };
    }

    private Multiplier multiplier() {
        Multiplier multiplier = EarnRules.multiplier(amount);
        for (Map.Entry<String, String> tier : byTier.entrySet()) {
            multiplier = multiplier.inTier(tier.getKey(), tier.getValue());
        }
        return multiplier;
    }

    /** Whether it goes by what the member did before, and so belongs to no group. */
    boolean tracked() {
        return kind == Kind.CARD || kind == Kind.QUEST;
    }

    /** The same rule with less to it, in every way that is one step. */
    List<RuleSpec> simpler() {
        List<RuleSpec> simpler = new ArrayList<>();
        simpler.add(on(Optional.empty()));
        simpler.add(when(Optional.empty()));
        simpler.add(group(Optional.empty()));
        simpler.add(season(Optional.empty()));
        simpler.add(byTier(Map.of()));
        for (CapSpec cap : caps) {
            simpler.add(caps(caps.stream().filter(other -> !other.equals(cap)).toList()));
        }
        quest.ifPresent(asked -> asked.simpler().map(this::quest).forEach(simpler::add));
        if (kind == Kind.PER) {
            simpler.add(new RuleSpec(id, kind, 1, "1.00", byTier, on, when, caps, group, activity, quest, season));
        }
        simpler.removeIf(this::equals);
        return simpler;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(".earn(\"" + id + "\", ");
        String quoted = "(\"" + amount + "\")";
        text.append(
                switch (kind) {
                    case PER -> "points(" + points + ").per" + quoted;
                    case PER_WHOLE -> "points(" + points + ").perWhole" + quoted;
                    case PER_ITEM -> "points(" + points + ").perItem()";
                    case PER_ORDER -> "points(" + points + ").perOrder()";
                    case TIMES -> "multiplier" + quoted;
                    case CARD -> "stampCard(" + amount + ").givingPoints(" + points + ")";
                    case QUEST -> quest.orElseThrow() + ".givingPoints(" + points + ")";
                });
        new TreeMap<>(byTier).forEach((tier, factor) -> text.append(".inTier(\"" + tier + "\", \"" + factor + "\")"));
        on.ifPresent(term -> text.append(".on(" + term + ")"));
        when.ifPresent(term -> text.append(".when(" + term + ")"));
        caps.forEach(text::append);
        activity.ifPresent(kind -> text.append(".forActivity(\"" + kind + "\")"));
        season.ifPresent(time -> text.append(".from(\"" + time.from() + "\").through(\"" + time.through() + "\")"));
        group.ifPresent(name -> text.append(".bestOf(\"" + name + "\")"));
        return text.append(")").toString();
    }

    /** From day to day, both included. */
    record Season(LocalDate from, LocalDate through) {}

    /** What it gives. */
    enum Kind {
        PER,
        PER_WHOLE,
        PER_ITEM,
        PER_ORDER,
        TIMES,
        CARD,
        QUEST
    }
}
