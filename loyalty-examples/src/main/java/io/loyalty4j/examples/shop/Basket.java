package io.loyalty4j.examples.shop;

import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What somebody is about to buy. Immutable.
 *
 * @param number of the basket, for ever; who has paid begins another
 * @param added how many lines it has ever had, so that none has the id of an earlier one
 */
record Basket(String number, List<Line> lines, int added) {
    static final int MOST_LINES = 50;
    static final int MOST_PIECES = 99;
    static final int LONGEST_TEXT = 60;

    Basket {
        lines = List.copyOf(lines);
    }

    static Basket empty() {
        return new Basket(Ids.random("b"), List.of(), 0);
    }

    /** One piece more of a line that has the same words on it, or a new line. */
    Basket plus(Product product, String text) {
        String words = product.withText() ? shortened(text.strip()) : "";
        Optional<Line> same = lines.stream()
                .filter(line -> line.product().equals(product) && line.text().equals(words))
                .findFirst();
        if (same.isPresent()) {
            return pieces(same.get().id(), same.get().pieces() + 1);
        }
        if (lines.size() == MOST_LINES) {
            return this;
        }
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line("line-" + (added + 1), product, words, 1));
        return new Basket(number, more, added + 1);
    }

    /** So many pieces of a line, at most {@value #MOST_PIECES}; without the line for none. */
    Basket pieces(String line, int pieces) {
        return each(one -> one.id().equals(line) ? one.times(Math.min(pieces, MOST_PIECES)) : one);
    }

    /** Another basket, with what this one has and one that was paid had not. */
    Basket without(Basket paid) {
        Basket left = each(line -> line.times(line.pieces() - paid.pieces(line.id())));
        return new Basket(Ids.random("b"), left.lines(), added);
    }

    private int pieces(String line) {
        return lines.stream()
                .filter(one -> one.id().equals(line))
                .mapToInt(Line::pieces)
                .sum();
    }

    private Basket each(UnaryOperator<Line> change) {
        List<Line> left =
                lines.stream().map(change).filter(line -> line.pieces() > 0).toList();
        return new Basket(number, left, added);
    }

    private static String shortened(String text) {
        int end = Math.min(
                text.length(),
                text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), LONGEST_TEXT)));
        return text.substring(0, end);
    }

    int pieces() {
        return lines.stream().mapToInt(Line::pieces).sum();
    }

    BigDecimal total() {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Pieces of one product.
     *
     * @param text what is written on it, as the customer typed it; empty if nothing
     */
    record Line(String id, Product product, String text, int pieces) {
        Line times(int count) {
            return new Line(id, product, text, count);
        }

        String name() {
            return text.isEmpty() ? product.name() : product.name() + ": “" + text + "”";
        }

        BigDecimal total() {
            return product.price().multiply(BigDecimal.valueOf(pieces));
        }

        /** What is written on it is no matter of the engine, which keeps what it is told. */
        OrderLine orderLine() {
            return OrderLine.of(product.sku(), product.price())
                    .id(id)
                    .times(pieces)
                    .category(product.category());
        }
    }
}
