package io.loyalty4j.program;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.PlanTerms;
import io.loyalty4j.earn.Season;
import io.loyalty4j.reward.Offered;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.tier.Standing;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a shop promises its members: rules, tiers, rewards, how long points live, and the answers to the questions on which programs differ.
 * Immutable and thread-safe, as long as formulas and conditions of one's own are.
 *
 * <p>{@code LoyaltyProgram.named("simple").currency("USD").zone("America/New_York").earn("base", points(1).per("1.00")).build()}
 */
public final class LoyaltyProgram {
    private final ProgramDraft draft;
    private final ZoneId zone;
    private final Instant inForceFrom;
    private final EarnPlan plan;
    private final Standing.Terms ladder;
    private final SortedMap<String, Reward> rewards;
    private final SortedMap<String, Moment> moments;
    private final SortedMap<String, Offered> offered = new TreeMap<>();

    /** Only for a draft without mistakes. */
    LoyaltyProgram(ProgramDraft draft) {
        this.draft = draft;
        this.zone = ZoneId.of(draft.zone());
        this.inForceFrom = draft.inForceFrom()
                .map(from -> Season.ALWAYS.from(from).begin(zone))
                .orElse(Instant.EPOCH);
        this.moments = Collections.unmodifiableSortedMap(new TreeMap<>(draft.moments()));
        this.plan = plan(draft.earn().keySet(), gifts());
        this.ladder = draft.tiers().terms();
        this.rewards = Collections.unmodifiableSortedMap(new TreeMap<>(draft.rewards()));
        rewards.forEach((id, reward) -> offered.put(id, new Offered(id, reward)));
    }

    /**
     * Begins a program.
     *
     * @param name 1 to 64 printable ASCII characters
     */
    public static ProgramBuilder named(String name) {
        return ProgramBuilder.named(name);
    }

    /** A builder that has all of this program: for the next version, or for the question what would be without one of its rules. */
    public ProgramBuilder toBuilder() {
        return new ProgramBuilder(draft);
    }

    public String name() {
        return draft.name();
    }

    /** Tells apart what was promised at different times; the journal names it in every posting. */
    public String version() {
        return draft.version();
    }

    /** From when on it holds. Versions follow each other in the order of this instant. */
    public Instant inForceFrom() {
        return inForceFrom;
    }

    /** The currency in which it reckons. */
    public Currency currency() {
        return Currency.getInstance(draft.currency());
    }

    /** What one unit of a currency is worth in the program's own; empty if orders in it are not accepted. */
    public Optional<BigDecimal> rate(String code) {
        return code.equals(draft.currency())
                ? Optional.of(BigDecimal.ONE)
                : Optional.ofNullable(draft.rates().get(code)).map(BigDecimal::new);
    }

    /** The codes of all currencies in which orders are accepted, the program's own first. */
    public List<String> currencies() {
        List<String> codes = new ArrayList<>(List.of(draft.currency()));
        codes.addAll(new TreeSet<>(draft.rates().keySet()));
        return codes;
    }

    /** Whose days begin and end promises. */
    public ZoneId zone() {
        return zone;
    }

    /** The earn rules, made ready. */
    public EarnPlan plan() {
        return plan;
    }

    /** The tiers as they were declared, which tell what a line counts. */
    public TierLadder tiers() {
        return draft.tiers();
    }

    /** The tiers, as accounts adopt them. */
    public Standing.Terms ladder() {
        return ladder;
    }

    /** By id. */
    public SortedMap<String, Reward> rewards() {
        return rewards;
    }

    /** When members are told something that no act of theirs caused, by id. */
    public SortedMap<String, Moment> moments() {
        return moments;
    }

    private SortedMap<String, EarnRule> gifts() {
        SortedMap<String, EarnRule> gifts = new TreeMap<>();
        moments.forEach((id, moment) -> moment.gift().ifPresent(gift -> gifts.put(id, gift)));
        return gifts;
    }

    /** A reward as orders ask for it; empty if there is none of that id. */
    public Optional<Offered> offered(String reward) {
        return Optional.ofNullable(offered.get(reward));
    }

    /** All of them, by id. */
    public Collection<Offered> offered() {
        return offered.values();
    }

    public Expiry expiry() {
        return draft.expiry();
    }

    public Activation activation() {
        return draft.activation();
    }

    /** How long an order may hold points before they are free again. */
    public Duration holdsLast() {
        return draft.holdsLast();
    }

    /** What people of the shop may adjust. */
    public AdjustmentLimits adjustments() {
        return draft.adjustments();
    }

    /** How long ago points may have lapsed that people of the shop bring back; empty if they bring none back. */
    public Optional<Period> reinstatableFor() {
        return draft.reinstatable();
    }

    /** What members may send to each other; empty if nothing. */
    public Optional<Transfers> transfers() {
        return draft.transfers();
    }

    /** How long after it was placed an order of the time before a member came may be booked for them; empty if for ever. */
    public Optional<Period> claimableFor() {
        return draft.claimableFor();
    }

    /** Whether an order's id is purchased by one member only. */
    public boolean oneMemberPerOrder() {
        return draft.oneMemberPerOrder() || draft.claimableFor().isPresent();
    }

    /** The answer to one question; its first constant where the program does not say. */
    public <P extends Enum<P> & Policy> P policy(Class<P> question) {
        Policy chosen = draft.policies().get(question);
        return chosen == null ? question.getEnumConstants()[0] : question.cast(chosen);
    }

    /** A plan of some of its rules, without gifts. */
    EarnPlan planOf(Collection<String> some) {
        return plan(some, Collections.emptySortedMap());
    }

    private EarnPlan plan(Collection<String> some, SortedMap<String, EarnRule> gifts) {
        SortedMap<String, EarnRule> rules = new TreeMap<>();
        some.forEach(id -> rules.put(id, Objects.requireNonNull(draft.earn().get(id))));
        return new EarnPlan(rules, gifts, new PlanTerms(draft.name(), zone, draft.excluded(), draft.most()));
    }

    /**
     * What is doubtful about it, before it goes live: rules that can never give anything, campaigns that overlap and what they give back at worst, rewards
     * worth more than was spent for them, cheaper ways to the same reward, gift cards that earn twice, tiers that nobody reaches, currencies that are not
     * accepted, what returns cannot take back, and gifts of moments that can be had at will. Sorted by path; empty if nothing is doubtful. Takes seconds for thousands of rules.
     */
    public List<Finding> lint() {
        return Linter.findings(study());
    }

    Study study() {
        return Study.of(draft, this);
    }

    @Override
    public String toString() {
        return name() + " " + version();
    }
}
