package io.loyalty4j.laws;

import io.loyalty4j.earn.Conditions;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;

/**
 * A condition as a program writes it, in a form that can be printed, made simpler, built, and judged naively: whether it holds of what was bought, and
 * whether it goes on holding for what is kept.
 */
sealed interface Term {
    /** As a condition on one line. */
    default Condition<OrderLine> onLine() {
        throw new IllegalStateException(this + " is about orders");
    }

    /** As a condition on the whole. */
    default Condition<Occasion> onOrder() {
        throw new IllegalStateException(this + " is about lines");
    }

    /** Whether it holds of a basket, or of one line of it. */
    boolean holds(Basket basket, Basket.Piece line);

    /** Whether it still holds, having held of {@code bought}, when {@code kept} is left of it. */
    default boolean stays(Basket bought, Basket.Piece line, Basket kept) {
        return true;
    }

    /** A line in a category. */
    record Category(String name) implements Term {
        @Override
        public Condition<OrderLine> onLine() {
            return Conditions.category(name);
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return line.categories().contains(name);
        }

        @Override
        public String toString() {
            return "category(\"" + name + "\")";
        }
    }

    /** A line of so many pieces. */
    record QuantityFrom(int least) implements Term {
        @Override
        public Condition<OrderLine> onLine() {
            return Conditions.quantityFrom(least);
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return line.quantity() >= least;
        }

        @Override
        public boolean stays(Basket bought, Basket.Piece line, Basket kept) {
            return kept.line(line.id()).quantity() >= least;
        }

        @Override
        public String toString() {
            return "quantityFrom(" + least + ")";
        }
    }

    /** A line of so much. */
    record LineFrom(String least) implements Term {
        @Override
        public Condition<OrderLine> onLine() {
            return Conditions.lineFrom(least);
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return line.basis().compareTo(new BigDecimal(least)) >= 0;
        }

        @Override
        public boolean stays(Basket bought, Basket.Piece line, Basket kept) {
            return holds(kept, kept.line(line.id()));
        }

        @Override
        public String toString() {
            return "lineFrom(\"" + least + "\")";
        }
    }

    /** An order of so much. */
    record OrderFrom(String least) implements Term {
        @Override
        public Condition<Occasion> onOrder() {
            return Conditions.orderFrom(least);
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return basket.total().compareTo(new BigDecimal(least)) >= 0;
        }

        @Override
        public boolean stays(Basket bought, Basket.Piece line, Basket kept) {
            return holds(kept, line);
        }

        @Override
        public String toString() {
            return "orderFrom(\"" + least + "\")";
        }
    }

    /** An order with such a line. */
    record AnyLine(Term of) implements Term {
        @Override
        public Condition<Occasion> onOrder() {
            return Conditions.anyLine(of.onLine());
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return basket.pieces().stream().anyMatch(piece -> of.holds(basket, piece));
        }

        @Override
        public boolean stays(Basket bought, Basket.Piece line, Basket kept) {
            return bought.pieces().stream()
                    .filter(piece -> of.holds(bought, piece))
                    .anyMatch(piece -> kept.line(piece.id()).quantity() > 0 && of.stays(bought, piece, kept));
        }

        @Override
        public String toString() {
            return "anyLine(" + of + ")";
        }
    }

    /** A member of a tier. */
    record InTier(String tier) implements Term {
        @Override
        public Condition<Occasion> onOrder() {
            return Conditions.inTier(tier);
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return basket.tier().equals(tier);
        }

        @Override
        public String toString() {
            return "inTier(\"" + tier + "\")";
        }
    }

    /** The first order that counts. */
    record FirstOrder() implements Term {
        @Override
        public Condition<Occasion> onOrder() {
            return Conditions.firstOrder();
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return basket.first();
        }

        @Override
        public String toString() {
            return "firstOrder()";
        }
    }

    /** Both hold. */
    record Both(Term first, Term second) implements Term {
        @Override
        public Condition<OrderLine> onLine() {
            return first.onLine().and(second.onLine());
        }

        @Override
        public Condition<Occasion> onOrder() {
            return first.onOrder().and(second.onOrder());
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return first.holds(basket, line) && second.holds(basket, line);
        }

        @Override
        public boolean stays(Basket bought, Basket.Piece line, Basket kept) {
            return first.stays(bought, line, kept) && second.stays(bought, line, kept);
        }

        @Override
        public String toString() {
            return first + ".and(" + second + ")";
        }
    }

    /** One of them holds. */
    record Either(Term first, Term second) implements Term {
        @Override
        public Condition<OrderLine> onLine() {
            return first.onLine().or(second.onLine());
        }

        @Override
        public Condition<Occasion> onOrder() {
            return first.onOrder().or(second.onOrder());
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return first.holds(basket, line) || second.holds(basket, line);
        }

        @Override
        public boolean stays(Basket bought, Basket.Piece line, Basket kept) {
            return (first.holds(bought, line) && first.stays(bought, line, kept))
                    || (second.holds(bought, line) && second.stays(bought, line, kept));
        }

        @Override
        public String toString() {
            return first + ".or(" + second + ")";
        }
    }

    /** The contrary. A return never breaks it, unless it is the contrary of a contrary. */
    record Not(Term of) implements Term {
        @Override
        public Condition<OrderLine> onLine() {
            return Condition.not(of.onLine());
        }

        @Override
        public Condition<Occasion> onOrder() {
            return Condition.not(of.onOrder());
        }

        @Override
        public boolean holds(Basket basket, Basket.Piece line) {
            return !of.holds(basket, line);
        }

        @Override
        public boolean stays(Basket bought, Basket.Piece line, Basket kept) {
            return !(of instanceof Not twice) || twice.of.stays(bought, line, kept);
        }

        @Override
        public String toString() {
            return "not(" + of + ")";
        }
    }
}
