package io.loyalty4j.earn;

import io.loyalty4j.earn.Calculation.Share;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Reason;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private Earned(Earned other, List<FrozenContribution> contributions, Map<String, Reason> reasons) {
        this.lines = other.lines;
        this.contributions = List.copyOf(contributions);
        this.reasons = Map.copyOf(reasons);
        this.effects = other.effects;
        this.budgets = other.budgets;
        this.drawn = other.drawn;
        this.referral = other.referral;
        this.most = other.most;
    }

    /**
     * With what was promised before for lines that are as they were: what is said now is for the others, and for the whole where nothing was promised.
     *
     * @param before as the order kept it
     * @param unchanged ids of the lines
     */
    public Earned keeping(List<FrozenContribution> before, Set<String> unchanged) {
        return new Earned(this, new Promises(before, contributions, unchanged).merged(), reasons);
    }

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

    /** With points that something other than a rule gives, until all of the order comes back. */
    public Earned giving(String what, long points, Reason why) {
        List<FrozenContribution> more = new ArrayList<>(contributions);
        more.add(FrozenContribution.bonus(what, points));
        Map<String, Reason> all = new HashMap<>(reasons);
        all.put(what, why);
        return new Earned(this, more, all);
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

    /** Shares as awards, each with its rule's reason; without words if the rule was not asked this time. */
    public List<Award> awards(List<Share> shares) {
        return shares.stream()
                .filter(share -> share.points() > 0)
                .map(share ->
                        new Award(share.rule(), share.line(), share.points(), share.wanted(), reason(share.rule())))
                .toList();
    }

    private Reason reason(String rule) {
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
