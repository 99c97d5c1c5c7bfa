package io.loyalty4j.earn;

import io.loyalty4j.earn.CalendarConditions.Anniversary;
import io.loyalty4j.earn.CalendarConditions.Between;
import io.loyalty4j.earn.CalendarConditions.Birthday;
import io.loyalty4j.earn.CalendarConditions.OnDates;
import io.loyalty4j.earn.CalendarConditions.Weekday;
import io.loyalty4j.earn.HistoryConditions.DaysSinceLastOrder;
import io.loyalty4j.earn.LineConditions.LineFrom;
import io.loyalty4j.earn.LineConditions.OneOf;
import io.loyalty4j.earn.LineConditions.QuantityFrom;
import io.loyalty4j.earn.OccasionConditions.MemberIs;
import io.loyalty4j.earn.OccasionConditions.OrderFrom;
import io.loyalty4j.earn.OccasionConditions.OrderIs;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules ask for: the values at which what they give can change. Whoever tries them all, alone and together, sees what a program can come to. */
public final class Probes {
    private final List<Clauses> rules;
    private final Atoms atoms = new Atoms();

    private Probes(List<Clauses> rules) {
        this.rules = rules;
        rules.forEach(rule -> {
            atoms.add(rule.lines());
            atoms.add(rule.when());
        });
    }

    static Probes of(Clauses rule) {
        return new Probes(List.of(rule));
    }

    /** Of a condition by itself. */
    public static Probes of(Condition<Occasion> condition) {
        return of(Clauses.of(occasion -> Contribution.none("")).when(condition));
    }

    /** Of some rules together. */
    public static Probes together(Collection<Probes> some) {
        return new Probes(some.stream().flatMap(one -> one.rules.stream()).toList());
    }

    /** What can be said of the rules themselves. */
    public RuleTraits traits() {
        return new RuleTraits(rules.get(0), atoms);
    }

    /** Kinds of goods that are told apart, as lines that cost nothing; the first is any other. */
    public List<OrderLine> goods() {
        return new Goods(atoms, rules).kinds();
    }

    /** Categories, brands and skus. */
    public NavigableSet<String> words() {
        return sorted(atoms.of(OneOf.class).flatMap(one -> one.words().stream()));
    }

    /** Amounts above zero from which something is given, or more of it. */
    public NavigableSet<BigDecimal> amounts() {
        Stream<Amount> least = Stream.concat(
                atoms.of(OrderFrom.class).map(OrderFrom::least),
                atoms.of(LineFrom.class).map(LineFrom::least));
        Stream<BigDecimal> all =
                Stream.concat(least.map(Amount::value), rules.stream().flatMap(RuleTraits::amounts));
        return sorted(all.filter(amount -> amount.signum() > 0));
    }

    public NavigableSet<Integer> pieces() {
        return sorted(Stream.concat(
                atoms.of(QuantityFrom.class).map(QuantityFrom::least),
                rules.stream().flatMap(RuleTraits::stamps)));
    }

    /** When something begins. */
    public NavigableSet<Instant> beginnings(ZoneId zone) {
        Stream<Instant> seasons =
                rules.stream().map(rule -> rule.season().begin(zone)).filter(begin -> begin.isAfter(Instant.MIN));
        return sorted(Stream.concat(
                seasons,
                atoms.of(OnDates.class)
                        .map(dates -> dates.first().value().atStartOfDay(zone).toInstant())));
    }

    /** When something is over. */
    public NavigableSet<Instant> endings(ZoneId zone) {
        Stream<Instant> seasons =
                rules.stream().map(rule -> rule.season().end(zone)).filter(end -> end.isBefore(Instant.MAX));
        return sorted(Stream.concat(
                seasons,
                atoms.of(OnDates.class)
                        .map(dates -> dates.last()
                                .value()
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant())));
    }

    /** Whether the day of the week makes a difference. */
    public boolean weekdays() {
        return atoms.of(Weekday.class).findAny().isPresent();
    }

    /** Times of day at which something begins or ends. */
    public NavigableSet<LocalTime> times() {
        return sorted(atoms.of(Between.class)
                .flatMap(between ->
                        Stream.of(between.from().value(), between.until().value())));
    }

    public boolean birthdays() {
        return atoms.of(Birthday.class).findAny().isPresent();
    }

    public boolean anniversaries() {
        return atoms.of(Anniversary.class).findAny().isPresent();
    }

    /** Numbers of orders that came before. */
    public NavigableSet<Long> earlierOrders() {
        return sorted(RuleTraits.earlierOrders(atoms));
    }

    /** Days since the last order. */
    public NavigableSet<Integer> pauses() {
        return sorted(atoms.of(DaysSinceLastOrder.class).map(DaysSinceLastOrder::least));
    }

    /** Of orders, with their values. */
    public SortedMap<String, NavigableSet<String>> attributes() {
        SortedMap<String, NavigableSet<String>> attributes =
                grouped(atoms.of(OrderIs.class), OrderIs::attribute, is -> is.anyOf().stream());
        rules.stream()
                .flatMap(RuleTraits::counted)
                .forEach(name -> attributes
                        .computeIfAbsent(name, each -> new TreeSet<>())
                        .add("1"));
        return attributes;
    }

    /** Of members, with their values. */
    public SortedMap<String, NavigableSet<String>> memberAttributes() {
        return grouped(atoms.of(MemberIs.class), MemberIs::attribute, is -> Stream.of(is.value()));
    }

    /** Whether a condition on the occasion like this holds wherever another does. Says yes only where that is certain. */
    public boolean noStricterThan(Probes other) {
        return Following.everywhere(rules.get(0).when(), other.rules.get(0).when());
    }

    private static <C> SortedMap<String, NavigableSet<String>> grouped(
            Stream<C> conditions, Function<C, String> name, Function<C, Stream<String>> values) {
        SortedMap<String, NavigableSet<String>> grouped = new TreeMap<>();
        conditions.forEach(one -> values.apply(one)
                .forEach(value -> grouped.computeIfAbsent(name.apply(one), each -> new TreeSet<>())
                        .add(value)));
        return grouped;
    }

    private static <T> NavigableSet<T> sorted(Stream<T> some) {
        return some.collect(Collectors.toCollection(TreeSet::new));
    }
}
