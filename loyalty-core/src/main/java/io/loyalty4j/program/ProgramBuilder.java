package io.loyalty4j.program;

import static io.loyalty4j.earn.EarnRules.rule;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Formula;
import io.loyalty4j.earn.PlanTerms;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.InputCheck;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a program says; texts stay as they are written until {@link #build()}, which reports every mistake at once. Not thread-safe.
 *
 * @see LoyaltyProgram#named(String)
 */
public final class ProgramBuilder {
    private final String name;
    private String version = "1";
    private String currency = "";
    private final Map<String, String> rates = new LinkedHashMap<>();
    private String zone = "";
    private Optional<String> inForceFrom = Optional.empty();
    private Optional<Condition<OrderLine>> excluded = Optional.empty();
    private final Map<String, EarnRule> earn = new LinkedHashMap<>();
    private final Map<String, Reward> rewards = new LinkedHashMap<>();
    private final Map<String, Moment> moments = new LinkedHashMap<>();
    private Optional<PlanTerms.MemberLimit> most = Optional.empty();
    private TierLadder tiers = TierLadder.none();
    private Expiry expiry = Expiry.never();
    private Activation activation = Activation.atOnce();
    private Duration holdsLast = Duration.ofHours(1);
    private AdjustmentLimits adjustments = AdjustmentLimits.upTo(10_000);
    private Optional<Period> reinstatable = Optional.empty();
    private Optional<Transfers> transfers = Optional.empty();
    private Optional<Period> claimableFor = Optional.empty();
    private boolean oneMemberPerOrder;
    private final Map<Class<? extends Policy>, Policy> policies = new HashMap<>();
    private final List<String> twice = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private ProgramBuilder(String name) {
        this.name = name;
    }

    static ProgramBuilder named(String name) {
        return new ProgramBuilder(name);
    }

    ProgramBuilder(ProgramDraft draft) {
        this.name = draft.name();
        this.version = draft.version();
        this.currency = draft.currency();
        this.rates.putAll(draft.rates());
        this.zone = draft.zone();
        this.inForceFrom = draft.inForceFrom();
        this.excluded = draft.excluded();
        this.earn.putAll(draft.earn());
        this.most = draft.most();
        this.rewards.putAll(draft.rewards());
        this.moments.putAll(draft.moments());
        this.tiers = draft.tiers();
        this.expiry = draft.expiry();
        this.activation = draft.activation();
        this.holdsLast = draft.holdsLast();
        this.adjustments = draft.adjustments();
        this.reinstatable = draft.reinstatable();
        this.transfers = draft.transfers();
        this.claimableFor = draft.claimableFor();
        this.oneMemberPerOrder = draft.oneMemberPerOrder();
        this.policies.putAll(draft.policies());
    }

    /** {@code 1} unless it is said. */
    public ProgramBuilder version(String text) {
        this.version = text;
        return this;
    }

    /**
     * The currency of the program's amounts and of its orders.
     *
     * @param code ISO 4217; orders in another currency are refused
     */
    public ProgramBuilder currency(String code) {
        this.currency = code;
        return this;
    }

    /**
     * Orders in another currency earn too, at a fixed rate; rewards are taken off orders in the program's own currency only.
     *
     * @param code ISO 4217
     * @param rate what one unit of it is worth in the program's currency, such as {@code 1.08}
     */
    public ProgramBuilder alsoAccepts(String code, String rate) {
        noteTwice("alsoAccepts", code, rates.put(code, rate));
        return this;
    }

    /**
     * Whose calendar holds.
     *
     * @param id such as {@code Europe/London}; days, months and years of the program are this zone's
     */
    public ProgramBuilder zone(String id) {
        this.zone = id;
        return this;
    }

    /** From when on this version holds, in the program's zone; needed for every version but the first. */
    public ProgramBuilder inForceFrom(String dateOrDateTime) {
        this.inForceFrom = Optional.of(dateOrDateTime);
        return this;
    }

    /** Lines that take no part: they earn nothing, are not discounted by rewards, and count neither for minimums nor for tiers. Adds to earlier ones. */
    public ProgramBuilder excluding(Condition<OrderLine> lines) {
        this.excluded = Optional.of(excluded.map(before -> before.or(lines)).orElse(lines));
        return this;
    }

    public ProgramBuilder earn(String id, EarnRule rule) {
        noteTwice("earn", id, earn.put(id, rule));
        return this;
    }

    /** A formula of one's own, asked about every order. */
    public ProgramBuilder earn(String id, Formula formula) {
        return earn(id, rule(formula));
    }

    /** What one member can earn in each such period, whatever rules gave it; the last limit stands. */
    public ProgramBuilder atMostPoints(long points, Window window) {
        this.most = Optional.of(new PlanTerms.MemberLimit(points, window));
        return this;
    }

    public ProgramBuilder tiers(TierLadder ladder) {
        this.tiers = ladder;
        return this;
    }

    public ProgramBuilder reward(String id, Reward reward) {
        noteTwice("reward", id, rewards.put(id, reward));
        return this;
    }

    /**
     * When members are told something, and may be given something, without having done anything.
     *
     * @param id which no earn rule has: points that it gives are told by it
     */
    public ProgramBuilder moment(String id, Moment moment) {
        noteTwice("moment", id, moments.put(id, moment));
        return this;
    }

    public ProgramBuilder expiry(Expiry when) {
        this.expiry = when;
        return this;
    }

    public ProgramBuilder activation(Activation when) {
        this.activation = when;
        return this;
    }

    /**
     * How long an order may hold points: longer than a payment lasts. One hour unless it is said. They are free from that very millisecond on: an order paid in
     * it comes too late, see {@link io.loyalty4j.shop.Policy.LapsedHold}.
     */
    public ProgramBuilder holdsLast(Duration time) {
        this.holdsLast = time;
        return this;
    }

    /** What people of the shop may adjust: up to 10,000 points each, without approval, unless it is said. */
    public ProgramBuilder adjustments(AdjustmentLimits limits) {
        this.adjustments = limits;
        return this;
    }

    /** People of the shop may bring back points that lapsed no longer ago than this; none unless it is said. */
    public ProgramBuilder reinstatableFor(Period time) {
        this.reinstatable = Optional.of(time);
        return this;
    }

    /** Members may send points to each other, within limits; without this they may not. */
    public ProgramBuilder transfers(Transfers within) {
        this.transfers = Optional.of(within);
        return this;
    }

    /**
     * A guest who joins may have an earlier order booked so long after it was placed, and nobody else may have it then: from this version on, an order's id is
     * purchased by one member only. Without this, orders of any age are booked, and the shop alone keeps their ids apart.
     */
    public ProgramBuilder claimableFor(Period time) {
        this.claimableFor = Optional.of(time);
        return this;
    }

    /**
     * From this version on, an order's id is purchased by one member only, so that no receipt earns twice on two cards; another is refused
     * ({@link io.loyalty4j.shop.AccountRefusal.OrderOfAnotherMember}), also after the first has cancelled the order, for they may pay it anew by its next
     * revision. Each order costs a claim of its id: two more writes and a row that stays, and
     * {@code executeAll} books orders one by one. {@link #claimableFor} says this too.
     */
    public ProgramBuilder oneMemberPerOrder() {
        this.oneMemberPerOrder = true;
        return this;
    }

    /** Answers one question; the last answer stands. */
    public ProgramBuilder policy(Policy choice) {
        policies.put(((Enum<?>) choice).getDeclaringClass().asSubclass(Policy.class), choice);
        return this;
    }

    /** Without the rule, reward or moment of that id; that there is none is a mistake. */
    public ProgramBuilder without(String ruleRewardOrMoment) {
        boolean rule = earn.remove(ruleRewardOrMoment) != null;
        boolean reward = rewards.remove(ruleRewardOrMoment) != null;
        boolean moment = moments.remove(ruleRewardOrMoment) != null;
        if (!rule && !reward && !moment) {
            unknown.add(ruleRewardOrMoment);
        }
        return this;
    }

    private void noteTwice(String map, String id, @Nullable Object before) {
        if (before != null) {
            twice.add(map + "[" + id + "]");
        }
    }

    /**
     * The program, if it makes sense.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.InvalidInputException with every mistake, each with its path such as {@code earn[base].from}
     */
    public LoyaltyProgram build() {
        ProgramDraft draft = new ProgramDraft(
                name,
                version,
                currency,
                Map.copyOf(rates),
                zone,
                inForceFrom,
                excluded,
                Map.copyOf(earn),
                most,
                Map.copyOf(rewards),
                Map.copyOf(moments),
                tiers,
                expiry,
                activation,
                holdsLast,
                adjustments,
                reinstatable,
                transfers,
                claimableFor,
                oneMemberPerOrder,
                Map.copyOf(policies),
                List.copyOf(twice),
                List.copyOf(unknown));
        return new LoyaltyProgram(InputCheck.valid(draft));
    }
}
