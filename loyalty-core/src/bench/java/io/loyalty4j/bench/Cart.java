package io.loyalty4j.bench;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.shop.Activity;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A cart as an order, and as rules see it: made once, so that what is measured is the rules alone. */
record Cart(
        Order cart,
        List<OrderLine> lines,
        String tier,
        MonthDay born,
        Money amount,
        ZonedDateTime local)
        implements Occasion {
    private static final Currency DOLLARS = Currency.getInstance("USD");

    Cart(Order cart, List<OrderLine> lines, String tier, MonthDay born) {
        this(
                cart,
                List.copyOf(lines),
                tier,
                born,
                new Money(lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add), DOLLARS),
                cart.placedAt().orElseThrow().atZone(ZoneOffset.UTC));
    }

    @Override
    public MemberId member() {
        return cart.member();
    }

    @Override
    public Instant at() {
        return cart.placedAt().orElseThrow();
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
    public Optional<Order> order() {
        return Optional.of(cart);
    }

    @Override
    public Optional<Activity> activity() {
        return Optional.empty();
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> memberAttribute(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<MonthDay> birthday() {
        return Optional.of(born);
    }

    @Override
    public Optional<LocalDate> memberSince() {
        return Optional.of(LocalDate.of(Carts.YEAR - 1, 1, 1));
    }

    @Override
    public long earlierOrders() {
        return 1;
    }

    @Override
    public Optional<Instant> lastOrder() {
        return Optional.empty();
    }
}
