package io.loyalty4j.program;

import io.loyalty4j.earn.Probes;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The orders that are searched: one line of an article of one or two of the kinds of goods that rules name, or of none; for 100 units of currency and for each amount
 * that rules name; in one piece and in each number of pieces that they name; when the program comes into force (else the day before anything begins or ends),
 * whenever something begins, on the six days after that where the day of the week matters, and at each time of day that rules name; in each tier, by each number
 * of earlier orders, pause, birthday, anniversary and attribute that rules ask for, and by somebody without.
 *
 * <p>Each dimension is a list of changes to a trial, the plain choice first.
 */
final class Space {
    static final String ANYTHING = "anything";

    private static final BigDecimal PLAIN_AMOUNT = BigDecimal.valueOf(100);
    private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);

    private final LoyaltyProgram program;
    private final Probes probes;
    private final List<List<UnaryOperator<Trial>>> dimensions = new ArrayList<>();

    Space(LoyaltyProgram program, Probes probes) {
        this.program = program;
        this.probes = probes;
        moments();
        goods();
        amounts();
        people();
        attributes(probes.attributes(), name -> value -> trial -> trial.with(name, value));
        attributes(
                probes.memberAttributes(), name -> value -> trial -> trial.person(person -> person.with(name, value)));
    }

    private void moments() {
        List<ZonedDateTime> begins = probes.beginnings(program.zone()).stream()
                .filter(begin -> begin.isAfter(program.inForceFrom()))
                .map(begin -> begin.atZone(program.zone()))
                .toList();
        choice(begins, begin -> trial -> trial.moment(moment -> moment.at(begin)));
        if (probes.weekdays()) {
            choice(List.of(1, 2, 3, 4, 5, 6), days -> trial -> trial.moment(moment -> moment.later(days)));
        }
        choice(probes.times(), time -> trial -> trial.moment(moment -> moment.atTime(time)));
    }

    private void goods() {
        List<OrderLine> kinds = probes.goods();
        choice(rest(kinds), kind -> trial -> trial.basket(basket -> basket.kind(kind)));
        choice(rest(kinds), kind -> trial -> trial.basket(basket -> basket.alsoKind(kind)));
    }

    private static <T> List<T> rest(List<T> some) {
        return some.subList(1, some.size());
    }

    private void amounts() {
        choice(probes.amounts(), amount -> trial -> trial.basket(basket -> basket.costing(amount)));
        choice(probes.pieces(), pieces -> trial -> trial.basket(basket -> basket.pieces(pieces)));
    }

    private void people() {
        choice(probes.earlierOrders(), orders -> trial -> trial.person(person -> person.after(orders)));
        choice(probes.pauses(), days -> trial -> trial.person(person -> person.away(days)));
        if (probes.birthdays()) {
            choice(List.of(true), today -> trial -> trial.person(Person::celebrating));
        }
        if (probes.anniversaries()) {
            choice(List.of(true), today -> trial -> trial.person(Person::aYearOn));
        }
    }

    private void attributes(
            Map<String, NavigableSet<String>> all, Function<String, Function<String, UnaryOperator<Trial>>> change) {
        all.forEach((name, values) -> choice(values, change.apply(name)));
    }

    private <V> void choice(Collection<V> values, Function<V, UnaryOperator<Trial>> change) {
        if (!values.isEmpty()) {
            dimensions.add(Stream.concat(
                            Stream.of(UnaryOperator.<Trial>identity()),
                            values.stream().map(change))
                    .toList());
        }
    }

    List<List<UnaryOperator<Trial>>> dimensions() {
        return dimensions;
    }

    /** How many trials there are for one tier, at most so many. */
    long size(long most) {
        long size = 1;
        for (List<UnaryOperator<Trial>> dimension : dimensions) {
            size = Math.min(most, size * dimension.size());
        }
        return size;
    }

    /** The first other choice in everything. */
    Trial corner(String tier) {
        Trial trial = plain(tier);
        for (List<UnaryOperator<Trial>> dimension : dimensions) {
            trial = dimension.get(1).apply(trial);
        }
        return trial;
    }

    /** The plain choice in everything. */
    Trial plain(String tier) {
        OrderLine anything = probes.goods().get(0);
        int decimals = Math.max(0, program.currency().getDefaultFractionDigits());
        Basket basket = new Basket(anything, anything, PLAIN_AMOUNT, 1, decimals);
        return new Trial(plainMoment(), basket, Person.in(tier), Map.of());
    }

    private Placing plainMoment() {
        TreeSet<Instant> changes = new TreeSet<>(probes.beginnings(program.zone()));
        changes.addAll(probes.endings(program.zone()));
        boolean matters =
                !changes.isEmpty() || probes.weekdays() || !probes.times().isEmpty();
        ZonedDateTime begin = program.inForceFrom().isAfter(Instant.EPOCH)
                ? program.inForceFrom().atZone(program.zone())
                : changes.isEmpty()
                        ? ANY_DAY.atStartOfDay(program.zone())
                        : changes.first().atZone(program.zone()).minusDays(1);
        return new Placing(begin, 0, Optional.empty(), matters);
    }
}
