package io.loyalty4j.earn;

import io.loyalty4j.earn.LineConditions.LineFrom;
import io.loyalty4j.earn.LineConditions.LineIs;
import io.loyalty4j.earn.LineConditions.OneOf;
import io.loyalty4j.earn.LineConditions.QuantityFrom;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether there can be a line of some kind. Says no only where that is certain. */
final class PossibleLine {
    private PossibleLine() {}

    static boolean of(Condition<OrderLine> condition) {
        return Alternative.of(condition)
                .map(ways -> ways.stream().anyMatch(PossibleLine::of))
                .orElse(true);
    }

    /** Such a line that takes part in the program. */
    static boolean of(Condition<OrderLine> condition, Optional<Condition<OrderLine>> excluded) {
        return of(excluded.map(Condition::negate).map(condition::and).orElse(condition));
    }

    private static boolean of(Alternative<OrderLine> way) {
        return words(way, "category") && words(way, "brand") && words(way, "sku") && attributes(way) && numbers(way);
    }

    private static boolean words(Alternative<OrderLine> way, String what) {
        List<? extends Set<String>> must = words(way.holding(OneOf.class), what);
        List<? extends Set<String>> mustNot = words(way.failing(OneOf.class), what);
        return what.equals("category") ? Choice.ofMany(must, mustNot) : Choice.ofOne(must, mustNot);
    }

    private static List<? extends Set<String>> words(List<OneOf> conditions, String what) {
        return conditions.stream()
                .filter(one -> one.what().equals(what))
                .map(OneOf::words)
                .toList();
    }

    private static boolean attributes(Alternative<OrderLine> way) {
        return Choice.named(
                way.holding(LineIs.class), way.failing(LineIs.class), LineIs::attribute, line -> Set.of(line.value()));
    }

    private static boolean numbers(Alternative<OrderLine> way) {
        return Choice.between(
                        BigDecimal.ONE,
                        pieces(way.holding(QuantityFrom.class)),
                        pieces(way.failing(QuantityFrom.class)))
                && Choice.between(
                        BigDecimal.ZERO, amounts(way.holding(LineFrom.class)), amounts(way.failing(LineFrom.class)));
    }

    private static Stream<BigDecimal> pieces(List<QuantityFrom> some) {
        return some.stream().map(from -> BigDecimal.valueOf(from.least()));
    }

    private static Stream<BigDecimal> amounts(List<LineFrom> some) {
        return some.stream().map(from -> from.least().value());
    }
}
