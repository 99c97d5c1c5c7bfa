package io.loyalty4j.ledger;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An occasion as rules see it, made of the account and what the shop sent. */
record Occurrence(
        Account account,
        Optional<Member> profile,
        Instant at,
        ZonedDateTime local,
        Optional<Order> order,
        Optional<Activity> activity,
        List<OrderLine> lines,
        Money amount,
        Past past,
        Map<String, String> attributes)
        implements Occasion {

    static Occurrence of(
            LoyaltyProgram program, Account account, Optional<Member> profile, Activity activity, Instant at) {
        return new Occurrence(
                account,
                profile,
                at,
                at.atZone(program.zone()),
                Optional.empty(),
                Optional.of(activity),
                List.of(),
                new Money(BigDecimal.ZERO, program.currency()),
                account.past(account.standing().tierAt(at)),
                activity.attributes());
    }

    /**
     * An order.
     *
     * @param lines those that count, net
     * @param past what it keeps through all its edits
     */
    static Occurrence of(
            LoyaltyProgram program,
            Account account,
            Optional<Member> profile,
            Order order,
            List<OrderLine> lines,
            Instant at,
            Past past) {
        BigDecimal amount = lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Occurrence(
                account,
                profile,
                at,
                at.atZone(program.zone()),
                Optional.of(order),
                Optional.empty(),
                lines,
                new Money(amount, program.currency()),
                past,
                order.attributes());
    }

    @Override
    public MemberId member() {
        return account.member();
    }

    @Override
    public ZoneId zone() {
        return local.getZone();
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
        return profile.flatMap(known -> Optional.ofNullable(known.attributes().get(name)));
    }

    @Override
    public Optional<MonthDay> birthday() {
        return profile.flatMap(Member::birthday);
    }

    @Override
    public Optional<LocalDate> memberSince() {
        return account.since().map(since -> since.atZone(zone()).toLocalDate());
    }

    @Override
    public String tier() {
        return past.tier();
    }

    @Override
    public long earlierOrders() {
        return past.orders();
    }

    @Override
    public Optional<Instant> lastOrder() {
        return past.lastOrder();
    }
}
