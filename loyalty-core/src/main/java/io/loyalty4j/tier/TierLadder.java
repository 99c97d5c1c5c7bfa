package io.loyalty4j.tier;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Copies;
import io.loyalty4j.shop.LoyaltyException.RuleFailedException;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.LadderDraft.Benefit;
import io.loyalty4j.tier.LadderDraft.Step;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The tiers of a program, and what leads to them: so much spent, earned, ordered or otherwise done in a period.
 *
 * <p>{@code TierLadder.bySpend().per(YEAR).keptThroughNextPeriod().base("INSIDER").tier("VIB", 350).tier("ROUGE", 1_000)}
 *
 * <p>A tier is reached by the order that brings the sum to its threshold or beyond, and held at once, to the end of the period, unless more is said. An order
 * earns in the tier that the member had before it. Immutable; mistakes are reported when the program is built.
 */
public final class TierLadder {
    /** The measure of {@link #bySpend()}. */
    public static final String SPEND = Measure.SPEND;

    /** The measure of {@link #byPointsEarned()}. */
    public static final String POINTS = Measure.POINTS;

    /** The measure of {@link #byOrders()}. */
    public static final String ORDERS = Measure.ORDERS;

    private static final TierLadder NONE = bySpend().base("MEMBER");

    private final LadderDraft draft;

    private TierLadder(LadderDraft draft) {
        this.draft = draft;
    }

    private TierLadder with(Consumer<LadderDraft> change) {
        LadderDraft copy = new LadderDraft(draft);
        change.accept(copy);
        return new TierLadder(copy);
    }

    private static TierLadder by(Measure measure) {
        return new TierLadder(new LadderDraft(measure));
    }

    /** By the amount spent, net of discounts, the share paid with points included; per calendar year unless {@link #per} says otherwise. */
    public static TierLadder bySpend() {
        return by(Measure.known(Measure.SPEND));
    }

    /**
     * By the points that rules give for orders and activities, as far as they are not taken back: of an order with lines that do not count, those that it would
     * earn without them. Adjustments, transfers, what friends bring and opening balances do not count.
     */
    public static TierLadder byPointsEarned() {
        return by(Measure.known(Measure.POINTS));
    }

    /** By the number of orders that have a line that counts and have not come back whole. */
    public static TierLadder byOrders() {
        return by(Measure.known(Measure.ORDERS));
    }

    /**
     * By a measure of one's own. It is asked once, when the order is booked; money that comes back for goods that stay does not change it.
     *
     * @param measure its name, an identifier; progress and explanations show it
     * @param ofEachLine what a line with all its pieces is worth, 0 or more, in whatever unit; pure. The line's price is net of discounts, in the program's
     *     currency. What it throws, and less than 0, is a {@link RuleFailedException}
     */
    public static TierLadder by(String measure, Function<OrderLine, BigDecimal> ofEachLine) {
        return by(new Measure(measure, Optional.of(ofEachLine)));
    }

    /** The ladder of a program without tiers: everybody is a {@code MEMBER}. */
    public static TierLadder none() {
        return NONE;
    }

    /** Lines that may earn points, and do not count for tiers; the last condition stands. */
    public TierLadder notCounting(Condition<OrderLine> lines) {
        return with(copy -> copy.excluded = Optional.of(lines));
    }

    /** The period in which is counted: of the calendar, of the membership, a lifetime, or the last whole days. */
    public TierLadder per(Window window) {
        return with(copy -> copy.per = window);
    }

    /** A tier once reached is held from the first day of the next period on, to its end. */
    public TierLadder startingNextPeriod() {
        return with(copy -> copy.startsNext = true);
    }

    /** A tier is kept to the end of one period more. */
    public TierLadder keptThroughNextPeriod() {
        return with(copy -> copy.throughNext = true);
    }

    /**
     * A tier is kept at least so long from when it began, through the end of the day that is so much later, and as long as the sum holds.
     *
     * @param duration a day to a thousand years
     */
    public TierLadder keptFor(Period duration) {
        return with(copy -> copy.keptFor = Optional.of(duration));
    }

    /**
     * Whose tier ends has the one below for another period, or for the time that {@link #keptFor} says, then the one below that. Without this a member has what
     * was qualified for.
     */
    public TierLadder fallingOneStep() {
        return with(copy -> copy.oneStep = true);
    }

    /** The tier of those who have reached no other. */
    public TierLadder base(String tier) {
        return step(tier, "0");
    }

    /** A tier from a whole amount on: of the program's currency, of points, of orders, or of one's own measure. */
    public TierLadder tier(String tier, long from) {
        return step(tier, Long.toString(from));
    }

    /** The same for an amount with decimals. */
    public TierLadder tier(String tier, String from) {
        return step(tier, from);
    }

    private TierLadder step(String tier, String from) {
        return with(copy -> copy.steps = Copies.plus(copy.steps, new Step(tier, from)));
    }

    /** What those have who are in one of these tiers; a code for {@link TierStatus#has}. */
    public TierLadder benefit(String code, String... tiers) {
        return with(copy -> copy.benefits = Copies.plus(copy.benefits, new Benefit(code, List.of(tiers))));
    }

    /** The tiers' codes, the base first. */
    public List<String> codes() {
        return draft.codes();
    }

    /** The lines that do not count for tiers, if any do not. */
    public Optional<Condition<OrderLine>> excluded() {
        return draft.excluded;
    }

    /** What is wrong with the ladder, in words; empty if nothing is. */
    public List<String> mistakes() {
        return new LadderCheck(draft).mistakes();
    }

    /**
     * What a line counts: its amount, or what one's own measure says; where points or orders count, 1 if it counts and 0 if not.
     *
     * @param line net of discounts, in the program's currency
     * @throws RuleFailedException if a measure or condition of one's own throws, or gives less than 0
     */
    public BigDecimal qualifying(OrderLine line) {
        return excludes(line) ? BigDecimal.ZERO : draft.measure.of(line);
    }

    private boolean excludes(OrderLine line) {
        try {
            return draft.excluded.filter(lines -> lines.test(line)).isPresent();
        } catch (RuntimeException e) {
            throw new RuleFailedException(draft.measure.name(), e);
        }
    }

    /** The ladder as accounts keep it. Only for a ladder without {@link #mistakes()}. */
    public Standing.Terms terms() {
        List<Standing.Rung> rungs = draft.steps.stream()
                .map(step -> new Standing.Rung(step.tier(), new BigDecimal(step.from()), draft.benefitsOf(step.tier())))
                .toList();
        return new Standing.Terms(
                draft.measure.name(),
                draft.per,
                draft.startsNext,
                draft.throughNext,
                draft.keptFor,
                draft.oneStep,
                rungs);
    }
}
