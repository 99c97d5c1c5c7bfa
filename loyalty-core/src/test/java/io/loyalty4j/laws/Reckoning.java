package io.loyalty4j.laws;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.earn.Keep;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Stake;
import io.loyalty4j.ledger.Tally;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.tier.Present;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An order or activity reckoned naively: what it gave when it was booked, and what its returns may take. */
final class Reckoning {
    private static final String AWARDS = "5 awards are what the rules' own words give";
    private static final String MEMBER = "what a member is allowed in all is not exceeded";
    private static final String CARDS = "a card has the stamps that were put on it";
    private static final String LAST_FIRST = "5 parts taken last come back first";
    private static final String DUE = "5 returns take what the kept lines do not earn";

    private final ProgramSpec program;
    private final Basket bought;
    private final boolean ofOrder;
    private final Map<String, Counter> counters;
    private final Instant placed;
    private final NaiveMeter meter;
    private final List<Promise> promises;
    private final Optional<Long> most;

    /**
     * Checks the awards of a purchase.
     *
     * @param before the account that the order found
     */
    static Reckoning of(ProgramSpec program, Order order, Account before, Posting purchase) {
        Instant placed = purchase.header().occurredAt();
        boolean first = !before.counters().containsKey("orders");
        Basket bought =
                NaiveBasket.bought(program, order, held(order, before), tier(program, order, before, placed), first);
        return new Reckoning(
                program, bought, true, before, purchase, rule -> rule.activity().isEmpty());
    }

    /** Checks the awards of an activity. */
    static Reckoning of(ProgramSpec program, Activity activity, Account before, Posting posting) {
        Basket nothing = new Basket(List.of(), "", false);
        return new Reckoning(
                program,
                nothing,
                false,
                before,
                posting,
                rule -> rule.kind() == RuleSpec.Kind.QUEST
                        || rule.activity().filter(activity.kind()::equals).isPresent());
    }

    private Reckoning(
            ProgramSpec program,
            Basket bought,
            boolean ofOrder,
            Account before,
            Posting posting,
            Predicate<RuleSpec> concerned) {
        this.program = program;
        this.bought = bought;
        this.ofOrder = ofOrder;
        this.counters = live(before, posting.header().recordedAt());
        this.placed = posting.header().occurredAt();
        this.meter = new NaiveMeter(ZoneId.of(program.zone()), before.since());
        Map<String, FrozenContribution> quests = quests(posting);
        this.promises = NaivePoints.binding(
                program.rules().stream()
                        .filter(rule -> concerned.test(rule) && gives(rule, quests))
                        .map(rule -> promise(rule, quests))
                        .toList(),
                bought,
                program);
        this.most = program.most()
                .map(limit -> Math.max(0, limit.most() - meter.used(counters, "points", limit.window(), placed)));
        awards(posting);
        promises.forEach(promise -> stamps(promise, posting));
    }

    /** What was spent on lines like those of a rule; empty if there are none. */
    Optional<BigDecimal> spent(RuleSpec rule) {
        return bought.pieces().stream()
                .filter(line ->
                        rule.on().filter(term -> !term.holds(bought, line)).isEmpty())
                .map(Basket.Piece::basis)
                .reduce(BigDecimal::add);
    }

    private static Map<String, Counter> live(Account account, Instant at) {
        Map<String, Counter> live = new TreeMap<>(account.counters());
        live.values()
                .removeIf(counter ->
                        counter.until().filter(end -> !end.isAfter(at)).isPresent());
        return live;
    }

    private void awards(Posting posting) {
        Map<String, Long> awarded = posting.awards().stream()
                .collect(Collectors.groupingBy(Award::rule, TreeMap::new, Collectors.summingLong(Award::points)));
        Map<String, Long> expected = new NaivePoints(promises, bought, bought, program).byRule();
        long sum = expected.values().stream().mapToLong(Long::longValue).sum();
        if (most.filter(limit -> limit < sum).isEmpty()) {
            LawBroken.unlessSame(awarded, expected, AWARDS);
            return;
        }
        LawBroken.unlessSame(
                awarded.values().stream().mapToLong(Long::longValue).sum(), most.get(), MEMBER);
        awarded.forEach((rule, points) ->
                LawBroken.unless(points <= expected.getOrDefault(rule, 0L), AWARDS, () -> awarded + " of " + expected));
    }

    private void stamps(Promise promise, Posting posting) {
        promise.card().ifPresent(card -> {
            long put = bought.pieces().isEmpty()
                    ? 1
                    : bought.pieces().stream()
                            .filter(line -> promise.rule()
                                    .on()
                                    .filter(term -> !term.holds(bought, line))
                                    .isEmpty())
                            .mapToLong(Basket.Piece::quantity)
                            .sum();
            long now = posting.changes().stream()
                    .filter(Change.CounterSet.class::isInstance)
                    .map(Change.CounterSet.class::cast)
                    .filter(set -> set.name().equals("card/" + promise.id()))
                    .mapToLong(set -> set.counter().value())
                    .findFirst()
                    .orElse(card.stamps());
            LawBroken.unlessSame(now, card.after(put), CARDS);
        });
    }

    private static Map<String, FrozenContribution> quests(Posting posting) {
        return posting.changes().stream()
                .filter(Change.OrderSet.class::isInstance)
                .map(Change.OrderSet.class::cast)
                .flatMap(set -> set.delta().terms().stream())
                .flatMap(terms -> terms.contributions().stream())
                .collect(Collectors.toMap(FrozenContribution::rule, one -> one));
    }

    private static List<Hold> held(Order order, Account before) {
        return before.holds().stream()
                .filter(hold -> hold.order().equals(order.id()))
                .toList();
    }

    private static String tier(ProgramSpec program, Order order, Account before, Instant placed) {
        Standing standing = before.status() == Account.Status.NEW
                ? Standing.under(program.ladder().built().terms())
                : before.standing();
        boolean newTier = program.policy(CrossingOrder.class) == CrossingOrder.NEW_TIER;
        BigDecimal spend = NaiveBasket.spend(program, order, held(order, before));
        return (newTier
                        ? standing.counted(
                                placed,
                                spend,
                                new Present(
                                        placed,
                                        ZoneId.of(program.zone()),
                                        placed.atZone(ZoneId.of(program.zone())).toLocalDate()))
                        : standing)
                .tierAt(placed);
    }

    /** Whether a rule gives anything; of challenges {@link QuestBook} knows, and here they are believed. */
    private boolean gives(RuleSpec rule, Map<String, FrozenContribution> quests) {
        boolean factorOne = rule.kind() == RuleSpec.Kind.TIMES
                && new BigDecimal(rule.byTier().getOrDefault(bought.tier(), rule.amount())).compareTo(BigDecimal.ONE)
                        == 0;
        boolean used = rule.caps().stream().anyMatch(cap -> left(rule, cap) <= 0);
        Basket.Piece none = bought.line("");
        LocalDate day = meter.day(placed);
        boolean outOfSeason = rule.season()
                .filter(time -> day.isBefore(time.from()) || day.isAfter(time.through()))
                .isPresent();
        return !factorOne
                && !outOfSeason
                && !used
                && (rule.kind() != RuleSpec.Kind.QUEST || quests.containsKey(rule.id()))
                && rule.when().filter(term -> !term.holds(bought, none)).isEmpty()
                && (!ofOrder
                        || bought.pieces().stream()
                                .anyMatch(line -> rule.on()
                                        .filter(term -> !term.holds(bought, line))
                                        .isEmpty()));
    }

    private long left(RuleSpec rule, CapSpec cap) {
        String name = "rule/" + rule.id() + (cap.inPoints() ? "/points" : "/times");
        return cap.most()
                - cap.per()
                        .map(window -> meter.used(counters, name, window, placed))
                        .orElse(0L);
    }

    private Promise promise(RuleSpec rule, Map<String, FrozenContribution> quests) {
        boolean pieces = rule.kind() == RuleSpec.Kind.PER_ITEM || rule.kind() == RuleSpec.Kind.PER_WHOLE;
        Optional<Long> room = rule.caps().stream()
                .filter(cap -> cap.inPoints() || (pieces && cap.per().isEmpty()))
                .map(cap -> left(rule, cap) * (cap.inPoints() ? 1 : rule.points()))
                .min(Long::compare);
        Optional<NaiveCard> card = Optional.of(rule)
                .filter(one -> one.kind() == RuleSpec.Kind.CARD)
                .map(one -> NaiveCard.open(one, Optional.ofNullable(counters.get("card/" + one.id()))));
        Optional<FrozenContribution> quest = Optional.of(rule)
                .filter(one -> one.kind() == RuleSpec.Kind.QUEST)
                .map(one -> quests.get(one.id()));
        RuleSpec begun = quest.map(
                        one -> RuleSpec.of(rule.id(), rule.kind(), one.value().longValueExact(), "")
                                .on(rule.on()))
                .orElse(rule);
        return new Promise(
                begun,
                room,
                card,
                quest.flatMap(FrozenContribution::per).map(BigDecimal::longValueExact),
                quest.map(one -> least(one.keep())).orElse(BigDecimal.ZERO));
    }

    private static BigDecimal least(Keep keep) {
        if (keep instanceof Keep.AllOf all) {
            return all.parts().stream().map(Reckoning::least).reduce(BigDecimal.ZERO, BigDecimal::max);
        }
        return keep instanceof Keep.MinimumOf minimum ? minimum.least() : BigDecimal.ZERO;
    }

    /** Checks what returns have called for so far. */
    void check(OrderPosition position) {
        Basket kept = NaiveBasket.kept(program, bought, position);
        long sum = new NaivePoints(promises, bought, kept, program).total();
        long earned = most.filter(limit -> limit < sum).orElse(sum);
        Tally tally = position.tally();
        boolean undone = position.state() == OrderPosition.State.CANCELLED;
        List<Stake> taken =
                position.stakes().stream().filter(stake -> !stake.own()).toList();
        for (int i = 1; i < taken.size(); i++) {
            Stake later = taken.get(i);
            LawBroken.unless(
                    taken.get(i - 1).back() == 0 || later.back() == later.points(), LAST_FIRST, () -> taken.toString());
        }
        LawBroken.unless(
                tally.issued() - tally.due() == (undone ? 0 : earned),
                DUE,
                () -> "kept lines earn " + earned + ", " + position);
    }
}
