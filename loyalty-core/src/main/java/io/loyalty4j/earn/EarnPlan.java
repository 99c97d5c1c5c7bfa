package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A program's rules made ready: dates resolved, and sorted into an index by time and by what they are about, so that an order is put only to rules that its
 * lines and its day can concern. Immutable and thread-safe as long as the formulas are.
 */
public final class EarnPlan {
    /** The counter that says by whom a member was brought, in its terms. */
    public static final String INVITED = Referring.INVITED;

    /** The counter that says whether that was rewarded. */
    public static final String REWARDED = Referring.REWARDED;

    /** The attribute with the referrer's points, of an activity of the kind {@link #referrersSide}. */
    public static final String REFERRERS_POINTS = Referring.POINTS;

    private static final String GIFT = "~moment/";

    private final PlanTerms terms;
    private final List<Prepared> rules;
    private final RuleIndex index;
    private final boolean budgeted;

    /** Makes rules without mistakes ready. */
    public EarnPlan(SortedMap<String, EarnRule> rules, PlanTerms terms) {
        this(rules, Collections.emptySortedMap(), terms);
    }

    /**
     * Makes rules without mistakes ready, and gifts that no act of a member earns.
     *
     * @param gifts by ids that no rule has; each is for an activity of the kind {@link #gift} alone
     */
    public EarnPlan(SortedMap<String, EarnRule> rules, SortedMap<String, EarnRule> gifts, PlanTerms terms) {
        this.terms = terms;
        List<Prepared> all = new ArrayList<>();
        rules.forEach((id, rule) -> all.add(Prepared.of(id, rule, terms.zone())));
        rules.forEach((id, rule) -> Referring.referrersSide(id, rule).ifPresent(all::add));
        gifts.forEach((id, rule) -> all.add(Prepared.of(id, rule.forActivity(gift(id)), terms.zone())));
        this.rules = Collections.unmodifiableList(all);
        this.index = new RuleIndex(all);
        this.budgeted = all.stream().anyMatch(Prepared::budgeted);
    }

    /** Who may give something: the ids of all rules, gifts among them. */
    public SortedSet<String> ids() {
        return rules.stream().map(Prepared::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the rules ask for, by their ids. */
    public SortedMap<String, Probes> probes() {
        SortedMap<String, Probes> probes = new TreeMap<>();
        ofActs().forEach(rule -> probes.put(rule.id(), Probes.of(rule.clauses())));
        return probes;
    }

    /** What members earn by, without what is booked as an activity of the engine's own. */
    private List<Prepared> ofActs() {
        return rules.stream()
                .filter(rule -> rule.kinds().stream().noneMatch(Prepared::reserved))
                .toList();
    }

    /**
     * Rules that can never give anything, and why, as far as that can be proved.
     *
     * @param tiers the codes that the program declares
     */
    public SortedMap<String, String> idle(Set<String> tiers, Instant inForceFrom) {
        return new Idle(terms, tiers, inForceFrom, ofActs()).reasons();
    }

    /** Whether it is certain that no line takes part in the program. */
    public boolean countsNothing() {
        return !PossibleLine.of(Condition.always(), terms.excluded());
    }

    /** The rule whose challenge a counter says is met; empty of any other counter. */
    public static Optional<String> challengeMet(String counter) {
        return Challenging.met(counter);
    }

    /** The kind of activity as which the referrer's side of a rule is booked. */
    public static String referrersSide(String rule) {
        return Referring.kind(rule);
    }

    /** The kind of activity as which a gift is booked; no shop can send it. */
    public static String gift(String id) {
        return GIFT + id;
    }

    /** Whether an activity of a kind is a gift, of a moment that is or was. */
    public static boolean isGift(String kind) {
        return kind.startsWith(GIFT);
    }

    /** Whether an activity of a kind can be booked: one that some rule is for, or a gift that there is. */
    public boolean knows(String kind) {
        return activities().contains(kind)
                || (isGift(kind) && rules.stream().anyMatch(rule -> rule.kinds().contains(kind)));
    }

    /** Whether a line takes part in the program: earns, counts for tiers and minimums, is discounted by rewards. */
    public boolean counts(OrderLine line) {
        return terms.excluded().filter(lines -> lines.test(line)).isEmpty();
    }

    /** Whether some rule has a limit that several members share. */
    public boolean budgeted() {
        return budgeted;
    }

    /** Whether an allotment, by its name, is the budget of a rule, or what one person can have of it. */
    public static boolean budget(String allotment) {
        return allotment.startsWith(Room.BUDGET) || ofPerson(allotment);
    }

    /** Whether an allotment, by its name, is what one person can have of a rule. */
    public static boolean ofPerson(String allotment) {
        return allotment.startsWith(Room.PERSON);
    }

    /** The kinds of activity that some rule is for. */
    public NavigableSet<String> activities() {
        NavigableSet<String> kinds = new TreeSet<>();
        rules.forEach(rule -> kinds.addAll(rule.kinds()));
        kinds.removeAll(Set.of(Tracked.ORDERS, Tracked.ANYTHING));
        kinds.removeIf(Prepared::reserved);
        return kinds;
    }

    /**
     * Asks every rule that the occasion can concern for its contribution.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.RuleFailedException if a rule throws, naming it
     */
    public Earned ask(Occasion occasion, Memory memory) {
        Asking asking = new Asking(terms, occasion, memory, Hearing.NONE);
        index.concernedBy(occasion).forEach(asking::ask);
        Optional<Long> most = asking.roomOfMember();
        return asking.gathered().earned(most);
    }

    /** Asks all rules, and hears why each gives nothing. */
    public Heard hear(Occasion occasion, Memory memory) {
        Hearing.Protocol protocol = new Hearing.Protocol();
        Asking asking = new Asking(terms, occasion, memory, protocol);
        String kind = RuleIndex.kind(occasion);
        rules.stream().filter(rule -> rule.about(kind)).forEach(asking::ask);
        return protocol.heard();
    }
}
