package io.loyalty4j.laws;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Policy.CrossingOrder;
import io.loyalty4j.tier.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An order reckoned naively: what it gave at its purchase, and what its returns may take. */
final class Reckoning {
    private static final String AWARDS = "5 awards are what the rules' own words give";
    private static final String LAST_FIRST = "5 parts taken last come back first";
    private static final String DUE = "5 returns take what the kept lines do not earn";

    private final ProgramSpec program;
    private final Basket bought;
    private final List<RuleSpec> given;

    /**
     * Checks the awards of a purchase.
     *
     * @param before the account that the order found
     */
    Reckoning(ProgramSpec program, Order order, Account before, Posting purchase) {
        this.program = program;
        Instant placed = purchase.header().occurredAt();
        boolean first = !before.counters().containsKey("orders");
        this.bought =
                NaiveBasket.bought(program, order, held(order, before), tier(program, order, before, placed), first);
        this.given = program.rules().stream()
                .filter(rule -> rule.activity().isEmpty() && gives(rule, before, placed))
                .toList();
        Map<String, Long> awarded = purchase.awards().stream()
                .collect(Collectors.groupingBy(Award::rule, TreeMap::new, Collectors.summingLong(Award::points)));
        LawBroken.unlessSame(awarded, new NaivePoints(given, bought, bought, program).byRule(), AWARDS);
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
        BigDecimal spend = NaiveBasket.bought(program, order.withoutRewards(), List.of(), "", false)
                .total();
        return (newTier ? standing.spent(placed, spend, ZoneId.of(program.zone())) : standing).tierAt(placed);
    }

    private boolean gives(RuleSpec rule, Account before, Instant placed) {
        boolean factorOne = rule.kind() == RuleSpec.Kind.TIMES
                && new BigDecimal(rule.byTier().getOrDefault(bought.tier(), rule.amount())).compareTo(BigDecimal.ONE)
                        == 0;
        boolean used = rule.oncePer()
                .filter(window -> before.counters()
                        .containsKey("rule/" + rule.id() + "/times/" + window.code() + "/"
                                + window.startOf(
                                        placed.atZone(ZoneId.of(program.zone())).toLocalDate())))
                .isPresent();
        Basket.Piece none = bought.line("");
        return !factorOne
                && !used
                && rule.when().filter(term -> !term.holds(bought, none)).isEmpty()
                && bought.pieces().stream()
                        .anyMatch(line -> rule.on()
                                .filter(term -> !term.holds(bought, line))
                                .isEmpty());
    }

    /** Checks what returns have called for so far. */
    void check(OrderPosition position) {
        Basket kept = NaiveBasket.kept(program, bought, position);
        long earned = new NaivePoints(given, bought, kept, program).total();
        OrderPosition.Tally tally = position.tally();
        boolean undone = position.state() == OrderPosition.State.CANCELLED;
        List<OrderPosition.Stake> taken =
                position.stakes().stream().filter(stake -> !stake.own()).toList();
        for (int i = 1; i < taken.size(); i++) {
            OrderPosition.Stake later = taken.get(i);
            LawBroken.unless(
                    taken.get(i - 1).back() == 0 || later.back() == later.points(), LAST_FIRST, () -> taken.toString());
        }
        LawBroken.unless(
                tally.issued() - tally.due() == (undone ? 0 : earned),
                DUE,
                () -> "kept lines earn " + earned + ", " + position);
    }
}
