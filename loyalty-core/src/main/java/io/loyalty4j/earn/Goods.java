package io.loyalty4j.earn;

import io.loyalty4j.earn.LineConditions.LineIs;
import io.loyalty4j.earn.LineConditions.OneOf;
import io.loyalty4j.earn.OccasionConditions.AnyLine;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of goods that conditions tell apart, as lines that cost nothing. Of words that always stand together only the first is tried. */
final class Goods {
    static final OrderLine ANYTHING = OrderLine.of("anything", BigDecimal.ZERO).id("line");

    private static final int MOST = 64;

    private final Map<Word, Set<OneOf>> uses = new HashMap<>();
    private final Map<Set<OneOf>, Word> first = new HashMap<>();
    private final Set<OrderLine> kinds = new LinkedHashSet<>(List.of(ANYTHING));

    Goods(Atoms atoms, List<Clauses> rules) {
        atoms.of(OneOf.class)
                .forEach(one -> one.words()
                        .forEach(word -> uses.computeIfAbsent(new Word(one.what(), word), each -> new HashSet<>())
                                .add(one)));
        uses.forEach((word, where) -> first.merge(where, word, Goods::earlier));
        rules.forEach(rule -> {
            add(rule.lines());
            Atoms when = new Atoms();
            when.add(rule.when());
            when.of(AnyLine.class).forEach(any -> add(rule.lines().and(any.line())));
        });
    }

    private static Word earlier(Word one, Word other) {
        return one.word().compareTo(other.word()) <= 0 ? one : other;
    }

    List<OrderLine> kinds() {
        return List.copyOf(kinds);
    }

    private void add(Condition<OrderLine> lines) {
        Alternative.of(lines).ifPresent(ways -> ways.forEach(this::add));
    }

    private void add(Alternative<OrderLine> way) {
        List<OrderLine> some = List.of(ANYTHING);
        for (LineIs line : way.holding(LineIs.class)) {
            some = some.stream()
                    .map(one -> one.with(line.attribute(), line.value()))
                    .toList();
        }
        for (OneOf one : way.holding(OneOf.class)) {
            some = with(some, one);
        }
        kinds.addAll(some);
    }

    private List<OrderLine> with(List<OrderLine> some, OneOf one) {
        List<OrderLine> more = new ArrayList<>();
        for (OrderLine line : some) {
            for (String word : one.words()) {
                if (telling(new Word(one.what(), word))) {
                    named(line, one.what(), word).ifPresent(more::add);
                }
            }
        }
        return more.size() <= MOST ? more : more.subList(0, MOST);
    }

    private boolean telling(Word word) {
        return word.equals(first.get(uses.get(word)));
    }

    private static Optional<OrderLine> named(OrderLine line, String what, String word) {
        Optional<String> has = what.equals("brand")
                ? line.brand()
                : Optional.of(line.sku()).filter(sku -> what.equals("sku") && !sku.equals(ANYTHING.sku()));
        if (has.filter(other -> !other.equals(word)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (what) {
                    case "category" -> line.category(word);
                    case "brand" -> line.brand(word);
                    default -> ofSku(line, word);
                });
    }

    private static OrderLine ofSku(OrderLine line, String sku) {
        return new OrderLine(
                line.id(), sku, line.price(), 1, line.discount(), line.categories(), line.brand(), line.attributes());
    }
}
