package io.loyalty4j.earn;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** An occasion made by hand, for what is asked of days and of the past: an empty order in Berlin, unless it is said to be an activity. */
record Visit(
        ZonedDateTime local,
        Optional<Order> order,
        Optional<MonthDay> birthday,
        Optional<LocalDate> memberSince,
        long earlierOrders,
        Optional<Instant> lastOrder,
        List<OrderLine> lines)
        implements Occasion {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final MemberId ANA = MemberId.of("ana");

    private static ZonedDateTime parsed(String dateOrDateTime) {
        return dateOrDateTime.indexOf('T') < 0
                ? LocalDate.parse(dateOrDateTime).atTime(12, 0).atZone(BERLIN)
                : LocalDateTime.parse(dateOrDateTime).atZone(BERLIN);
    }

    /** At a time, or at a day's noon. */
    static Visit on(String dateOrDateTime) {
        return new Visit(
                parsed(dateOrDateTime),
                Optional.of(Order.of(ANA, "o-1")),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
    }

    /** With goods in the order. */
    Visit buying(List<OrderLine> goods) {
        return new Visit(local, order, birthday, memberSince, earlierOrders, lastOrder, goods);
    }

    Visit born(String monthAndDay) {
        return new Visit(
                local,
                order,
                Optional.of(MonthDay.parse("--" + monthAndDay)),
                memberSince,
                earlierOrders,
                lastOrder,
                lines);
    }

    Visit enrolled(String day) {
        return new Visit(local, order, birthday, Optional.of(LocalDate.parse(day)), earlierOrders, lastOrder, lines);
    }

    Visit after(long orders) {
        return new Visit(local, order, birthday, memberSince, orders, lastOrder, lines);
    }

    Visit lastOrdered(String dateOrDateTime) {
        return new Visit(
                local,
                order,
                birthday,
                memberSince,
                1,
                Optional.of(parsed(dateOrDateTime).toInstant()),
                lines);
    }

    Visit withoutOrder() {
        return new Visit(local, Optional.empty(), birthday, memberSince, earlierOrders, lastOrder, lines);
    }

    @Override
    public MemberId member() {
        return ANA;
    }

    @Override
    public Instant at() {
        return local.toInstant();
    }

    @Override
    public ZoneId zone() {
        return BERLIN;
    }

    @Override
    public Optional<Activity> activity() {
        return order.isPresent() ? Optional.empty() : Optional.of(Activity.once(ANA, "visit"));
    }

    @Override
    public Money amount() {
        BigDecimal sum = lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.zero("EUR").plus(new Money(sum, Currency.getInstance("EUR")));
    }

    @Override
    public String tier() {
        return "";
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> memberAttribute(String name) {
        return Optional.empty();
    }
}
