package io.loyalty4j.ledger;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An occasion as rules see it, made of the account and what the shop sent. */
record Occurrence(
        MemberId member,
        Instant at,
        LocalDateTime local,
        Optional<Order> order,
        Optional<Activity> activity,
        List<OrderLine> lines,
        Money amount,
        String tier,
        Map<String, String> attributes,
        Map<String, String> profile,
        long earlierOrders)
        implements Occasion {

    static Occurrence of(
            LoyaltyProgram program, Account account, Map<String, String> profile, Activity activity, Instant at) {
        return new Occurrence(
                account.member(),
                at,
                at.atZone(program.zone()).toLocalDateTime(),
                Optional.empty(),
                Optional.of(activity),
                List.of(),
                new Money(BigDecimal.ZERO, program.currency()),
                account.standing().tierAt(at),
                activity.attributes(),
                profile,
                account.counted(Account.ORDERS));
    }

    /**
     * @param lines those that count, net
     * @param tier the one that the order earns in
     */
    static Occurrence of(
            LoyaltyProgram program,
            Account account,
            Map<String, String> profile,
            Order order,
            List<OrderLine> lines,
            Instant at,
            String tier) {
        BigDecimal amount = lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Occurrence(
                account.member(),
                at,
                at.atZone(program.zone()).toLocalDateTime(),
                Optional.of(order),
                Optional.empty(),
                lines,
                new Money(amount, program.currency()),
                tier,
                order.attributes(),
                profile,
                account.counted(Account.ORDERS));
    }

    @Override
    public LocalDate date() {
        return local.toLocalDate();
    }

    @Override
    public LocalTime time() {
        return local.toLocalTime();
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    public Optional<String> memberAttribute(String name) {
        return Optional.ofNullable(profile.get(name));
    }
}
