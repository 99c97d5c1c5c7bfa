package io.loyalty4j.tier;

import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tiers of a program and what leads to them: spend in a calendar period, net of discounts, the share paid with points included.
 *
 * <p>{@code TierLadder.bySpend().per(YEAR).keptThroughNextPeriod().base("INSIDER").tier("VIB", 350).tier("ROUGE", 1_000)}
 *
 * <p>A tier is reached at once, by the order that brings the spend to its threshold or beyond. Immutable; mistakes are reported when the program is built.
 */
public final class TierLadder {
    private static final TierLadder NONE = bySpend().base("MEMBER");

    private final Window per;
    private final boolean throughNext;
    private final List<Step> steps;

    private TierLadder(Window per, boolean throughNext, List<Step> steps) {
        this.per = per;
        this.throughNext = throughNext;
        this.steps = List.copyOf(steps);
    }

    /** By the amount spent, per calendar year unless {@link #per} says otherwise, kept to the end of the period. */
    public static TierLadder bySpend() {
        return new TierLadder(Window.YEAR, false, List.of());
    }

    /** The ladder of a program without tiers: everybody is a {@code MEMBER}. */
    public static TierLadder none() {
        return NONE;
    }

    public TierLadder per(Window window) {
        return new TierLadder(window, throughNext, steps);
    }

    /** A tier once reached is kept to the end of the period that follows. */
    public TierLadder keptThroughNextPeriod() {
        return new TierLadder(per, true, steps);
    }

    /** The tier of those who have reached no other. */
    public TierLadder base(String tier) {
        return with(new Step(tier, "0"));
    }

    /** A tier from a whole amount of the program's currency on. */
    public TierLadder tier(String tier, long from) {
        return with(new Step(tier, Long.toString(from)));
    }

    public TierLadder tier(String tier, String from) {
        return with(new Step(tier, from));
    }

    private TierLadder with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new TierLadder(per, throughNext, more);
    }

    /** The tiers' codes, the base first. */
    public List<String> codes() {
        return steps.stream().map(Step::tier).toList();
    }

    /** What is wrong with the ladder, in words; empty if nothing is. */
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        BigDecimal below = BigDecimal.valueOf(-1);
        if (steps.isEmpty() || !steps.get(0).from().equals("0")) {
            mistakes.add("the first tier must be a base(..)");
        }
        if (!per.ofCalendar()) {
            mistakes.add("per: " + per + " is no calendar period");
        }
        for (Step step : steps) {
            if (!step.tier().matches(Identifier.PATTERN)) {
                mistakes.add("a tier's code " + Identifier.WORDS);
            }
            if (!step.from().matches(Money.PATTERN)) {
                mistakes.add(step.tier() + ": \"" + step.from() + "\" is no amount");
                continue;
            }
            BigDecimal from = new BigDecimal(step.from());
            if (from.compareTo(below) <= 0) {
                mistakes.add(step.tier() + ": its threshold " + step.from() + " is not above that of the tier before");
            }
            if (!seen.add(step.tier())) {
                mistakes.add(step.tier() + " is there twice");
            }
            below = from;
        }
        return mistakes;
    }

    /** The ladder as accounts keep it. Only for a ladder without {@link #mistakes()}. */
    public Standing.Terms terms() {
        List<Standing.Rung> rungs = steps.stream()
                .map(step -> new Standing.Rung(step.tier(), new BigDecimal(step.from())))
                .toList();
        return new Standing.Terms(per, throughNext, rungs);
    }

    private record Step(String tier, String from) {}
}
