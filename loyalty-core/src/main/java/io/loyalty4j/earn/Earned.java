package io.loyalty4j.earn;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Reason;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the rules of a program said to one occasion, before it is combined. */
public final class Earned {
    private final KeptLines lines;
    private final List<FrozenContribution> contributions;
    private final Map<String, Reason> reasons;
    private final List<Effect> effects;
    private final List<Budget> budgets;
    private final Map<String, String> drawn;
    private final Optional<Referral> referral;
    private final Optional<Long> most;

    Earned(Gathered gathered, Optional<Long> most) {
        this.lines = gathered.lines;
        this.contributions = List.copyOf(gathered.contributions);
        this.reasons = Map.copyOf(gathered.reasons);
        this.effects = List.copyOf(gathered.effects);
        this.budgets = List.copyOf(gathered.budgets);
        this.drawn = Map.copyOf(gathered.drawn);
        this.referral = gathered.referral;
        this.most = most;
    }

    /** Of an occasion on which no rule is asked. */
    public static Earned nothing(Occasion occasion) {
        return new Earned(new Gathered(occasion), Optional.empty());
    }

    /** What it comes to; empty if that is more points than a long counts. */
    public Optional<Yield> comesTo(Stacking stacking, Rounding rounding) {
        try {
            return Optional.of(new Combining(this, stacking, rounding).combined());
        } catch (ArithmeticException beyondLong) {
            return Optional.empty();
        }
    }

    KeptLines lines() {
        return lines;
    }

    List<FrozenContribution> contributions() {
        return contributions;
    }

    Reason reason(String rule) {
        return reasons.getOrDefault(rule, Reason.of("custom", ""));
    }

    List<Effect> effects() {
        return effects;
    }

    List<Budget> budgets() {
        return budgets;
    }

    /** What the member can still be given of all rules together. */
    Optional<Long> most() {
        return most;
    }

    /** What chance has drawn, by rule. */
    public Map<String, String> drawn() {
        return new TreeMap<>(drawn);
    }

    /** What another member is to have. */
    public Optional<Referral> referral() {
        return referral;
    }

    /**
     * A reward for who referred the member.
     *
     * @param rule its id
     */
    public record Referral(String rule, MemberId referrer, long points, Period returnableFor) {}
}
