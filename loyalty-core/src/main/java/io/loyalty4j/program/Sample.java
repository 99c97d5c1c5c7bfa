package io.loyalty4j.program;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** A trial as the rules see it: an order of one line that takes part in the program. */
record Sample(LoyaltyProgram program, Trial trial, ZonedDateTime local, Order bought, OrderLine line)
        implements Occasion {
    private static final MemberId SOMEBODY = MemberId.of("somebody");

    static Sample of(LoyaltyProgram program, Trial trial, OrderLine line) {
        ZonedDateTime local = trial.moment().local();
        Order order = new Order(
                SOMEBODY,
                "sample",
                1,
                false,
                Optional.of(program.currency().getCurrencyCode()),
                Optional.of(local.toInstant()),
                List.of(line),
                BigDecimal.ZERO,
                List.of(),
                List.of(),
                trial.attributes());
        return new Sample(program, trial, local, order, line);
    }

    Person person() {
        return trial.person();
    }

    @Override
    public MemberId member() {
        return SOMEBODY;
    }

    @Override
    public Instant at() {
        return local.toInstant();
    }

    @Override
    public ZoneId zone() {
        return program.zone();
    }

    @Override
    public Optional<Order> order() {
        return Optional.of(bought);
    }

    @Override
    public Optional<Activity> activity() {
        return Optional.empty();
    }

    @Override
    public List<OrderLine> lines() {
        return List.of(line);
    }

    @Override
    public Money amount() {
        return new Money(line.amount(), program.currency());
    }

    @Override
    public String tier() {
        return person().tier();
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(trial.attributes().get(name));
    }

    @Override
    public Optional<String> memberAttribute(String name) {
        return Optional.ofNullable(person().attributes().get(name));
    }

    @Override
    public Optional<MonthDay> birthday() {
        return person().birthday() ? Optional.of(MonthDay.from(local)) : Optional.empty();
    }

    @Override
    public Optional<LocalDate> memberSince() {
        return Optional.of(person().anniversary() ? date().minusYears(1) : date());
    }

    @Override
    public long earlierOrders() {
        return person().earlierOrders();
    }

    @Override
    public Optional<Instant> lastOrder() {
        return person().pause()
                .map(days -> local.minusDays(days).toInstant())
                .or(() -> Optional.of(at()).filter(now -> person().earlierOrders() > 0));
    }

    /** The order in words: "1 x category fragrance for 100.00 USD on 2026-11-20 as ROUGE". */
    String describe() {
        return line.quantity() + " x " + goods() + " for " + amount()
                + trial.moment().describe()
                + person().describe(program.ladder().rungs().size() > 1)
                + (trial.attributes().isEmpty() ? "" : ", with " + trial.attributes());
    }

    private String goods() {
        StringBuilder words = new StringBuilder();
        if (!line.sku().equals(Space.ANYTHING)) {
            words.append("sku ").append(line.sku()).append(' ');
        }
        line.brand().ifPresent(brand -> words.append("brand ").append(brand).append(' '));
        line.categories()
                .forEach(category -> words.append("category ").append(category).append(' '));
        if (!line.attributes().isEmpty()) {
            words.append(line.attributes()).append(' ');
        }
        return words.isEmpty() ? "anything" : words.toString().trim().replace(" category ", " and category ");
    }
}
