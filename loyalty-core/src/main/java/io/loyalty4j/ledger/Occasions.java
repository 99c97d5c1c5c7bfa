package io.loyalty4j.ledger;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Occasions that conditions are asked about later, when no rule is: for moments. Pure. */
public final class Occasions {
    private Occasions() {}

    /**
     * A purchased order as rules saw it when its latest revision was booked: its place among the member's orders, the tier of that time, and its lines that
     * count at what earns of them, whatever has come back since. The profile alone is today's, and the day on which the member came is known also of the
     * order with which they did.
     *
     * @param order of that revision, as the journal has it
     * @throws IllegalArgumentException if the position is another order's, or the order was never paid
     */
    public static Occasion of(
            LoyaltyProgram program, Account account, OrderPosition position, Order order, Optional<Member> profile) {
        Terms terms = position.terms()
                .filter(paid -> position.order().equals(order.id()))
                .orElseThrow(() -> new IllegalArgumentException("order " + order.id()
                        + " was not paid as far as the position of " + position.order() + " tells"));
        return Occurrence.of(
                program, account, profile, order, lines(order, position, terms), position.occurredAt(), terms.past());
    }

    /** In the program's currency, as far as they took part when they were booked. */
    private static List<OrderLine> lines(Order order, OrderPosition position, Terms terms) {
        Map<String, Line> booked =
                position.lines().stream().filter(Line::counts).collect(Collectors.toMap(Line::id, Function.identity()));
        return order.lines().stream()
                .sorted(Comparator.comparing(OrderLine::id))
                .flatMap(line -> Optional.ofNullable(booked.get(line.id()))
                        .map(known -> Pricing.net(line.converted(terms.rate()), known.basis()))
                        .stream())
                .toList();
    }

    /**
     * The member when a moment comes that is about no order: with their tier and orders of that time, and as the activity that its gift is booked as.
     *
     * @param account as it is at that time
     * @param moment its id in the program
     */
    public static Occasion of(
            LoyaltyProgram program, Account account, String moment, Optional<Member> profile, Instant at) {
        Activity activity = Activity.of(account.member(), EarnPlan.gift(moment), moment);
        return Occurrence.of(program, account, profile, activity, at);
    }
}
